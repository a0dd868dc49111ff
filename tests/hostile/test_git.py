"""A corpus that a stranger made: nothing of its configuration, hooks or attributes is run by looking at it.

attack: what stands in the repository     ->  each reading command is called, and the mark is not there
control: git itself, called plainly       ->  the mark is there, so the attack is a real one
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from libcorpus.cli.app import COMMANDS, WRITES
from tests.cli.conftest import EXAMPLES, ORGANISATION, Session
from tests.hostile.reading import READING, WITH_GIT, planted, read_everything

STATUS = ("status",)
DIFF = ("diff", "HEAD~1")
LOG = ("log", "-1", "--", ".")

# Attack: settings of .git/config, attributes in .git/info/attributes, and a git command that runs it ("" for none that
# would run it without a terminal or a network; such a program must not run either).
CONFIGURED: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "file system monitor": (("core.fsmonitor={program}",), "", STATUS),
    "clean filter": (("filter.x.clean={program}",), "* filter=x", DIFF),
    "clean filter, required": (("filter.x.clean={program}", "filter.x.required=true"), "* filter=x", DIFF),
    "clean filter with = in its name": (("filter.a=b.clean={program}",), "* filter=a=b", DIFF),
    "process filter": (("filter.x.process={program}",), "* filter=x", DIFF),
    "smudge filter": (("filter.x.smudge={program}",), "* filter=x", ("checkout", "--", ".")),
    "external diff": (("diff.external={program}",), "", DIFF),
    "external diff by attribute": (("diff.x.command={program}",), "* diff=x", DIFF),
    "textconv": (("diff.x.textconv={program}",), "* diff=x", DIFF),
    "pager": (("core.pager={program}", "pager.log=true", "pager.diff=true", "pager.config=true"), "", ()),
    "signature shown": (("log.showSignature=true", "gpg.program={program}"), "", ()),
    "alias of a command": (
        ("alias.diff=!{program}", "alias.log=!{program}", "alias.x=!{program}"),
        "",
        ("x",),
    ),
    "hooks": (("core.hooksPath={folder}",), "", ("commit", "--allow-empty", "-m", "x")),
    "another file of settings": (("include.path={folder}/more",), "* filter=y", DIFF),
    "trailers": (("trailer.act.command={program}", "trailer.act.cmd={program}"), "", ()),
    "helper for passwords": (("credential.helper={program}", "core.askPass={program}"), "", ()),
    "editor": (("core.editor={program}", "sequence.editor={program}"), "", ()),
    "ssh": (("core.sshCommand={program}", "core.gitProxy={program}"), "", ()),
}


@pytest.fixture
def strange(session: Session) -> Session:
    """A corpus with two resolutions, sealed; then one is corrected by hand, so that git has to look at the file."""
    session.out("init", "corpus", "--title", "Beschlüsse")
    for name in ("2009-03-14-zusammenleben.txt", "2014-03-22-vielfalt.txt"):
        session.out("archive", str(EXAMPLES / name), *ORGANISATION)
    session.out("seal")
    text = next((session.folder / "corpus/resolutions").glob("*/2014*/*/text.txt"))
    text.write_bytes(text.read_bytes().replace(b"Stadt", b"Kommune", 1))
    return session


def _plain_git(session: Session, *arguments: str) -> None:
    subprocess.run(["git", "-C", "corpus", *arguments], cwd=session.folder, capture_output=True, input=b"")


@pytest.mark.parametrize("attack", CONFIGURED)
def test_a_configured_program_is_not_run(strange: Session, tmp_path: Path, attack: str) -> None:
    settings, attributes, control = CONFIGURED[attack]
    program, mark = planted(tmp_path)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("pre-commit", "post-index-change", "reference-transaction", "post-checkout"):
        shutil.copy(program, hooks / hook)
    (hooks / "more").write_text(f'[filter "y"]\n\tclean = {program}\n', "utf-8")
    for setting in settings:
        # As its last "=" has it: a filter may be called "a=b".
        name, value = (part.format(program=program, folder=hooks) for part in setting.rsplit("=", 1))
        strange.git("-C", "corpus", "config", name, value)
    if attributes:
        (strange.folder / "corpus/.git/info/attributes").write_text(attributes + "\n", "utf-8")
    seen = read_everything(strange, WITH_GIT)
    assert not mark.exists(), mark.read_text("utf-8")
    assert seen[("diff", "@2014", "--known-at", "HEAD")][0] == 1
    if control:
        _plain_git(strange, *control)
        assert mark.exists(), "the attack is none: git itself does not run it"


def test_hooks_that_lie_in_the_repository_are_not_run(strange: Session, tmp_path: Path) -> None:
    program, mark = planted(tmp_path)
    for hook in ("pre-commit", "post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        shutil.copy(program, strange.folder / "corpus/.git/hooks" / hook)
    read_everything(strange)
    assert not mark.exists()


def test_every_command_that_only_reads_is_called() -> None:
    assert set(COMMANDS) - WRITES - {"init"} <= {arguments[0] for arguments in READING}


def test_attributes_of_the_corpus_choose_no_program_of_the_user(strange: Session, tmp_path: Path) -> None:
    """A filter such as git-lfs is the user's own; that a stranger's files are given to it is the stranger's wish."""
    program, mark = planted(tmp_path)
    home = Path(os.environ["HOME"])
    home.mkdir(exist_ok=True)
    (home / ".gitconfig").write_text(f'[filter "lfs"]\n\tclean = {program}\n\tprocess = {program}\n', "utf-8")
    attributes = "* filter=lfs\n"
    (strange.folder / "corpus/.gitattributes").write_text(attributes, "utf-8")
    for folder in (strange.folder / "corpus/resolutions").glob("*/*/*"):
        (folder / ".gitattributes").write_text(attributes, "utf-8")
    seen = read_everything(strange, WITH_GIT)
    assert not mark.exists()
    assert "[attributes]" in seen[("check",)][2]
    _plain_git(strange, "diff")
    assert mark.exists()


