"""Sessions: the forms a comparison can take, and what is compared with what."""

import subprocess

import pytest

from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session

ID = "morgenrot-lindenfurt/2015-03-14/4.1-sprachkurse-fuer-alle"


@pytest.mark.parametrize("form", ["text", "html", "markdown", "json", "patch", "amendments"])
def test_every_form_says_the_same_change(filed: Session, form: str) -> None:
    code, out, _ = filed("diff", "@2009", "@2014", "--format", form)
    assert code == 1
    assert "2020" in out
    assert "Antidiskriminierungsstelle" in out


def test_a_report_goes_to_a_file(filed: Session) -> None:
    code, out, err = filed("diff", "@2009", "@2014", "--format", "html", "--output", "synopse.html", "--lang", "de")
    assert (code, out) == (1, "")
    assert "geschrieben nach synopse.html" in err
    page = (filed.folder / "synopse.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "<script" not in page
    assert "the file cannot be written" in filed.refused("diff", "@2009", "@2014", "-o", "nirgends/x.html")


def test_git_applies_the_patch_in_the_corpus(filed: Session) -> None:
    patch = filed.out("diff", "@2009", "@2014", "--format", "patch")
    corpus = filed.folder / "corpus"
    subprocess.run(["git", "apply"], input=patch.encode(), cwd=corpus, check=True)
    old, new = (next(corpus.glob(f"resolutions/*/{year}*/*/text.txt")) for year in ("2009", "2014"))
    assert old.read_text("utf-8") == new.read_text("utf-8")


def test_differences_of_form_are_folded_away(corpus: Session) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    later = TRANSCRIPT.replace("14.03.2015", "14.03.2018")
    gendered = later.replace("Haupt- und Ehrenamtliche", "haupt- und Ehrenamtliche")
    corpus.out("archive", corpus.write("b.txt", gendered), *ORGANISATION)
    assert corpus("diff", "@2015", "@2018")[0] == 1
    code, out, _ = corpus("diff", "@2015", "@2018", "--ignore", "case")
    assert (code, "reworded" in out) == (0, False)
    links = corpus.json("diff", "@2015", "@2018", "--ignore", "case")["links"]
    (link,) = [one for one in links if one.get("form_only")]
    assert link["kind"] == "kept"
    assert "--ignore is 'farbe', expected one of" in corpus.refused("diff", "@2015", "@2018", "--ignore", "farbe")
    assert "a patch leaves nothing out" in corpus.refused(
        "diff", "@2015", "@2018", "--ignore", "case", "--format", "patch"
    )


def test_what_corrections_changed_is_read_from_git(corpus: Session) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    text = (corpus.folder / "corpus/resolutions" / ID / "text.txt").read_text("utf-8")
    corrected = corpus.write("neu.txt", text.replace("20 Sprachkurse", "25 Sprachkurse"))
    corpus.out("correct", "4.1", corrected, "--reason", "verlesen")
    assert corpus("diff", "4.1", "--known-at", "HEAD")[0] == 0
    code, out, _ = corpus("diff", "4.1", "--known-at", "HEAD~1")
    assert code == 1
    assert "[-20-]" in out
    assert "{+25+}" in out
    corpus.refused("diff", "4.1", "--known-at", "--output=x")
    corpus.refused("diff", "4.1", "--known-at", "gibtesnicht")
    assert "two texts are compared" in corpus.refused("diff", "4.1")


def test_related_sentences_stand_beside_and_can_be_switched_off(filed: Session) -> None:
    with_hints, without = filed.json("diff", "@2014", "@2019"), filed.json("diff", "@2014", "@2019", "--no-related")
    assert with_hints["links"] == without["links"]
    assert without["related"] == []
    for pair in with_hints["related"]:
        sides = [(link["kind"], link["old"]) for link in with_hints["links"] if link["old"]]
        kinds = {kind for kind, old in sides if pair["old"] in old["sentences"]}
        assert kinds == {"removed"}
        assert pair["shared"]


def test_the_same_answer_with_any_hash_seed(filed: Session) -> None:
    import os
    import sys

    outputs = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        code = "from libcorpus.cli import main; main()"
        command = [sys.executable, "-c", code, "--corpus", str(filed.folder), "diff", "@2014", "@2019", "--json"]
        outputs.add(subprocess.run(command, env=environment, capture_output=True).stdout)
    assert len(outputs) == 1


def test_a_text_that_was_only_wrapped_anew_has_not_changed(corpus: Session) -> None:
    words = (
        "Die Stadt soll jedes Jahr zwanzig Sprachkurse für alle anbieten, die in Lindenfurt leben und Deutsch lernen "
        "wollen. Haupt- und Ehrenamtliche sollen dafür städtische Räume kostenlos nutzen dürfen, auch an den "
        "Wochenenden. Menschen aus Nicht-EU-Staaten sollen nach fünf Jahren kommunal wählen dürfen."
    )
    from libcorpus.text.numbering import wrap

    for year, length in (("2015", 80), ("2018", 46)):
        lines = [words[line.start : line.end].rstrip() for line in wrap(words, length)]
        numbered = "\n".join(f"{number} {line}" for number, line in enumerate(lines, start=1))
        head = f"Beschluss Kurse\n\nGremium: MV\nDatum: 14.03.{year}\n\n"
        corpus.out("archive", corpus.write(f"{year}.txt", head + numbered + "\n"), *ORGANISATION)
    code, out, _ = corpus("diff", "@2015", "@2018")
    assert (code, out.count("kept")) == (0, 2)
