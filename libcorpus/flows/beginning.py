"""Makes a corpus: its folder, the files it begins with, and their commit.

    DIR/corpus.toml  .gitattributes  README.md  [organisations/<slug>.toml]

The repository around the folder is used; where there is none, one is made in the folder.
"""

from pathlib import Path, PurePosixPath

from libcorpus.flows.recording import checked_fields
from libcorpus.model.ids import checked_slug
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import Organisation
from libcorpus.store.acts import Act, perform, settle
from libcorpus.store.layout import (
    ATTRIBUTES,
    CORPUS_FILE,
    CorpusInfo,
    organisation_path,
    write_info,
    write_organisation,
)
from libcorpus.store.repository import Repository, sweep
from libcorpus.store.unfinished import unfinished

README = """# {title}

Beschlüsse in Format 1 von libcorpus: je Beschluss ein Ordner unter `resolutions/` mit den Wörtern (`text.txt`),
den gedruckten Zeilen (`lines.tsv`), den Angaben (`resolution.toml`) und der Quelle, wie sie einging.

Die Texte gehören denen, die sie beschlossen haben; hier stehen sie zum Nachschlagen und Zitieren.
"""


def begin(path: Path, title: str, organisation: str, organisation_name: str) -> Path:
    """Make a corpus in ``path`` and commit it; returns its root. Refuses where a corpus is already."""
    told = checked_fields({"title": title, "organisation_name": organisation_name})
    title, organisation_name = told["title"], told["organisation_name"]
    root = path.absolute()
    sweep(root)
    if unfinished(root) is not None:
        settle(Repository.containing(root))
    if (root / CORPUS_FILE).exists():
        raise refuse("corpus-exists", str(path))
    if path.exists() and not path.is_dir():
        raise refuse("not-a-folder", str(path))
    if organisation:
        checked_slug(organisation)
    made = _missing_folders(root)
    root.mkdir(parents=True, exist_ok=True)
    try:
        perform(_act(root, title, organisation, organisation_name), root, _repository(root))
    except BaseException:
        for folder in made:
            _remove_empty(folder)
        raise
    return root


def _missing_folders(root: Path) -> list[Path]:
    """The folders that have to be made, deepest first."""
    return [folder for folder in (root, *root.parents) if not folder.exists()]


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def _repository(root: Path) -> Repository:
    try:
        return Repository.containing(root)
    except LibcorpusError as error:
        if error.problem.key != "no-repository":
            raise
        return Repository.create(root)


def _act(root: Path, title: str, organisation: str, organisation_name: str) -> Act:
    name = title or "Beschlüsse"
    files = {
        CORPUS_FILE: write_info(CorpusInfo(name, "de", organisation)),
        ".gitattributes": ATTRIBUTES,
        "README.md": README.format(title=name),
    }
    changes = {PurePosixPath(file): text.encode() for file, text in files.items() if not (root / file).exists()}
    if organisation:
        text = write_organisation(Organisation(organisation, organisation_name or organisation))
        changes[organisation_path(organisation)] = text.encode()
    return Act("init", name, (), changes)