def test_a_folder_of_the_corpus_that_is_a_bare_repository_is_none_of_ours(strange: Session, tmp_path: Path) -> None:
    """Its configuration would come with a clone, as files of the tree."""
    program, mark = planted(tmp_path)
    corpus = strange.folder / "corpus"
    inner = tmp_path / "inner.git"
    subprocess.run(["git", "init", "-q", "--bare", str(inner)], check=True)
    shutil.move(corpus / ".git", tmp_path / "outside.git")
    for path in inner.iterdir():
        shutil.move(path, corpus / path.name)
    for name, value in (("core.bare", "false"), ("core.worktree", str(corpus)), ("core.fsmonitor", str(program))):
        subprocess.run(["git", "config", "-f", str(corpus / "config"), name, value], check=True)
    _plain_git(strange, "status")
    assert mark.exists(), "the attack is none"
    mark.unlink()
    read_everything(strange)
    assert not mark.exists()


def test_objects_that_are_missing_are_not_fetched(strange: Session, tmp_path: Path) -> None:
    """A partial clone asks the server that its configuration names, with the programs that it names."""
    program, mark = planted(tmp_path, "true")
    strange.git("-C", "corpus", "commit", "-qam", "by hand")
    strange.git("-C", "corpus", "config", "uploadpack.allowFilter", "true")
    strange.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{strange.folder}/corpus", "partial")
    for name in ("corpus.toml", ".gitattributes", "organisations", "resolutions"):
        source, target = strange.folder / "corpus" / name, strange.folder / "partial" / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    strange.git("-C", "partial", "config", "remote.origin.uploadpack", str(program))
    strange.git("-C", "partial", "config", "remote.origin.promisor", "true")
    os.environ["LIBCORPUS_CORPUS"] = str(strange.folder / "partial")
    try:
        seen = read_everything(strange)
    finally:
        del os.environ["LIBCORPUS_CORPUS"]
    assert not mark.exists()
    assert seen[("show", "@2014")][0] == 0
    code, _, err = seen[("diff", "@2014", "--known-at", "HEAD")]
    assert code == 2
    assert "Traceback" not in err
    subprocess.run(["git", "-C", "partial", "show", "HEAD:corpus.toml"], cwd=strange.folder, capture_output=True)
    assert mark.exists(), "the attack is none"


