"""Every sentence about a problem, in English and German, in one table.

    key          severity   English                  German                   way out, English and German
    "bad-date"   error      '{seen}' is no date ...  '{seen}' ist kein ...    write 2020-03-07 ...

Values are put in at the edge and made harmless for a terminal on the way. A test
holds that both languages name the same values, and that every key the code uses is here.
"""

from typing import Any, Final

from libcorpus.model.harmless import harmless
from libcorpus.model.problems import Problem
from libcorpus.model.wordings.corpus import CORPUS
from libcorpus.model.wordings.fetching import FETCHING
from libcorpus.model.wordings.following import FOLLOWING
from libcorpus.model.wordings.formats import FORMATS
from libcorpus.model.wordings.holding import HOLDING
from libcorpus.model.wordings.leaving import kind_of_left
from libcorpus.model.wordings.pdf import PDF
from libcorpus.model.wordings.promises import PROMISES
from libcorpus.model.wordings.reading import READING
from libcorpus.model.wordings.row import Wording
from libcorpus.model.wordings.store import STORE
from libcorpus.model.wordings.values import VALUES


def sentence(problem: Problem, lang: str) -> str:
    """The whole message: place, sentence and key, then what was seen, then the way out, each on its own line."""
    wording = WORDING[problem.key]
    values = dict(problem.values)
    if problem.key == "part-left-out":
        values["seen"] = kind_of_left(str(values["seen"]), lang)
    text = _filled(wording.de if lang == "de" else wording.en, values)
    hint = _filled(wording.hint_de if lang == "de" else wording.hint_en, values)
    lines = [f"{harmless(problem.place)}: {text} [{problem.key}]" if problem.place else f"{text} [{problem.key}]"]
    if problem.excerpt:
        lines.append(f"    {harmless(problem.excerpt[:200])}")
    if hint:
        lines.append(f"    {'Ausweg' if lang == 'de' else 'hint'}: {hint}")
    return "\n".join(lines)


def _filled(template: str, values: Any) -> str:
    return template.format(**{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> str:
    """A value on one line, cut where it is very long; several, each on a line of its own."""
    if isinstance(value, tuple):
        return "".join(f"\n        {harmless(one)}" for one in value)
    return harmless(value)[:300]


WORDING: Final[dict[str, Wording]] = {
    **VALUES,
    **READING,
    **PDF,
    **FORMATS,
    **FETCHING,
    **STORE,
    **CORPUS,
    **PROMISES,
    **FOLLOWING,
    **HOLDING,
}
