"""The sample, exactly: 231 printed lines in 51 blocks, as the first issue lists them, each line as it stands."""

import re
from pathlib import Path
from typing import Final

import pytest

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.draft import Draft
from libcorpus.readers import decode, read
from libcorpus.text.build import check_laws, document_of
from libcorpus.text.numbering import check_by_rule

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "corpus/resolutions/gruene-duesseldorf/2020-03-07/2.13-integration-und-teilhabe"

HEADINGS: Final = "31, 87, 88, 103, 125, 176, 199, 226"
PARAGRAPHS: Final = "1-3, 4-8, 9-17, 18, 19-24, 25, 26-30, 32-44, 45-54, 55-61, 62-73, 74-79, 80-86"
ITEMS: Final = (
    "89-93, 94-99, 100-102, 104-107, 108-111, 112-119, 120-124, 126-132, 133-139, 140-146, 147-154, 155-159, 160-165, "
    "166-171, 172-175, 177-180, 181-185, 186-193, 194-198, 200-202, 203-205, 206-214, 215-219, 220-222, 223-225, 227, "
    "228, 229, 230, 231"
)


@pytest.fixture(scope="module")
def source() -> bytes:
    return (FOLDER / "source.txt").read_bytes()


@pytest.fixture(scope="module")
def draft(source: bytes) -> Draft:
    return read(source, "source.txt")


@pytest.fixture(scope="module")
def document(draft: Draft) -> Document:
    return document_of(draft)


def expected() -> dict[str, BlockKind]:
    kinds = ((HEADINGS, BlockKind.HEADING), (PARAGRAPHS, BlockKind.PARAGRAPH), (ITEMS, BlockKind.ITEM))
    return {lines: kind for group, kind in kinds for lines in group.split(", ")}


def test_it_has_these_blocks(document: Document) -> None:
    found = {str(document.lines_of_block(index)): block.kind for index, block in enumerate(document.blocks)}
    assert found == expected()
    assert len(document.blocks) == 51


def test_one_heading_stands_above_the_others(document: Document) -> None:
    levels = {
        str(document.lines_of_block(index)): block.level
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING
    }
    assert levels["87"] == 1
    assert levels["88"] == 2
    assert {block.level for block in document.blocks if block.kind is BlockKind.ITEM} == {1}


def test_every_line_is_the_one_of_the_transcript(source: bytes, document: Document) -> None:
    transcript = {
        int(match[1]): match[2]
        for line in source.decode().split("\n")
        if (match := re.fullmatch(r" *(?:- )?(\d{1,3}) (?:• )?(.*)", line))
    }
    assert {start.number: words for start, words in document.printed()} == transcript
    assert len(transcript) == 231
    assert "Abschiebep Praxis" in transcript[76]


def test_its_head_names_these_fields(draft: Draft) -> None:
    assert dict(draft.metadata) == {
        "title": "Integration und Teilhabe",
        "body": "Mitgliederversammlung",
        "adopted_on": "2020-03-07",
        "agenda_item": "2.13",
        "agenda_title": "Integration und Teilhabe",
        "kind": "resolution",
    }


def test_nothing_is_lost_and_levels_are_the_only_guesses(source: bytes, draft: Draft, document: Document) -> None:
    check_laws(draft, document, decode(source, "source.txt"))
    assert {remark.key for remark in draft.remarks} == {"heading-level-guessed"}
    counts = {
        kind: sum(left.kind == kind for left in draft.left_out) for kind in {left.kind for left in draft.left_out}
    }
    assert counts == {"margin-number": 231, "bullet": 30, "list-dash": 25, "metadata": 4, "section-name": 1}


def test_the_rule_contradicts_four_lines_of_one_paragraph(document: Document) -> None:
    check = check_by_rule(document)
    assert (check.length, check.lines, check.reproduced) == (80, 231, 227)
    (remark,) = check.remarks
    assert (remark.values["first"], remark.values["cause"], remark.values["seen"]) == (80, 82, 83)


def test_what_is_filed_is_what_is_read_today(document: Document) -> None:
    from libcorpus.text.linetable import write_document

    assert write_document(document) == tuple(
        (FOLDER / name).read_bytes().decode() for name in ("text.txt", "lines.tsv")
    )
