"""What every command says: help, labels, summaries.

    "filed"  ->  "filed as" | "abgelegt als"

A part of the table in ``cli.words``.
"""

from typing import Final

BASICS: Final[dict[str, tuple[str, str]]] = {
    # Help.
    "app": (
        "Archive party resolutions, cite them by printed line, and follow how positions changed. --corpus DIR and --lang de|en "
        "may stand anywhere.",
        "Parteibeschlüsse archivieren, nach gedruckten Zeilen zitieren und verfolgen, wie sich Positionen ändern. --corpus "
        "ORDNER und --lang de|en dürfen überall stehen.",
    ),
    "help.corpus": (
        "the corpus, if it is not found from here upwards",
        "das Korpus, falls es nicht von hier aufwärts zu finden ist",
    ),
    "help.lang": ("language of messages: de or en", "Sprache der Meldungen: de oder en"),
    "help.version": ("print the version", "die Version ausgeben"),
    "help.json": ("print JSON", "JSON ausgeben"),
    "help.id": (
        "a resolution: its id or a short form such as 2.13 or integration@2020",
        "ein Beschluss: Kennung oder Kurzform wie 2.13 oder integration@2020",
    ),
    "help.lines": ("printed lines, both included: 94-99", "gedruckte Zeilen einschließlich: 94-99"),
    "help.organisation": ("organisation, by its slug", "Organisation, mit ihrem Kurznamen"),
    "help.reason": ("why", "warum"),
    "init": (
        "Make a corpus in a folder, in the git repository around it or a new one.",
        "Ein Korpus in einem Ordner anlegen, im git-Repositorium darum herum oder in einem neuen.",
    ),
    "help.init.dir": ("the folder", "der Ordner"),
    "help.title": ("title", "Titel"),
    "help.organisation_name": (
        "name of an organisation that is not known yet",
        "Name einer noch unbekannten Organisation",
    ),
    "archive": ("File resolutions: files, or a folder of them.", "Beschlüsse ablegen: Dateien oder ein Ordner davon."),
    "help.archive.files": ("files or folders", "Dateien oder Ordner"),
    "help.dry_run": ("read and check, but write nothing", "lesen und prüfen, aber nichts schreiben"),
    "help.slug": (
        "the title's part of the id, where the title's own is taken",
        "der Titelteil der Kennung, wenn der eigene vergeben ist",
    ),
    "help.gaps_ok": (
        "file missing or repeated margin numbers all the same, for this reason",
        "fehlende oder doppelte Zeilennummern trotzdem ablegen, aus diesem Grund",
    ),
    "help.body": ("Gremium that decided", "Gremium, das beschlossen hat"),
    "help.adopted_on": (
        "date of adoption: 2020-03-07, 07.03.2020, 2020-03 or 2020",
        "Beschlussdatum: 2020-03-07, 07.03.2020, 2020-03 oder 2020",
    ),
    "help.agenda_item": ("number of the agenda item", "Nummer des Tagesordnungspunkts"),
    "help.agenda_title": ("title of the agenda item", "Titel des Tagesordnungspunkts"),
    "help.kind": (
        "resolution, programme, statutes, motion or draft",
        "resolution (Beschluss), programme (Programm), statutes (Satzung), motion (Antrag) oder draft (Entwurf)",
    ),
    "help.status": (
        "adopted, rejected, withdrawn, superseded or pending",
        "adopted (beschlossen), rejected (abgelehnt), withdrawn (zurückgezogen), superseded (ersetzt) oder pending (offen)",
    ),
    "help.language": ("language of the text, de by default", "Sprache des Textes, sonst de"),
    "help.assembly": ("name of the assembly", "Name der Versammlung"),
    "help.votes": ("result of the vote", "Abstimmungsergebnis"),
    "help.valid_until": ("last day on which it holds", "letzter Tag der Gültigkeit"),
    "organisation": (
        "Show organisations, or change one by key=value.",
        "Organisationen zeigen, oder eine mit schlüssel=wert ändern.",
    ),
    "help.assignments": (
        "key=value; an empty value clears the key",
        "schlüssel=wert; ein leerer Wert löscht den Schlüssel",
    ),
    "describe": (
        "Change what is known about a resolution, not its words.",
        "Angaben zu einem Beschluss ändern, nicht seinen Wortlaut.",
    ),
    "list": ("List the resolutions, oldest first.", "Die Beschlüsse auflisten, der älteste zuerst."),
    "help.since": ("from this date of adoption on", "ab diesem Beschlussdatum"),
    "help.until": ("up to this date of adoption, included", "bis einschließlich zu diesem Beschlussdatum"),
    "help.topic": ("with passages on this topic", "mit Textstellen zu diesem Thema"),
    "show": (
        "Show a resolution, whole or some printed lines.",
        "Einen Beschluss zeigen, ganz oder einige gedruckte Zeilen.",
    ),
    "help.numbered": ("as printed, line by line with numbers", "wie gedruckt, Zeile für Zeile mit Nummern"),
    "cite": (
        "Print the citation of printed lines, with their words.",
        "Die Fundstelle gedruckter Zeilen ausgeben, mit Wortlaut.",
    ),
    "search": ("Find sentences that hold all the words.", "Sätze finden, in denen alle Wörter vorkommen."),
    "help.words": (
        "words, in whole or in part; several in quotes stand side by side",
        "Wörter, ganz oder zum Teil; mehrere in Anführungszeichen stehen nebeneinander",
    ),
    "diff": (
        "Compare two texts: what became of every sentence.",
        "Zwei Texte vergleichen: was aus jedem Satz wurde.",
    ),
    "help.old": (
        "the older text: a resolution, an assembly (its date), or a file",
        "der ältere Text: ein Beschluss, eine Versammlung (ihr Datum) oder eine Datei",
    ),
    "help.new": ("the newer text", "der neuere Text"),
    "help.format": ("form of the report", "Form des Berichts"),
    "help.output": ("write the report to this file", "den Bericht in diese Datei schreiben"),
    "help.ignore": (
        "differences of form to fold away: case,punctuation,gender",
        "Unterschiede der Form, die nicht zählen sollen: case (Groß/klein), punctuation (Zeichen), gender (Genderformen)",
    ),
    "help.related": ("also name sentences about the same matter", "auch Sätze zur selben Sache nennen"),
    "help.known_at": (
        "compare with what the archive knew then: a git revision or a day",
        "mit dem vergleichen, was das Archiv damals kannte: eine git-Revision oder ein Tag",
    ),
    "written": ("written to {path}", "geschrieben nach {path}"),
    "help.all": ("show what is kept as well", "auch zeigen, was unverändert blieb"),
    "where": (
        "Say where printed lines of one text stand in another.",
        "Sagen, wo gedruckte Zeilen eines Textes in einem anderen stehen.",
    ),
    "help.other": ("the other resolution", "der andere Beschluss"),
    "origin": (
        "Say of every sentence since when it stands, in this wording and in substance.",
        "Von jedem Satz sagen, seit wann er gilt, im Wortlaut und in der Sache.",
    ),
    "fate.kept": ("l. {old}: unchanged, l. {new} in {other}", "Z. {old}: unverändert, Z. {new} in {other}"),
    "fate.moved": ("l. {old}: moved to l. {new} in {other}", "Z. {old}: verschoben nach Z. {new} in {other}"),
    "fate.changed": ("l. {old}: changed, see l. {new} in {other}", "Z. {old}: geändert, siehe Z. {new} in {other}"),
    "fate.gone": ("l. {old}: no counterpart in {other}", "Z. {old}: keine Entsprechung in {other}"),
    "origin-same": ("since {date}", "seit {date}"),
    "origin-both": (
        "in this wording since {wording}, in substance since {substance}, then:",
        "in diesem Wortlaut seit {wording}, in der Sache seit {substance}, damals:",
    ),
    "origin-earlier": (
        "first stood {date}, and was dropped in between",
        "stand zuerst {date} und war dazwischen entfallen",
    ),
    "origin-unknown": (
        "not followed: the text only gives instructions for another",
        "nicht verfolgt: der Text gibt nur Anweisungen für einen anderen",
    ),
    "positions": (
        "Show how positions on a topic changed between assembly dates.",
        "Zeigen, wie sich Positionen zu einem Thema von Versammlung zu Versammlung änderten.",
    ),
    "help.topic_name": ("name of a topic, see 'libcorpus topics'", "Name eines Themas, siehe „libcorpus topics“"),
    "history": (
        "Show who archived, described or corrected a resolution, and when.",
        "Zeigen, wer einen Beschluss wann abgelegt, beschrieben oder berichtigt hat.",
    ),
    "correct": (
        "Correct the transcript of a resolution, from a file or from the text.txt you edited; the printed lines follow.",
        "Die Abschrift eines Beschlusses berichtigen, aus einer Datei oder der bearbeiteten text.txt; die gedruckten Zeilen folgen.",
    ),
    "help.correct.file": ("the corrected text.txt", "die berichtigte text.txt"),
    "check": (
        "Prove the corpus: files, sources, numbers, texts.",
        "Das Korpus prüfen: Dateien, Quellen, Nummern, Texte.",
    ),
    "topics": (
        "List the topics, or show which passages of a resolution one takes, and why.",
        "Die Themen auflisten, oder zeigen, welche Textstellen eines Beschlusses eines erfasst und warum.",
    ),
    # Labels.
    "filed": ("filed as {id}", "abgelegt als {id}"),
    "would-file": ("would be filed as {id}", "würde abgelegt als {id}"),
    "filed-detail": (
        "{lines} printed lines, {blocks} blocks, {sentences} sentences",
        "{lines} gedruckte Zeilen, {blocks} Absätze, {sentences} Sätze",
    ),
    "computed-detail": (
        "{lines} computed lines, {blocks} blocks, {sentences} sentences",
        "{lines} berechnete Zeilen, {blocks} Absätze, {sentences} Sätze",
    ),
    "adopted": ("adopted", "beschlossen"),
    "commit": ("commit {commit}", "Commit {commit}"),
    "skipped": ("{file}: already filed as {id}, skipped", "{file}: schon abgelegt als {id}, übersprungen"),
    "many": (
        "filed {filed}, skipped {skipped}, refused {refused}",
        "abgelegt {filed}, übersprungen {skipped}, abgewiesen {refused}",
    ),
    "reading": ("reading {done} of {total}", "lese {done} von {total}"),
    "checking": ("checked {done} resolutions", "{done} Beschlüsse geprüft"),
    "remarks": ("remarks", "Anmerkungen"),
    "more-remarks": ("and {count} more of this kind", "und {count} weitere dieser Art"),
    "made": ("made a corpus in {path}", "Korpus angelegt in {path}"),
    "done": ("done, commit {commit}", "erledigt, Commit {commit}"),
    "nothing": ("nothing found", "nichts gefunden"),
    "no-resolutions": ("no resolutions yet", "noch keine Beschlüsse"),
    "check-clean": ("{count} resolutions, no findings", "{count} Beschlüsse, keine Befunde"),
    "check-clean.one": ("{count} resolution, no findings", "{count} Beschluss, keine Befunde"),
    "check-found.one": (
        "{count} resolution, errors: {errors}, findings: {findings}",
        "{count} Beschluss, Fehler: {errors}, Befunde: {findings}",
    ),
    "check-remarks.one": ("{count} remark", "{count} Anmerkung"),
    "hits.one": ("{count} hit", "{count} Treffer"),
    "check-found": (
        "{count} resolutions, errors: {errors}, findings: {findings}",
        "{count} Beschlüsse, Fehler: {errors}, Befunde: {findings}",
    ),
    "check-remarks": ("{count} remarks", "{count} Anmerkungen"),
    "line": ("l.", "Z."),
    "hits": ("{count} hits", "{count} Treffer"),
    "why": ("why:", "Grund:"),
    "why.term": ("term", "Begriff"),
    "why.heading": ("heading", "Überschrift"),
    "why.carried": ("carries on from the sentence before", "führt den Satz davor fort"),
    "interrupted": ("interrupted; what is committed stays", "abgebrochen; was festgeschrieben ist, bleibt"),
    "bug": (
        "this is a fault of libcorpus; the corpus was not changed knowingly. Please report it with the lines above.",
        "das ist ein Fehler in libcorpus; das Korpus wurde nicht wissentlich geändert. Bitte mit den Zeilen oben melden.",
    ),
}
