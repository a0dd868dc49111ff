"""What is said of acts that were interrupted, and of what the archive promises: a part of the table of sentences.

key          severity   English           German              way out, English and German
"bad-date"   error      '{seen}' is no …  „{seen}“ ist kein …  write 2020-03-07 …
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

PROMISES: Final[dict[str, Wording]] = {
    "text-withdrawn": Wording(
        "error",
        "this resolution was withdrawn on {on}, and its text removed: {reason}",
        "dieser Beschluss wurde am {on} zurückgezogen und sein Wortlaut entfernt: {reason}",
        "'libcorpus show {seen}' shows what is known of it",
        "„libcorpus show {seen}“ zeigt, was von ihm bekannt ist",
    ),
    "withdrawn-already": Wording(
        "error",
        "this resolution was withdrawn on {on} already, and nothing more is to be removed",
        "dieser Beschluss ist schon seit {on} zurückgezogen, und mehr ist nicht zu entfernen",
        "'libcorpus show {seen}' shows why",
        "„libcorpus show {seen}“ zeigt den Grund",
    ),
    "withdrawn-file": Wording(
        "finding",
        "the text was withdrawn and removed, but this file is here again",
        "der Wortlaut wurde zurückgezogen und entfernt, aber diese Datei ist wieder da",
        "remove it, or restore the resolution from git",
        "sie entfernen, oder den Beschluss aus git wiederherstellen",
    ),
    "interrupted-act": Wording(
        "remark",
        "an act was interrupted and stands half-done: {seen}",
        "ein Vorgang wurde unterbrochen und ist halb fertig: {seen}",
        "the next command that writes finishes it or takes it back",
        "der nächste schreibende Befehl führt ihn zu Ende oder nimmt ihn zurück",
    ),
    "act-under-way": Wording(
        "remark",
        "an act is under way at this moment: {seen}",
        "ein Vorgang läuft in diesem Augenblick: {seen}",
    ),
    "act-finished": Wording(
        "remark",
        "an act that was interrupted is finished now: {seen}",
        "ein unterbrochener Vorgang ist jetzt abgeschlossen: {seen}",
    ),
    "act-taken-back": Wording(
        "remark",
        "an act that was interrupted before it was committed has been taken back: {seen}",
        "ein Vorgang, der vor dem Festschreiben unterbrochen wurde, ist zurückgenommen: {seen}",
        "do it again",
        "ihn noch einmal ausführen",
    ),
    "lock-removed": Wording(
        "remark",
        "removed a lock file that the interrupted act had left",
        "eine Sperrdatei entfernt, die der unterbrochene Vorgang hinterlassen hatte",
    ),
    "left-as-is": Wording(
        "remark",
        "changed since the act was interrupted, and therefore left as it is",
        "seit der Unterbrechung verändert und darum so belassen",
        "look whether it is to stay",
        "nachsehen, ob es so bleiben soll",
    ),
    "journal-broken": Wording(
        "error",
        "the journal of an interrupted act cannot be read: {why}",
        "das Tagebuch eines unterbrochenen Vorgangs ist nicht zu lesen: {why}",
        "see with 'git status' what stands half-done, put it right, then remove this folder",
        "mit „git status“ nachsehen, was halb fertig ist, es in Ordnung bringen und dann diesen Ordner entfernen",
    ),
    "toml-too-deep": Wording(
        "error",
        "a key has more than {limit} parts",
        "ein Schlüssel hat mehr als {limit} Teile",
        "docs/format.md lists the keys",
        "docs/format.md nennt die Schlüssel",
    ),
    "seal-broken": Wording(
        "error",
        "this is no seal, or it was altered",
        "das ist kein Siegel, oder es wurde verändert",
        "compare with the copy of the manifest that was kept elsewhere",
        "mit der anderswo aufbewahrten Kopie des Verzeichnisses vergleichen",
    ),
    "seal-wants-clean": Wording(
        "error",
        "{count} files are not committed; only what is committed can be sealed",
        "{count} Dateien sind nicht festgeschrieben; nur Festgeschriebenes lässt sich versiegeln",
        "commit them or take them back first",
        "sie zuerst festschreiben oder zurücknehmen",
    ),
    "nothing-to-seal": Wording(
        "error",
        "nothing is committed yet",
        "es ist noch nichts festgeschrieben",
        "file a resolution first",
        "zuerst einen Beschluss ablegen",
    ),
    "sealed-already": Wording(
        "error",
        "nothing has changed since the seal {seen}",
        "seit dem Siegel {seen} hat sich nichts geändert",
        "'libcorpus check --sealed' holds the corpus against it",
        "„libcorpus check --sealed“ hält das Korpus dagegen",
    ),
    "not-sealed": Wording(
        "finding",
        "the corpus has no seal",
        "das Korpus hat kein Siegel",
        "'libcorpus seal' makes one; or name the copy of a manifest with --manifest",
        "„libcorpus seal“ setzt eines; oder die Kopie eines Verzeichnisses mit --manifest nennen",
    ),
    "seal-missing": Wording("finding", "this seal is missing", "dieses Siegel fehlt"),
    "seal-chain": Wording(
        "finding",
        "the seal before it is {seen}, but this one names {expected}: one of them was replaced",
        "das Siegel davor ist {seen}, dieses nennt aber {expected}: eines von beiden wurde ausgetauscht",
    ),
    "seal-lost": Wording(
        "finding",
        "the seal before it holds {seen}, this one does not; ids never vanish",
        "das Siegel davor enthält {seen}, dieses nicht; Kennungen verschwinden nie",
    ),
    "seal-replaced": Wording(
        "finding",
        "this seal is {seen}; the manifest that was kept is {expected}",
        "dieses Siegel ist {seen}; das aufbewahrte Verzeichnis ist {expected}",
    ),
    "history-rewritten": Wording(
        "finding",
        "the commit {seen}, which {seal} seals, is not in the history any more: it was rewritten",
        "der Commit {seen}, den {seal} versiegelt, steht nicht mehr in der Geschichte: sie wurde umgeschrieben",
    ),
    "sealed-removed": Wording(
        "finding",
        "this resolution was sealed by {seal} and is gone",
        "dieser Beschluss wurde mit {seal} versiegelt und ist fort",
    ),
    "sealed-changed": Wording(
        "finding",
        "changed since {seal} without an act in the history: {seen}",
        "seit {seal} ohne einen Vorgang in der Geschichte verändert: {seen}",
        "'libcorpus history' shows the acts; the manifest has the hashes of what was sealed",
        "„libcorpus history“ zeigt die Vorgänge; im Verzeichnis stehen die Hashes des Versiegelten",
    ),
    "foreign-commits": Wording(
        "remark",
        "commits that touched the corpus and are no acts of archiving: {count}, the newest are{commits}",
        "Commits, die das Korpus verändert haben und keine Vorgänge der Archivierung sind: {count}, die neuesten{commits}",
    ),
}
