"""What is fuzzed: each parser and each reader, as a function of bytes that ends, refuses, or breaks a law.

    TARGETS["text.txt"](bytes)    ends: read, and the law holds
                                  LibcorpusError: refused, as it should be
                                  anything else: a finding

The laws: what is read and written again is the same; each character of a source is in the text or left out.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final

from libcorpus.fetch.downloads import STATE_FILE, Downloads
from libcorpus.flows.reading import read_source
from libcorpus.flows.sealing import Manifest
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId, agenda_slug, checked_slug, slugify
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.patch import apply, hunks_of, unified
from libcorpus.store import journal
from libcorpus.store.layout import Layout, parse_organisation, write_info, write_organisation
from libcorpus.store.records import parse_resolution, write_resolution
from libcorpus.store.unfinished import JOURNAL
from libcorpus.text.canonical import parse_text, write_text
from libcorpus.text.linetable import parse_document, write_document
from libcorpus.text.sentences import split_sentences
from libcorpus.topics.topic import parse_topic

ID: Final = ResolutionId.parse("partei/2020-03-07/2.13-titel")
TEXT: Final = "# Wege\n\nDie Stadt baut Wege.\nSie sind breit.\n\n- Eins.\n  Noch eins.\n"
LINES: Final = "printed\tpage\ttext_line\tcolumn\thyphen\n1\t\t1\t3\t\n2\t\t3\t1\t\n3\t\t4\t1\t\n4\t\t6\t3\t\n"


def _utf8(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _text(data: bytes) -> None:
    text = _utf8(data)
    assert write_text(parse_text(text)) == text


def _lines(data: bytes) -> None:
    document = parse_document(TEXT, _utf8(data))
    assert parse_document(*write_document(document)) == document


def _document(data: bytes) -> None:
    text, _, table = _utf8(data).partition("\0")
    document = parse_document(text, table)
    assert parse_document(*write_document(document)) == document


def _resolution(data: bytes) -> None:
    text = _utf8(data)
    read = parse_resolution(text, ID, "resolution.toml")
    assert parse_resolution(write_resolution(read, text), ID, "resolution.toml") == read
    assert not read.extra or parse_resolution(write_resolution(read, text), ID, "x").extra == read.extra


def _corpus(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        layout, file = Layout(Path(name)), Path(name) / "corpus.toml"
        file.write_bytes(data)
        info = layout.info()
        file.write_bytes(write_info(info, data.decode("utf-8")).encode())
        assert layout.info() == info


def _organisation(data: bytes) -> None:
    text = _utf8(data)
    read = parse_organisation(text, "partei", "partei.toml")
    assert parse_organisation(write_organisation(read, text), "partei", "partei.toml") == read


def _topic(data: bytes) -> None:
    topic = parse_topic(_utf8(data), "thema", "thema.toml")
    topic.members(parse_document(TEXT, LINES))


def _patch(data: bytes) -> None:
    patch = _utf8(data)
    hunks_of(patch, "001.patch")
    changed = apply(TEXT, patch, "001.patch")
    assert apply(TEXT, unified(TEXT, changed)) == changed


def _journal(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / JOURNAL
        folder.mkdir()
        (folder / "act.json").write_bytes(data)
        found = journal.find(Path(name))
        assert found is not None
        for one in found.written:
            assert not PurePosixPath(one.path).is_absolute()
            assert ".." not in one.path.parts


def _manifest(data: bytes) -> None:
    text = _utf8(data)
    made = Manifest.parse(text, "manifest")
    assert str(made) == text
    assert not made.commit.startswith("-")


def _told(error: LibcorpusError) -> None:
    assert sentence(error.problem, "de")


def _ids(data: bytes) -> None:
    text = _utf8(data)
    assert checked_slug(slugify(text)[:60].strip("-"))
    agenda_slug(text)
    ID.answers_to(text)
    kinds: tuple[Callable[[str], object], ...] = (
        ResolutionId.parse,
        PartialDate.parse,
        LineSpan.parse,
        checked_slug,
    )
    for parse in kinds:
        try:
            found = parse(text)
        except LibcorpusError as error:
            _told(error)
            continue
        assert parse(str(found)) == found


def _dates(data: bytes) -> None:
    found = PartialDate.read(_utf8(data))
    assert PartialDate.parse(str(found)) == found


def _sentences(data: bytes) -> None:
    text = " ".join(_utf8(data).split())
    assert " ".join(split_sentences(text)).split() == text.split()


def _downloads(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / STATE_FILE).write_bytes(data)
        kept = Downloads(Path(name))
        for known in kept.known.values():
            assert Path(known.file).name == known.file


def _reader(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        reading = read_source(data, name)
        text, table = write_document(reading.document)
        assert parse_document(text, table) == reading.document

    return read


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "text.txt": _text,
    "lines.tsv": _lines,
    "text and lines": _document,
    "resolution.toml": _resolution,
    "corpus.toml": _corpus,
    "organisation": _organisation,
    "topic": _topic,
    "patch": _patch,
    "journal": _journal,
    "manifest of a seal": _manifest,
    "ids, dates, spans": _ids,
    "dates": _dates,
    "sentences": _sentences,
    "record of downloads": _downloads,
    **{
        f"reader of {kind}": _reader(f"a.{ending}")
        for kind, ending in (
            ("text", "txt"),
            ("Markdown", "md"),
            ("AsciiDoc", "adoc"),
            ("HTML", "html"),
            ("Word", "docx"),
            ("ODT", "odt"),
            ("JSON", "json"),
            ("PDF", "pdf"),
        )
    },
}


def finding(target: str, data: bytes) -> str:
    """What is wrong with what a target makes of bytes; empty where it is read or refused."""
    try:
        TARGETS[target](data)
    except LibcorpusError as error:
        # A refusal by our own laws would be a fault of the reader.
        own = target.startswith("reader") and error.problem.key.startswith(("law-", "bad-block", "sentence-"))
        return f"{error}" if own else ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
