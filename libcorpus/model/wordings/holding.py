"""What is wrong with relations, links and what holds, and what a text says of itself: a part of the table.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

_TAKE = (
    "'libcorpus relate {id}' shows what to type to take this over",
    "„libcorpus relate {id}“ zeigt, wie man das übernimmt",
)

HOLDING: Final[dict[str, Wording]] = {
    "relation-itself": Wording(
        "error",
        "a resolution cannot have the relation '{kind}' to itself",
        "ein Beschluss kann die Beziehung „{kind}“ nicht zu sich selbst haben",
    ),
    "relation-later": Wording(
        "error",
        "the relation '{kind}' leads to {target}, which was adopted later ({seen}) than this text ({own})",
        "die Beziehung „{kind}“ führt zu {target}, das später ({seen}) beschlossen wurde als dieser Text ({own})",
        "name the newer text first: libcorpus relate NEW {kind} OLD",
        "den neueren Text zuerst nennen: libcorpus relate NEU {kind} ALT",
    ),
    "relation-circle": Wording(
        "error",
        "the relation '{kind}' to {target} would close a circle: that text has a relation to this one",
        "die Beziehung „{kind}“ zu {target} schlösse einen Kreis: jener Text hat eine Beziehung zu diesem",
        "take the other relation back with --remove, if it is the wrong one",
        "die andere Beziehung mit --remove zurücknehmen, falls sie die falsche ist",
    ),
    "relation-wants-who": Wording(
        "error",
        "it is not said who says so",
        "es fehlt, wer das sagt",
        "give a reason with --reason, or with --lines the printed lines of the newer text that say so",
        "mit --reason eine Begründung angeben, oder mit --lines die gedruckten Zeilen des neueren Textes, die es sagen",
    ),
    "relation-wants-both": Wording(
        "error",
        "a relation wants its kind and another resolution",
        "zu einer Beziehung gehören ihre Art und ein anderer Beschluss",
        "write: libcorpus relate NEW supersedes OLD",
        "so schreiben: libcorpus relate NEU supersedes ALT",
    ),
    "no-such-relation": Wording(
        "error",
        "there is no relation '{kind}' to {seen}; there are: {known}",
        "es gibt keine Beziehung „{kind}“ zu {seen}; es gibt: {known}",
    ),
    "relation-words-gone": Wording(
        "remark",
        "the sentence on which the relation '{kind}' to {seen} rests is not in the text any more",
        "der Satz, auf dem die Beziehung „{kind}“ zu {seen} beruht, steht nicht mehr im Text",
        "set the relation again with the lines on which the sentence stands now",
        "die Beziehung mit den Zeilen, auf denen der Satz jetzt steht, neu setzen",
    ),
    "bad-place": Wording(
        "error",
        "'{seen}' names no sentence",
        "„{seen}“ nennt keinen Satz",
        "write ID:LINES, such as 2.4@2019:30-32",
        "so schreiben: KENNUNG:ZEILEN, etwa 2.4@2019:30-32",
    ),
    "several-sentences": Wording(
        "error",
        "{count} sentences stand there:{candidates}",
        "dort stehen {count} Sätze:{candidates}",
        "add #1, #2, … to say which",
        "mit #1, #2, … sagen, welcher gemeint ist",
    ),
    "no-such-sentence": Wording(
        "error",
        "there is no sentence number {seen}, only {count}",
        "es gibt keinen Satz Nummer {seen}, nur {count}",
    ),
    "link-itself": Wording(
        "error",
        "both sentences stand in the same text; a link leads from an earlier text to a newer one",
        "beide Sätze stehen im selben Text; eine Verknüpfung führt von einem früheren Text zu einem neueren",
    ),
    "link-order": Wording(
        "error",
        "the first text was adopted on {old}, the second on {new}: the earlier one comes first",
        "der erste Text wurde am {old} beschlossen, der zweite am {new}: der frühere kommt zuerst",
        "change the two around",
        "die beiden vertauschen",
    ),
    "link-same-words": Wording(
        "error",
        "both sentences have the same words; that can be seen, and not be denied",
        "beide Sätze haben denselben Wortlaut; das ist zu sehen und lässt sich nicht verneinen",
    ),
    "link-wants-two": Wording(
        "error",
        "a link wants two sentences",
        "zu einer Verknüpfung gehören zwei Sätze",
        "write: libcorpus link OLD:LINES NEW:LINES",
        "so schreiben: libcorpus link ALT:ZEILEN NEU:ZEILEN",
    ),
    "no-such-link": Wording(
        "error",
        "nothing was said of these two sentences; the resolution has {count} links",
        "über diese beiden Sätze wurde nichts gesagt; der Beschluss hat {count} Verknüpfungen",
        "'libcorpus link ID' lists them with their numbers",
        "„libcorpus link KENNUNG“ listet sie mit ihren Nummern auf",
    ),
    "link-unknown": Wording(
        "finding",
        "link {number} leads to {seen}, which is not in this corpus",
        "Verknüpfung {number} führt zu {seen}, das nicht in diesem Korpus ist",
        "archive it, or take the link back: libcorpus link {id} --withdraw --number {number}",
        "es ablegen, oder die Verknüpfung zurücknehmen: libcorpus link {id} --withdraw --number {number}",
    ),
    "link-words-gone": Wording(
        "finding",
        "link {number} names a sentence that is not in {seen} any more",
        "Verknüpfung {number} nennt einen Satz, der nicht mehr in {seen} steht",
        "link the corrected sentence anew, then take this link back: libcorpus link {id} --withdraw --number {number}",
        "den berichtigten Satz neu verknüpfen, dann diese zurücknehmen: libcorpus link {id} --withdraw --number {number}",
    ),
    "no-corpus-then": Wording(
        "error",
        "at {seen} (commit {commit}) there was no corpus here",
        "zum Stand {seen} (Commit {commit}) gab es hier noch kein Korpus",
        "name a later revision or day",
        "eine spätere Revision oder einen späteren Tag nennen",
    ),
    "text-supersedes": Wording(
        "remark",
        "l. {lines}: the text says that it takes the place of an earlier one",
        "Z. {lines}: der Text sagt, dass er an die Stelle eines früheren tritt",
        *_TAKE,
    ),
    "text-amends": Wording(
        "remark",
        "l. {lines}: the text says that it changes an earlier one",
        "Z. {lines}: der Text sagt, dass er einen früheren ändert",
        *_TAKE,
    ),
    "text-repeals": Wording(
        "remark",
        "l. {lines}: the text says that it repeals an earlier one",
        "Z. {lines}: der Text sagt, dass er einen früheren aufhebt",
        *_TAKE,
    ),
    "text-continues": Wording(
        "remark",
        "l. {lines}: the text says that it carries on an earlier one",
        "Z. {lines}: der Text sagt, dass er einen früheren fortschreibt",
        *_TAKE,
    ),
    "text-reaffirms": Wording(
        "remark",
        "l. {lines}: the text says that it reaffirms an earlier one",
        "Z. {lines}: der Text sagt, dass er einen früheren bekräftigt",
        *_TAKE,
    ),
    "text-expires": Wording(
        "remark",
        "l. {lines}: the text says until when it holds",
        "Z. {lines}: der Text sagt, bis wann er gilt",
        "to take this over: libcorpus describe {id} valid_until={until} --reason TEXT",
        "so übernimmt man das: libcorpus describe {id} valid_until={until} --reason TEXT",
    ),
}
