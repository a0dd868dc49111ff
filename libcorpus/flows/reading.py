"""Reads one source: what its reader made of it, the document, and how its lines agree with the rule.

    bytes -> readers: Draft -> text: Document -> laws checked -> Reading

The same for a file that is only looked at and for one that is filed. Knows no corpus and no git.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from libcorpus.model.document import Document
from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.model.resolution import Resolution
from libcorpus.readers import ReadOptions, decode
from libcorpus.readers.limits import read
from libcorpus.text.build import check_laws, document_of
from libcorpus.text.numbering import MIN_BREAKS, Rule, RuleCheck, check_by_rule

# Kinds of left-out text that a reader takes off mechanically: counted, not kept.
MECHANICAL: Final = frozenset(
    [
        "margin-number",
        "list-dash",
        "bullet",
        "metadata",
        "section-name",
        "soft-hyphen",
        "invisible",
        "hyphen",
        "page-head",
        "page-number",
        "markup",
        "data",
        "page-furniture",
        "navigation",
        "script",
        "style",
        "toc",
    ]
)
BREAKS: Final = ("margin-gap", "margin-repeat")
NO_OPTIONS: Final = ReadOptions()
# How motion systems wrap where a source has no printed lines: Antragsgrün's rule, and that of others by their name.
# OpenSlides 4 takes 85 characters where a meeting sets no others, 5 less in each level of a list and 20 less in a
# quote; its h1 to h3 have a share of L, rounded up, and a word longer than a line is cut without a hyphen. So its
# client counts (line-numbering), seen in its public source; OpenSlides 3 began with 90.
RULES: Final = {"": Rule(), "openslides": Rule(85, 5, (0.66, 0.75, 0.85, 1.0), quote=20, up=True, hyphens=False)}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of one source, or of one part of it. ``digest`` is the hex SHA-256 of the source's bytes."""

    file_name: str
    digest: str
    options: ReadOptions
    draft: Draft
    document: Document
    rule: RuleCheck

    @property
    def breaks(self) -> tuple[Problem, ...]:
        """Where printed numbers are missing or come again: reasons to refuse, unless somebody says why it is so."""
        return tuple(remark for remark in self.draft.remarks if remark.key in BREAKS)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What was guessed or odd: by the reader, and by the rule of wrapping where print has numbers."""
        own = [remark for remark in self.draft.remarks if remark.key not in BREAKS]
        if self.draft.numbered:
            own += [replace(remark, place=self.file_name) for remark in self.rule.remarks]
        else:
            length = rule_for(self.draft, self.options).length
            own.append(Problem.of("numbers-computed", self.file_name, length=length))
        return tuple(own)


def read_source(
    data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS, language: str = "", otherwise: str = "de"
) -> Reading:
    """Read one source as one text; refuses a file that cannot be read, or of which a character would be lost.

    ``language`` wins over what the source says of itself; ``otherwise`` holds where neither says anything.
    """
    name = shown_name(file_name)
    draft = read(data, name, options)
    source = decode(data, name) if draft.characters is None else draft.characters
    own_language = language or draft.metadata.get("language") or otherwise
    return reading_of(draft, source, name, hashlib.sha256(data).hexdigest(), own_language, options)


def reading_of(
    draft: Draft, source: str, file_name: str, digest: str, language: str, options: ReadOptions = NO_OPTIONS
) -> Reading:
    """The reading of a draft, with the laws that bind it to the characters of its ``source`` checked."""
    document = document_of(draft, language, rule=rule_for(draft, options), first_line=options.first_line)
    try:
        check_laws(draft, document, source)
    except LibcorpusError as error:
        raise LibcorpusError([replace(one, place=one.place or file_name) for one in error.problems]) from None
    return Reading(file_name, digest, options, draft, document, _rule_check(draft, document))


def _rule_check(draft: Draft, document: Document) -> RuleCheck:
    """How print and rule agree. Computed lines do, and from a few no length can be inferred."""
    if not draft.numbered or len(document.lines) - len(document.blocks) < MIN_BREAKS:
        return RuleCheck(None, 1.0, len(document.lines), 0)
    return check_by_rule(document)


def shown_name(file_name: str) -> str:
    """A file's name as it can be written down: bytes on disk that are no UTF-8 become "?"."""
    return file_name.encode("utf-8", "replace").decode()


def rule_for(draft: Draft, options: ReadOptions) -> Rule:
    """The rule that numbers a draft without printed lines: as a person says, else as its source says."""
    rule = RULES.get(draft.rule, RULES[""])
    length = options.line_length or draft.line_length
    return replace(rule, length=length) if length else rule


def rule_of(resolution: Resolution) -> Rule:
    """The rule by which the lines of a filed resolution were computed."""
    rule = RULES.get(resolution.rendition.rule, RULES[""])
    return replace(rule, length=resolution.rendition.line_length or rule.length)


def counted(left_out: Sequence[LeftOut]) -> tuple[dict[str, int], tuple[LeftOut, ...]]:
    """What was left out: mechanical kinds as counts, anything else as it stands."""
    counts: dict[str, int] = {}
    for left in left_out:
        if left.kind in MECHANICAL:
            counts[left.kind] = counts.get(left.kind, 0) + 1
    return counts, tuple(left for left in left_out if left.kind not in MECHANICAL)


def options_as_text(options: ReadOptions) -> dict[str, str]:
    """The options that differ from the defaults, as they are written down with a source."""
    return {
        one.name: str(getattr(options, one.name))
        for one in fields(options)
        if getattr(options, one.name) != one.default
    }


def options_of(texts: Mapping[str, str]) -> ReadOptions:
    """The options that were written down with a source; one that this program does not know is passed over."""
    known = {one.name for one in fields(ReadOptions)}
    values: dict[str, Any] = {
        name: int(text) if text.isdecimal() else text for name, text in texts.items() if name in known
    }
    return ReadOptions(**values)