def test_a_repository_of_somebody_else_is_refused_with_the_way_out(
    strange: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Git's own switch for its tests: it takes the owner for somebody else.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for arguments in (("history", "@2014"), ("diff", "@2014", "--known-at", "HEAD"), ("check", "--sealed")):
        err = strange.refused(*arguments)
        assert "[dubious-ownership]" in err
        assert "safe.directory" in err
    # What needs no git is read all the same.
    assert "Vielfalt" in strange.out("list")


OPTIONS = ("--output={folder}/evil.ran", "-o{folder}/evil.ran", "--exec={program}", "--upload-pack={program}")
REVISIONS = (
    *OPTIONS,
    "-c",
    "--help",
    "HEAD; touch {folder}/evil.ran",
    "ext::sh -c {program}",
    "@{{upstream}}",
    "a\nb",
    "",
)
DATES = ("--output={folder}/evil.ran", "2020-13-45", "../../etc", "2020\n", "1' OR '1'='1", "9" * 5000, "٢٠٢٠")


@pytest.mark.parametrize(
    "command",
    [
        ("diff", "@2014", "--known-at={}"),
        ("beschlusslage", "integration", "--known-at={}"),
        ("show", "--", "{}"),
        ("history", "--", "{}"),
        ("cite", "--lines", "3", "--", "{}"),
        ("origin", "--", "{}"),
        ("reread", "--dry-run", "--", "{}"),
        ("diff", "--", "{}", "@2014"),
        ("diff", "--", "@2014", "{}"),
        ("describe", "--reason", "x", "--", "{}", "votes=1"),
        ("correct", "--reason", "x", "--", "{}"),
        ("positions", "--", "{}"),
        ("beschlusslage", "--as-of={}", "integration"),
        ("list", "--from={}"),
        ("list", "--organisation={}"),
        ("read", "--", "{}"),
        ("archive", "--", "{}"),
        ("check", "--manifest={}"),
        ("search", "--", "{}"),
    ],
    ids=lambda command: " ".join(command),
)
def test_what_a_person_types_is_no_option_of_git(strange: Session, tmp_path: Path, command: tuple[str, ...]) -> None:
    program, mark = planted(tmp_path)
    before = strange.state()
    for text in (*REVISIONS, *DATES):
        own = text.format(folder=tmp_path, program=program)
        arguments = tuple(part.replace("{}", own) for part in command)
        code, out, err = strange(*arguments)
        assert code in (0, 1, 2), (arguments, out, err)
        assert "Traceback" not in err
        if "--known-at" in command[-1] and own:
            assert code == 2, (arguments, out)
    assert not mark.exists()
    assert strange.state() == before


@pytest.mark.parametrize("name", ["--output=x", "-c", "a b", "naïve/zweig", "x'$(touch evil)", "HEAD^"])
def test_a_branch_may_be_called_anything(strange: Session, name: str) -> None:
    head = strange.folder / "corpus/.git/HEAD"
    old = head.read_text("utf-8").split("/")[-1].strip()
    branch = strange.folder / "corpus/.git/refs/heads" / name
    branch.parent.mkdir(exist_ok=True, parents=True)
    shutil.move(strange.folder / "corpus/.git/refs/heads" / old, branch)
    head.write_text(f"ref: refs/heads/{name}\n", "utf-8")
    before = sorted(path.name for path in strange.folder.iterdir())
    read_everything(strange, WITH_GIT)
    assert sorted(path.name for path in strange.folder.iterdir()) == before
