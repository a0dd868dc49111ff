"""Commands by which a person says how texts and sentences belong together: ``relate``, ``link``.

libcorpus relate 2.4@2019 supersedes 4.1@2014 --lines 11-12
libcorpus link 4.1@2014:35-36 2.4@2019:44 --deny
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.shell import corpus, echo, echo_json, style
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus
    from libcorpus.flows.claims import Claim
    from libcorpus.flows.linking import Shown
    from libcorpus.model.ids import ResolutionId
    from libcorpus.model.resolution import Relation, Resolution, SentenceLink


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("relate", help=say("relate"))
    def relate(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        kind: Annotated[str, typer.Argument(metavar="[KIND]", help=say("help.relate.kind"))] = "",
        target: Annotated[str, typer.Argument(metavar="[OTHER]", help=say("help.relate.target"))] = "",
        lines: Annotated[str, typer.Option("--lines", metavar="94-99", help=say("help.relate.lines"))] = "",
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
        remove: Annotated[bool, typer.Option("--remove", help=say("help.relate.remove"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        if bool(kind) != bool(target) or (not kind and (lines or reason or remove)):
            raise refuse("relation-wants-both")
        if not kind:
            _show_relations(corpus(), own_id, as_json)
            return
        source = corpus()
        if remove:
            commit = source.unrelate(own_id, kind, target, reason)
        else:
            commit = source.relate(own_id, kind, target, reason, lines)
        echo(say("done", commit=commit[:10]))

    @app.command("link", help=say("link"))
    def link(
        old: Annotated[str, typer.Argument(metavar="OLD:LINES", help=say("help.link.old"))],
        new: Annotated[str, typer.Argument(metavar="[NEW:LINES]", help=say("help.link.new"))] = "",
        deny: Annotated[bool, typer.Option("--deny", help=say("help.link.deny"))] = False,
        withdraw: Annotated[bool, typer.Option("--withdraw", help=say("help.link.withdraw"))] = False,
        number: Annotated[int, typer.Option("--number", metavar="N", help=say("help.link.number"))] = 0,
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        source = corpus()
        if (deny and withdraw) or (number and (new or not withdraw)) or (not new and not number and (deny or withdraw)):
            raise refuse("link-wants-two")
        if not new and not number:
            _show_links(source, old, as_json)
            return
        if number:
            commit = source.unlink_number(old, number, reason)
        elif withdraw:
            commit = source.unlink(old, new, reason)
        else:
            commit = source.link(old, new, deny, reason)
            _tell_said(source, old, new)
        echo(say("done", commit=commit[:10]))


def _tell_said(source: "Corpus", old: str, new: str) -> None:
    """Both sentences, so that a person sees what was said of which."""
    from libcorpus.flows import linking

    ends = linking.ends_of(source.layout, old, new, source.find)
    link = next(one for one in ends.new.links if linking.same_pair(one, ends.link("same", "")))
    for line in _link_lines(link, old, new):
        echo(line)


def _show_relations(source: "Corpus", short: str, as_json: bool) -> None:
    """What a resolution does to others, what they do to it, and what its text says that nobody took over yet."""
    from libcorpus.flows import claims, relating

    own_id = source.find(short)
    own, document = source.layout.resolution(own_id), source.layout.document(own_id)
    found = relating.related_to(source.layout, own_id)
    said = claims.open_claims(own, document)
    sunset = claims.open_sunset(own, document)
    known = list(source.resolutions()) if said else []
    meant = [(claim, claims.meant(claim, own, known)) for claim in said]
    if as_json:
        echo_json(
            {
                "schema": 1,
                "id": str(own_id),
                "relations": [relating.as_data(one) for one in found.own],
                "related_by": [{"id": str(one.id), **relating.as_data(each)} for one, each in found.others],
                "valid_until": str(own.valid_until) if own.valid_until else None,
                "claims": [claims.as_data(claim, texts) for claim, texts in meant],
                "expires": claims.sunset_as_data(sunset) if sunset else None,
            }
        )
        return
    for line in relation_rows(own, found.others):
        echo(line)
    if not (found.own or found.others or said or sunset or own.valid_until):
        echo(say("no-relations"))
    for claim, texts in meant:
        _tell_claim(own_id, claim, texts, source)
    if sunset:
        _said(sunset.lines, sunset.words, "claim")
        echo(f"  {say('claim.take')}")
        name = _shortener(source)(own_id)
        echo(f"    libcorpus describe {name} valid_until={sunset.until} --reason {say('line')}{sunset.lines or '-'}")


def relation_rows(own: "Resolution", others: "tuple[tuple[Resolution, Relation], ...]") -> list[str]:
    """The relations of a resolution and until when it holds, a line each."""
    from libcorpus.render.relations import render_relations

    return list(render_relations(own, others, style(), language()))


def _tell_claim(own_id: "ResolutionId", claim: "Claim", texts: "list[Resolution]", source: "Corpus") -> None:
    short = _shortener(source)
    _said(claim.lines, claim.words, "claim")
    if not texts:
        echo(f"  {say('claim.none')}")
        return
    echo(f"  {say('claim.take' if len(texts) == 1 else 'claim.which')}")
    for one in texts:
        where = f" --lines {claim.lines}" if claim.lines else f" --reason {say('basis.text')!r}"
        echo(f"    libcorpus relate {short(own_id)} {claim.kind} {short(one.id)}{where}")


def _said(lines: object, words: str, key: str) -> None:
    place = f"{say('line')} {lines or '-'}"
    echo(f"{say(key)} {style().quiet(place)}  {harmless(words)}")


def _shortener(source: "Corpus") -> "Callable[[ResolutionId], str]":
    from libcorpus.flows.naming import shortener

    return shortener(source.layout.resolution_ids())


def _show_links(source: "Corpus", short: str, as_json: bool) -> None:
    from libcorpus.flows import linking

    own_id = source.find(short)
    found = list(linking.shown(source.layout, source.layout.resolution(own_id)))
    if as_json:
        data = [
            {"number": number, **linking.as_data(one.link), "stands": bool(one.place and one.target_place)}
            for number, one in enumerate(found, start=1)
        ]
        echo_json({"schema": 1, "id": str(own_id), "links": data})
        return
    for number, one in enumerate(found, start=1):
        _tell_link(number, one, own_id, source)
    if not found:
        echo(say("no-links"))


def _tell_link(number: int, one: "Shown", own_id: "ResolutionId", source: "Corpus") -> None:
    from libcorpus.model.ids import ResolutionId

    short = _shortener(source)
    old, new = short(ResolutionId.parse(one.link.target)), short(own_id)
    lines = _link_lines(one.link, _where(old, one.target_place), _where(new, one.place))
    for index, line in enumerate(lines):
        echo(f"{number}. {line}" if index == 0 else f"   {line}")


def _link_lines(link: "SentenceLink", old: str, new: str) -> "list[str]":
    lines = [
        f"{style().quiet(harmless(old))}  {harmless(link.target_words)}",
        say(f"linked.{link.verdict}"),
        f"{style().quiet(harmless(new))}  {harmless(link.words)}",
    ]
    return [*lines, harmless(link.reason)] if link.reason else lines


def _where(short: str, place: str) -> str:
    return f"{short}{place}" if place else f"{short} ({say('linked.gone')})"
