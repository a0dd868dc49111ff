"""Reads the source of a filed resolution again, with today's reader, and applies its corrections again.

    source  --today's reader-->  text  --corrections/001.patch-->  text.txt, lines.tsv, resolution.toml

A hunk of a correction is looked for where its words now stand. One that is in the text already is done; one
that fits nowhere is named and refuses, until somebody gives that correction up. What a person described
stays as it is. Nothing is written here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from libcorpus.flows.comparing import Comparison, Side, compare
from libcorpus.flows.correcting import corrected, correction_names
from libcorpus.flows.reading import counted, options_of, rule_for, rule_of
from libcorpus.flows.splitting import drafted
from libcorpus.model.document import Document
from libcorpus.model.draft import Draft
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.model.resolution import Resolution
from libcorpus.patch import Hunk, hunks_of, unified
from libcorpus.readers import decode
from libcorpus.store.layout import Layout, folder_of
from libcorpus.store.records import write_resolution
from libcorpus.text.build import check_laws, document_of
from libcorpus.text.canonical import write_text
from libcorpus.text.linetable import write_document
from libcorpus.text.numbering import check_by_rule
from libcorpus.text.sentences import splitter

_BREAKS: Final = ("margin-gap", "margin-repeat")


@dataclass(frozen=True, slots=True)
class Reread:
    """A resolution as it is and as it would be: ``changes`` are the files to write, empty if all comes out the same."""

    old: Resolution
    new: Resolution
    comparison: Comparison
    same_words: bool
    remarks: tuple[Problem, ...]
    changes: dict[PurePosixPath, bytes]


def reread(layout: Layout, own_id: ResolutionId, dropped: Collection[int] = ()) -> Reread:
    """What today's reader makes of a source; ``dropped`` are the numbers of corrections that are given up.

    Refuses a source that is not the one that was filed, and a correction that no longer fits, by its number.
    """
    old = layout.resolution(own_id)
    draft, base = _read_again(layout, old)
    new = _recorded(old, draft, base)
    place = layout.place(folder_of(own_id) / "corrections")
    corrections = _Corrections(layout, own_id, dropped)
    document, patches, remarks = corrections.applied(base, new, place)
    before = layout.document(own_id)
    changes = _changes(layout, new, document, patches)
    comparison = compare(Side(str(own_id), before, old), Side(str(own_id), document, new))
    own = [remark for remark in draft.remarks if remark.key not in _BREAKS]
    return Reread(old, new, comparison, before == document, (*remarks, *own), changes)


def _read_again(layout: Layout, resolution: Resolution) -> tuple[Draft, Document]:
    from hashlib import sha256

    data = layout.source(resolution)
    digest = sha256(data).hexdigest()
    source = resolution.source
    if digest != source.sha256:
        place = layout.place(folder_of(resolution.id))
        raise refuse("source-altered", place, seen=digest[:12], expected=source.sha256[:12])
    draft, options = drafted(data, resolution), options_of(source.options)
    breaks = [remark for remark in draft.remarks if remark.key in _BREAKS]
    if breaks and not resolution.rendition.gaps:
        raise LibcorpusError(breaks)
    document = document_of(draft, resolution.language, rule=rule_for(draft, options), first_line=options.first_line)
    check_laws(draft, document, decode(data, source.file) if draft.characters is None else draft.characters)
    return draft, document


def _recorded(old: Resolution, draft: Draft, document: Document) -> Resolution:
    """The record with who read the source, what was left out and how its lines are numbered; all else stays."""
    counts, others = counted(draft.left_out)
    # A kind of which nothing was left out any more: its old count would stay in the file otherwise.
    gone = dict.fromkeys(old.source.left_out.keys() - counts.keys(), 0)
    source = replace(
        old.source,
        reader=draft.reader,
        splitter=splitter(),
        left_out={**gone, **counts},
        left_out_text=tuple((left.place, left.text, left.reason) for left in others),
    )
    length = rule_for(draft, options_of(old.source.options)).length
    if draft.numbered:
        length = check_by_rule(document).length or 0
    rendition = replace(
        old.rendition,
        numbers="printed" if draft.numbered else "computed",
        line_length=length,
        rule="" if draft.numbered else draft.rule,
    )
    return replace(old, source=source, rendition=rendition)


def _changes(
    layout: Layout, new: Resolution, document: Document, patches: dict[str, bytes]
) -> dict[PurePosixPath, bytes]:
    """The files that come out otherwise than they are."""
    folder = folder_of(new.id)
    text, table = write_document(document)
    record = write_resolution(new, layout.read_text(folder / "resolution.toml"))
    files = {
        folder / "resolution.toml": record.encode(),
        folder / "text.txt": text.encode(),
        folder / "lines.tsv": table.encode(),
        **{folder / "corrections" / name: patch for name, patch in patches.items()},
    }
    return {path: data for path, data in files.items() if layout.read(path) != data}


class _Corrections:
    """The stored corrections of a resolution, to be made again on another text."""

    def __init__(self, layout: Layout, own_id: ResolutionId, dropped: Collection[int]) -> None:
        self.layout, self.folder, self.dropped = layout, folder_of(own_id), set(dropped)
        self.names = correction_names(layout, self.folder)
        known = {int(name.partition(".")[0]) for name in self.names}
        for number in sorted(self.dropped - known):
            raise refuse("no-correction", str(own_id), seen=number, known=", ".join(map(str, sorted(known))) or "-")

    def applied(
        self, document: Document, resolution: Resolution, place: str
    ) -> tuple[Document, dict[str, bytes], tuple[Problem, ...]]:
        """The corrected text, the patches that lead to it, and what is worth a remark; names each that fails."""
        patches: dict[str, bytes] = {}
        remarks: list[Problem] = []
        failed: list[Problem] = []
        computed, rule = resolution.rendition.numbers == "computed", rule_of(resolution)
        for name in self.names:
            head, _, patch = self.layout.read_text(self.folder / "corrections" / name).partition("\n\n")
            before = write_text(document.blocks)
            if int(name.partition(".")[0]) in self.dropped:
                after, own = before, [Problem.of("correction-dropped", f"{place}/{name}")]
            else:
                after, own = _again(before, hunks_of(patch, f"{place}/{name}"), f"{place}/{name}")
            failed += [problem for problem in own if problem.key == "correction-unfit"]
            remarks += [problem for problem in own if problem.key != "correction-unfit"]
            if after != before:
                document = corrected(document, after, f"{place}/{name}", computed, rule)
            patches[name] = f"{head}\n\n{unified(before, write_text(document.blocks))}".encode()
        if failed:
            raise LibcorpusError(failed)
        return document, patches, tuple(remarks)


def _again(text: str, hunks: Sequence[Hunk], place: str) -> tuple[str, list[Problem]]:
    """The text with each hunk made where its words stand now, and a problem for each that is done already or fails."""
    lines = text[:-1].split("\n") if text else []
    problems: list[Problem] = []
    for hunk in hunks:
        old, new = list(hunk.old), list(hunk.new)
        at = _found(lines, old, hunk.start)
        if at is None:
            # With its surroundings a hunk may not fit any more, while the sentences it changes still stand there.
            old, new = list(hunk.removed), list(hunk.added)
            at = _found(lines, old, hunk.start) if old else None
        if at is not None:
            lines[at : at + len(old)] = new
        elif hunk.added and _found(lines, list(hunk.added), hunk.start) is not None:
            problems.append(Problem.of("correction-done", place, hunk.added[0], line=hunk.start + 1))
        else:
            excerpt = next(iter(hunk.removed or hunk.added), "")
            number = int(place.rpartition("/")[2].partition(".")[0])
            problems.append(Problem.of("correction-unfit", place, excerpt, line=hunk.start + 1, number=number))
    return "".join(f"{line}\n" for line in lines), problems


def _found(lines: Sequence[str], wanted: Sequence[str], expected: int) -> int | None:
    """Where lines stand: at the place they stood, or at the only other one; None if there are none or several."""
    size = len(wanted)
    if list(lines[expected : expected + size]) == list(wanted):
        return expected
    places = [at for at in range(len(lines) - size + 1) if list(lines[at : at + size]) == list(wanted)]
    return places[0] if len(places) == 1 else None
