"""The cues by which one tells what a sentence does: a table that can be read, counted and changed.

    demand       (muss)                   "Die Stadt muss …"
    commitment   (setzen uns) … (ein)     "Wir setzen uns für … ein."

The first row that fits decides, so the order matters: a refusal before a promise, a promise before a report. The
patterns are looked for in main clauses alone (``topics.clauses``), parted by `` | ``.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple


class Function(StrEnum):
    """What a sentence does in a resolution; ``statement`` where no cue is found."""

    ACHIEVEMENT = "achievement"
    DEMAND = "demand"
    COMMITMENT = "commitment"
    PRINCIPLE = "principle"
    FINDING = "finding"
    STATEMENT = "statement"


class Cue(NamedTuple):
    """A pattern that tells a function; its groups, or else the whole match, are the words that are shown."""

    function: Function
    pattern: re.Pattern[str]


def _cue(function: Function, pattern: str) -> Cue:
    return Cue(function, re.compile(f"(?i){pattern}"))


# Up to so many characters, within one clause.
_FAR: Final = r".{0,300}?"
_NEAR: Final = r"[^|]{0,40}?"
_END: Final = r"(?=[\s.!|…]*$|\s*[.!;|…]|\s+(?:und|oder|sowie|aber)\b)"
_WE: Final = r"wir(?:\s+(?:GRÜNEN?|Grünen?|Sozialdemokrat\w*|Freie[nr]?\s+Demokraten|LINKEN?|alle|als\s+\w+))?"
_DONE: Final = (
    r"(?:\w*(?:geführt|geschaffen|schafft|gerichtet|gesetzt|erreicht|gebaut|eröffnet|beschlossen|verabschiedet"
    r"|initiiert|gestartet|erhöht|verdoppelt|verdreifacht|verbessert|gestärkt|saniert|geschlossen|gesenkt"
    r"|gegründet|entwickelt|gesichert|sichergestellt|verankert|fusioniert|gefördert|modernisiert|erweitert|angestoßen"
    r"|geleitet|verhindert|gestoppt|erneuert|vereinbart|gestellt|geöffnet|ermöglicht|beendet|halbiert|verlängert"
    r"|aufgestockt|aufgenommen|aktualisiert|erarbeitet|gelungen|durchgesetzt|errichtet|entlastet|begonnen|bewilligt))"
)
_PARTICIPLE: Final = (
    rf"(?:{_DONE}|\w*ge\w{{2,}}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|durch)\w{{2,}}(?:t|en)|\w+iert)"
)
_ASKING: Final = r"(?:fordern|fordert|verlangen|verlangt|erwarten|appellieren|rufen|beauftragen|bitten)"
# Adverbs that say how things are, not how they have to be: "müssen oft lange warten".
_AS_IT_IS: Final = (
    r"(?:derzeit|bisher|bislang|noch\s+immer|immer\s+noch|immer\s+wieder|oft|oftmals|häufig|häufiger|trotzdem|dennoch|zurzeit"
    r"|momentan|vielfach|monatelang|jahrelang|heute\s+noch|nicht\s+selten)"
)
_NOT_AS_IT_IS: Final = rf"(?![^|]*\b{_AS_IT_IS}\b)"
_BEFORE_IT_IS: Final = rf"(?:^|\|)(?!\s*[^|]*\b{_AS_IT_IS}\b)[^|]*?"
# Verbs of which "Wir …" promises nothing.
_NOT_PROMISED: Final = (
    r"(?:haben|sind|waren|leben|wissen|sehen|glauben|denken|finden|stellen|erleben|beobachten|brauchen|benötigen"
    r"|begrüßen|danken|bedauern|verstehen|können|konnten|kennen|halten|bleiben|müssen|sollen|sollten|dürfen|hatten|wurden"
    r"|mussten|wollten|betrachten|stehen|bekennen|erkennen|würdigen|verurteilen|kritisieren|schätzen|gehen|meinen"
    r"|erinnern|verzeichnen|würden|könnten|hätten|wären|bieten|kommen|nehmen|werden|reden|sprechen|erklären)"
)

_SEEN: Final = r"(?:verzeichnen|sehen|beobachten|erleben|wissen|kennen|stellen\s+fest|haben|leben|sind)"
# What a council does when it carries out a programme.
_DEEDS: Final = (
    r"(?:richtet|baut|schafft|führt|stellt|fördert|unterstützt|sorgt|bietet|finanziert|gründet|erhöht|senkt|prüft"
    r"|verzichtet|plant|eröffnet|stärkt|sichert|beteiligt|entwickelt|ermöglicht|erweitert|übernimmt)"
)
# Small words that end as verbs do.
_NO_VERB: Final = (
    r"(?:seit|mit|gegen|neben|zwischen|wegen|selten|nicht|oft|meist|statt|dort|jetzt|fast|erst|damit|insgesamt|überhaupt"
    r"|gut|weit|breit|bunt|direkt|vielen|allen|diesen|jeden|einen|keinen|ihren|seinen|unseren|anderen|beiden|bereit)"
)

CUES: Final = (
    # What a party refuses is a demand too.
    _cue(Function.DEMAND, rf"\b(lehnen|lehnt|weisen|weist|lehne)\b{_FAR}\b(ab|zurück){_END}"),
    _cue(
        Function.DEMAND,
        rf"\b({_WE}\s+(?:sind|wenden\s+uns|stellen\s+uns|sprechen\s+uns))\s+(?:{_NEAR}\s)?(gegen)\b",
    ),
    _cue(Function.DEMAND, rf"\b((?:sprechen|spricht)\s+(?:{_WE}\s+)?(?:uns|sich))\b{_FAR}\b(aus){_END}"),
    _cue(Function.DEMAND, rf"\b({_ASKING}\s+(?:{_WE})|(?:{_WE})\s+(?:\w+\s+){{0,3}}?{_ASKING})\b"),
    _cue(Function.DEMAND, r"\b(fordert|fordern|verlangt|verlangen)\b"),
    _cue(Function.DEMAND, r"\b(?:(soll|sollen|sollte|sollten|müsste|müssten))\b"),
    _cue(Function.DEMAND, rf"{_BEFORE_IT_IS}\b(muss|müssen)\b{_NOT_AS_IT_IS}"),
    _cue(
        Function.DEMAND,
        rf"{_BEFORE_IT_IS}\b(?:(darf|dürfen)\b{_FAR}\b(nicht|nie|kein\w*|nur)|(Niemand\s+darf|"
        rf"kein\w*\s+\w+\s+(?:darf|dürfen)))\b{_NOT_AS_IT_IS}",
    ),
    _cue(
        Function.DEMAND,
        rf"\b(ist|sind|wäre|wird|bleibt)\b{_FAR}\b(nötig|notwendig|erforderlich|überfällig|geboten|"
        rf"unabdingbar|unerlässlich|dringlich)\b",
    ),
    _cue(
        Function.DEMAND,
        rf"\b(gehört|gehören)\b{_FAR}\b(abgeschafft|verboten|gestrichen|auf den Prüfstand|beendet|"
        rf"nicht(?=\s+(?:an|in|auf)))\b",
    ),
    _cue(
        Function.DEMAND,
        rf"\b(ist|sind)\b{_FAR}\b(zu\s+(?!finden|sehen|erkennen|beobachten|erwarten|hören|selten|"
        rf"verzeichnen|verdanken|verstehen)[a-zäöüß]{{3,}}en|[a-zäöüß]{{2,}}zu[a-zäöüß]{{2,}}en){_END}",
    ),
    _cue(
        Function.DEMAND,
        r"(?:^|\|)\s*((?:Es\s+braucht|Es\s+bedarf|Schluss\s+mit|Weg\s+mit|Keine?\s+[^|]{3,60}(?:mehr)?!|"
        r"Nein\s+zu|Ja\s+zu|Stopp\s+\w+))",
    ),
    _cue(Function.DEMAND, r"\b((?:gehört|gehören)\s+(?:mehr|endlich|künftig))\b"),
    _cue(Function.DEMAND, r"\b((?:gilt|heißt)\s+es(?=\s*(?:,|\||jetzt|nun|daher|deshalb|zu)))"),
    # What a party will do.
    _cue(Function.COMMITMENT, rf"\b(wir)\b{_FAR}\b((?:und|aber)\s+(?:wollen|möchten))\b"),
    _cue(Function.COMMITMENT, rf"\b({_WE}(?:\s+\w+){{0,4}}?\s+(?:wollen|möchten))\b"),
    _cue(Function.COMMITMENT, r"\b((?:wollen|möchten)\s+(?:\w+\s+){0,3}?wir)\b"),
    _cue(
        Function.COMMITMENT,
        rf"\b({_WE}(?:\s+\w+){{0,2}}?\s+werden|werden\s+(?:auch\s+|deshalb\s+)?wir)\b(?!{_FAR}\b(?:von|"
        rf"durch|benachteiligt|diskriminiert)\b)",
    ),
    _cue(
        Function.COMMITMENT,
        rf"\b(setzen\s+(?:{_WE}\s+)?uns|{_WE}\s+setzen\s+uns|setzt\s+sich|"
        rf"setzen\s+sich)\b{_FAR}\b(ein){_END}",
    ),
    _cue(Function.COMMITMENT, rf"\b(treten\s+(?:{_WE})|{_WE}\s+treten|tritt)\b{_FAR}\b(ein|an){_END}"),
    _cue(Function.COMMITMENT, rf"\b(streben\s+(?:{_WE})|{_WE}\s+streben|strebt)\b{_FAR}\b(an){_END}"),
    _cue(
        Function.COMMITMENT,
        rf"\b(machen\s+(?:{_WE}\s+)?uns|{_WE}\s+machen\s+uns|macht\s+sich)\b{_FAR}\b(stark){_END}",
    ),
    _cue(Function.COMMITMENT, r"(?:^|\|)\s*(?:Die|DIE|Das|Unsere?)\s+[^|]{2,50}?\s(will)\b"),
    # What was done.
    _cue(
        Function.ACHIEVEMENT,
        rf"\b((?:haben|hatten|konnten)\s+(?:\w+\s+){{0,3}}?wir)\b(?!{_FAR}\b(?:nicht|kein\w*)\s+(?!nur|"
        rf"mehr)){_FAR}\b({_PARTICIPLE}|umsetzen|erreichen|durchsetzen|verhindern|einführen){_END}",
    ),
    _cue(
        Function.ACHIEVEMENT,
        rf"\b({_WE}\s+(?:haben|hatten|konnten))\b(?!{_FAR}\b(?:nicht|kein\w*)\s+(?!nur|"
        rf"mehr)){_FAR}\b({_PARTICIPLE}|umsetzen|erreichen|durchsetzen|verhindern|einführen){_END}",
    ),
    _cue(
        Function.ACHIEVEMENT,
        rf"\b(wurden?|konnten?)\b(?!{_FAR}\b(?:nicht|nie|kaum|"
        rf"kein\w*)\b){_FAR}\b({_DONE})(?:\s+werden)?{_END}",
    ),
    _cue(
        Function.ACHIEVEMENT,
        rf"\b(ist|sind)\b(?!{_FAR}\b(?:nicht|nie|kaum|kein\w*)\b){_FAR}\b({_DONE}\s+worden|gelungen|"
        rf"umgesetzt|eingerichtet|eingeführt|geschaffen|auf\s+den\s+Weg\s+gebracht){_END}",
    ),
    _cue(
        Function.ACHIEVEMENT,
        r"\b(auf\s+unsere?\s+[^|]{0,30}?(?:Initiative|Druck|Antrag)|dank\s+(?:uns|unser\w*|grüner)|"
        r"mit\s+unserer\s+Unterstützung|unter\s+unserer\s+Führung)\b",
    ),
    _cue(Function.ACHIEVEMENT, r"\b((?:wird|werden))\b[^|]{0,80}?\b(nicht\s+mehr|nun\s+endlich|jetzt\s+endlich)\b"),
    _cue(Function.ACHIEVEMENT, r"\b(startete|eröffnete|begann|beschloss)\b"),
    _cue(Function.ACHIEVEMENT, r"\b(seit\s+[^|]{3,30}?\s+gibt\s+es|gibt\s+es\s+seit(?:her|dem)?)\b"),
    _cue(
        Function.ACHIEVEMENT,
        rf"\b(hat)\b(?!{_FAR}\b(?:nicht|kein\w*)\b){_FAR}\b(beraten|entwickelt|eingeführt|eingerichtet|"
        rf"geschaffen|durchgesetzt|bereit\s+erklärt){_END}",
    ),
    _cue(Function.ACHIEVEMENT, rf"^\s*(Unsere?\s+\S+\s+(?:hat|haben))\b{_FAR}\b({_PARTICIPLE}){_END}"),
    # What a party holds to be right.
    _cue(Function.PRINCIPLE, r"\b(wir\s+(?:verurteilen|begrüßen|würdigen)|(?:verurteilen|begrüßen|würdigen)\s+wir)\b"),
    _cue(
        Function.PRINCIPLE,
        r"\b(für\s+uns(?:\s+\w+)?\s+(?:ist|sind|steht|stehen|gilt|gelten|gehört|gehören|bleibt|heißt|"
        r"bedeutet|beginnt)|(?:ist|sind|steht|gilt)\s+für\s+uns)\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"\b(wir\s+(?:bekennen\s+uns|stehen\s+(?:für|zu|an)|verstehen|sind\s+(?:der\s+)?überzeugt|glauben|"
        r"halten|sehen\s+\w+\s+als)|bekennen\s+wir\s+uns|steht\s+für|bekennt\s+sich)\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"\b((?:Unser\s+)?(?:Ziel|Leitbild|Grundsatz|Ansatz|Maßstab|Anspruch)\b[^|]{0,50}?\b(?:ist|sind|"
        r"bleibt)|(?:ist|bleibt)\s+unser\w*\s+(?:\w+\s+)?(?:Ziel|Leitbild|Grundsatz|Ansatz|Maßstab|"
        r"Anspruch))\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"\b(Menschenrechte?|Grundrechte?|Menschenwürde|unantastbar|unverhandelbar|unverzichtbar)\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"^\s*((?:Alle|Jeder|Jede|Jedes|Kein)\s+(?:Mensch\w*|Kind\w*|Einwohner\S*|"
        r"Bürger\S*))\b.{0,80}?\b(hat|haben|ist|sind|verdient|verdienen|gehören|gehört)\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"\b(wichtig\s+ist|entscheidend\s+ist|zählt|heißt\s+(?:für\s+uns|hier)|bedeutet\s+(?:für\s+uns|"
        r"nicht)|oberste\s+Priorität|an\s+erster\s+Stelle)\b",
    ),
    _cue(
        Function.PRINCIPLE,
        r"(?:^|\|)\s*((?:Integration|Demokratie|Freiheit|Bildung|Vielfalt|Sicherheit|Gerechtigkeit|"
        r"Teilhabe|Inklusion|Klimaschutz|Solidarität|Familie|Sie|Es)\s+(?:ist|gelingt|lebt|beginnt|"
        r"braucht|heißt|bedeutet|beruht))\b",
    ),
    _cue(Function.PRINCIPLE, r"^\s*(braucht|verdient)\b"),
    # What has to be there, where no person lacks it for themselves.
    _cue(Function.DEMAND, r"\b(braucht|brauchen|benötigen|benötigt)\b"),
    # Any other deed announced: "Wir stärken …", "Deshalb schaffen wir …".
    _cue(Function.COMMITMENT, rf"(?:^|\||\bund\b)\s*({_WE}\s+(?!{_NOT_PROMISED}\b)[a-zäöüß]+(?:e?n))\b"),
    _cue(Function.COMMITMENT, rf"(?:^|\|)[^|]{{0,80}}?\b(?!{_NOT_PROMISED}\b)([a-zäöüß]{{3,}}e?n\s+wir)\b"),
    # What a programme says in the present tense of what is to come: "Die Stadt richtet eine Meldestelle ein."
    _cue(Function.COMMITMENT, rf"\b({_DEEDS}\s+(?:die|unsere)\s+(?:Stadt|Gemeinde|Kommune)\w*)\b"),
    _cue(Function.COMMITMENT, rf"\b((?:Stadt|Gemeinde|Kommune)\s+{_DEEDS})\b"),
    _cue(Function.COMMITMENT, rf"\b(wird|werden)\b(?!{_FAR}\b(?:nicht|nie|kaum)\b){_FAR}\b({_DONE}){_END}"),
    _cue(Function.COMMITMENT, r"\b(künftig|zukünftig|in\s+Zukunft|ab\s+(?:dem\s+Jahr\s+)?20\d\d)\b"),
    # How things are.
    _cue(Function.FINDING, rf"\b({_WE}\s+{_SEEN}|{_SEEN}\s+wir)\b"),
    _cue(Function.FINDING, r"(\b\d[\d.,]*\s*(?:%|Prozent|Promille))"),
    _cue(Function.FINDING, r"(?:^|\|)\s*(viele|nur)\b"),
    _cue(
        Function.FINDING,
        rf"\b({_AS_IT_IS}|immer\s+mehr|die\s+meisten|einige|zu\s+lang\w*|zu\s+wenig\w*|kaum|"
        rf"nach\s+wie\s+vor)\b",
    ),
    _cue(
        Function.FINDING,
        r"\b((?:seit|in\s+den\s+letzten|in\s+den\s+vergangenen|heute|inzwischen|"
        r"mittlerweile)(?:\s+\w+)?)\b",
    ),
    _cue(
        Function.FINDING,
        r"\b(fehlt|fehlen|mangelt|leiden|warten|liegt|liegen|steigt|steigen|sinkt|wächst|zeigt|zeigen|"
        r"droht|drohen|führt|führen|verschärft|bildet|bilden|tragen|überwiegt|profitiert|eröffnet|trifft|"
        r"belastet|bedroht|verursacht|stünde|stünden)\b",
    ),
    # What somebody gets, where nothing says that it is so already.
    _cue(Function.COMMITMENT, r"\b(bekommt|erhält|bekommen|erhalten)\b(?!\s*(?:bleib|worden|[.|]|$))"),
    _cue(
        Function.FINDING,
        r"\b(gibt\s+es|es\s+gibt|ist|sind|war|waren|hat|haben|hatte|hatten|wurde|wurden|bleibt|bleiben|"
        r"kann|können|konnten|kommen|bekommen)\b",
    ),
    # The finite verb in second place, before a small word.
    _cue(
        Function.FINDING,
        rf"^(?-i:[^|a-zäöüß]\S*\s+(?:\S+\s+){{0,12}}?(?!{_NO_VERB}\b)([a-zäöüß]{{3,}}(?:t|en|te|"
        rf"ten))\s+(?:die|der|das|den|dem|ein\w*|nicht|schon|sich|für|in|im|an|am|auf|aus|mit|zu|zur|von|"
        rf"über|auch|noch|ihre?\w*|unsere?\w*|wie|bei)\b)",
    ),
)
