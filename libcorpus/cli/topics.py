"""The command that shows topics and tries them on a text: ``topics``.

libcorpus topics integration --in entwurf.txt --missed
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.shell import Settings, corpus, echo, echo_json, style
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import escaped
from libcorpus.model.problems import NotFoundError, Problem, refuse

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus
    from libcorpus.flows.comparing import Side
    from libcorpus.topics.topic import Topic


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("topics", help=say("topics"))
    def topics(
        name: Annotated[str, typer.Argument(metavar="[TOPIC]", help=say("help.topic_name"))] = "",
        own_id: Annotated[str, typer.Argument(metavar="[ID]", help=say("help.topics.in"))] = "",
        within: Annotated[str, typer.Option("--in", metavar="ID|FILE", help=say("help.topics.in"))] = "",
        topic_file: Annotated[Path | None, typer.Option("--topic-file", help=say("help.topic_file"))] = None,
        missed: Annotated[bool, typer.Option("--missed", help=say("help.missed"))] = False,
        as_toml: Annotated[bool, typer.Option("--toml", help=say("help.topics.toml"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        if own_id and within:
            raise refuse("one-text", seen=own_id, other=within)
        source = _corpus()
        text = within or own_id
        if text:
            _tried(_topic(name, topic_file, source), _side(text, source), missed, as_json)
        elif missed:
            raise refuse("missed-wants-text")
        elif as_toml:
            echo(escaped(_file_of(name, topic_file, source).removesuffix("\n")))
        elif name or topic_file:
            _shown(_topic(name, topic_file, source), as_json)
        else:
            _listed(list(_known(source).values()), as_json)


def _corpus() -> "Corpus | None":
    """The corpus the call means; none where none was named and there is none here: topics can be tried without."""
    try:
        return corpus()
    except NotFoundError:
        if Settings.corpus:
            raise
        return None


def _known(source: "Corpus | None") -> "dict[str, Topic]":
    """The topics there are: those of the corpus, or the packaged ones where there is no corpus."""
    from libcorpus.topics.packaged import packaged_topic, packaged_topics

    return source.topics() if source else {name: packaged_topic(name) for name in packaged_topics()}


def _topic(name: str, file: Path | None, source: "Corpus | None") -> "Topic":
    """The topic a call means: from a file to try it, or by name."""
    from libcorpus.corpus import read_file
    from libcorpus.model.ids import slugify
    from libcorpus.topics.topic import parse_topic

    if file is not None:
        return parse_topic(_decoded(read_file(file), file), name or slugify(file.stem, "topic"), str(file))
    if not name:
        raise refuse("which-topic", known=", ".join(_known(source)))
    if source:
        return source.topic(name)
    known = _known(None)
    if name not in known:
        raise NotFoundError(Problem.of("no-topic", seen=name, known=", ".join(known)))
    return known[name]


def _file_of(name: str, file: Path | None, source: "Corpus | None") -> str:
    """The file of a topic as it was written, with its comments: to begin a changed one with."""
    from libcorpus.corpus import read_file
    from libcorpus.topics.packaged import packaged_topics

    topic = _topic(name, file, source)
    if file is not None:
        return _decoded(read_file(file), file)
    own = source.layout.topic_files() if source else {}
    return (packaged_topics() | own)[topic.name]


def _decoded(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse("topic-not-utf8", str(file)) from None


def _side(named: str, source: "Corpus | None") -> "Side":
    """The text to try a topic on: filed, all that an assembly adopted, or a file that is not archived."""
    from libcorpus.corpus import read_file
    from libcorpus.flows.sides import file_side
    from libcorpus.store.layout import is_file

    if source:
        return source.side(named)
    if not is_file(Path(named)):
        return corpus().side(named)
    return file_side(read_file(Path(named)), Path(named), "de")


def _listed(known: "list[Topic]", as_json: bool) -> None:
    from libcorpus.render import topics as shown

    if as_json:
        echo_json({"schema": 1, "topics": [shown.topic_as_data(topic) for topic in known]})
        return
    for line in shown.render_topics(known, language()):
        echo(line)


def _shown(topic: "Topic", as_json: bool) -> None:
    from libcorpus.render import topics as shown

    if as_json:
        _listed([topic], as_json)
        return
    for line in shown.render_topic(topic, style(), language()):
        echo(line)


def _tried(topic: "Topic", side: "Side", with_missed: bool, as_json: bool) -> None:
    """What a topic finds in a text, and, where asked for, what it does not take."""
    from libcorpus.render import topics as shown
    from libcorpus.topics.passages import missed, passages

    found = passages(topic, side.document)
    if as_json:
        data = {"schema": 1, "topic": topic.name, "id": side.name, "passages": shown.passages_as_data(found)}
        left = {"missed": shown.missed_as_data(missed(topic, side.document))} if with_missed else {}
        echo_json({**data, **left})
        return
    echo(style().strong(shown.summary(topic, side.name, found, side.document, language())))
    for line in shown.render_passages(found, style(), language()):
        echo(line)
    if not found:
        echo(say("nothing"))
    if with_missed:
        for line in shown.render_missed(missed(topic, side.document), style(), language()):
            echo(line)
