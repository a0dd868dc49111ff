"""Takes resolutions from an Antragsgrün server: one, or all that a consultation adopted.

    https://antraege.example/rest/mv-2020   ->  consultation, agenda  ->  each resolution, with lineNumbers=true
                                            ->  a3-radwege-4711.json: the motion as it came, with its agenda item

What did not change since the last call is not taken again, and one that fails does not stop the others. How a
server is asked is in ``fetch``; what a motion says is the reader's business.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from libcorpus.fetch.client import Answer, Client
from libcorpus.fetch.downloads import Downloads
from libcorpus.model.ids import slugify
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.readers.antragsgruen_facts import agenda_codes, is_adopted, motions_in
from libcorpus.readers.jsontexts import Json, loaded, text_of

NEW: Final = "new"
CHANGED: Final = "changed"
UNCHANGED: Final = "unchanged"
FAILED: Final = "failed"


@dataclass(frozen=True, slots=True)
class Link:
    """A motion as a consultation lists it. ``adopted``: whether it is a resolution."""

    url: str
    number: str
    title: str
    state: str
    adopted: bool


@dataclass(frozen=True, slots=True)
class Consultation:
    """What a server has under an address: motions, and what has to be joined to each.

    ``file`` is the answer where there is something else than motions: it is kept as it came.
    """

    url: str
    title: str
    links: tuple[Link, ...]
    agenda: tuple[tuple[str, str], ...] = ()
    file: Answer | None = None
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address: the file it is in, or what went wrong."""

    link: Link
    state: str
    path: Path | None = None
    problems: tuple[Problem, ...] = ()


def look(url: str, client: Client) -> Consultation:
    """What there is under an address: of a page of Antragsgrün what its interface has, of anything else the file."""
    rest = rest_address(url)
    answer = _first_json(dict.fromkeys((rest, url)), client)
    top = loaded(answer.data)
    if isinstance(top, dict) and isinstance(top.get("motion_links"), list):
        return _consultation(answer.url, top, client)
    if motions_in(top) and isinstance(top, dict) and top.get("type") == "motion":
        return _single(answer.url, top, client)
    if sites := _consultations(top, answer.url):
        raise refuse("fetch-which", url, candidates=tuple(sites))
    name = PurePosixPath(unquote(urlsplit(answer.url).path)).name or "datei"
    link = Link(answer.url, "", name, "", adopted=True)
    return Consultation(answer.url, "", (link,), file=answer)


def _first_json(urls: Mapping[str, None], client: Client) -> Answer:
    """The first answer that is JSON, else the last: a page has its interface at another address."""
    failure: LibcorpusError | None = None
    answer: Answer | None = None
    for url in urls:
        try:
            answer = client.get(url)
        except LibcorpusError as error:
            if error.problem.key != "fetch-status":
                raise
            failure = failure or error
            continue
        if loaded(answer.data) is not None:
            return answer
    if answer is None:
        assert failure is not None
        raise failure
    return answer


def rest_address(url: str) -> str:
    """Where the interface has what a page shows; printed numbers asked for.

    >>> rest_address("https://antraege.example/mv-2020")
    'https://antraege.example/rest/mv-2020'
    >>> rest_address("https://antraege.example/mv-2020/radwege-4711")
    'https://antraege.example/rest/mv-2020/motion/radwege-4711?lineNumbers=true'
    """
    parts = urlsplit(url)
    names = [name for name in parts.path.split("/") if name]
    if "rest" not in names and len(names) < 3 and not PurePosixPath(parts.path).suffix:
        names = ["rest", *names[:1], *(["motion", names[1]] if len(names) == 2 else [])]
    found = urlunsplit((parts.scheme, parts.netloc, "/" + "/".join(names), parts.query, ""))
    return _numbered(found) if "motion" in names else found


def _numbered(url: str) -> str:
    parts = urlsplit(url)
    asked = {**dict(parse_qsl(parts.query)), "lineNumbers": "true"}
    return urlunsplit(parts._replace(query=urlencode(asked)))


def _consultations(top: Json, url: str) -> list[str]:
    """The consultations of a site: a bare list, or one in an object."""
    for value in (top, *(top.values() if isinstance(top, dict) else ())):
        if isinstance(value, list):
            found = [one for one in value if isinstance(one, dict) and isinstance(one.get("url_json"), str)]
            if found and len(found) == len(value):
                return [f"{text_of(one.get('title'))}: {urljoin(url, one['url_json'])}" for one in found]
    return []


def _consultation(url: str, top: dict[str, Json], client: Client) -> Consultation:
    links, remarks = [], []
    for one in top["motion_links"]:
        if isinstance(one, dict) and isinstance(one.get("url_json"), str):
            link = _link(url, one)
            if urlsplit(link.url).hostname == urlsplit(url).hostname:
                links.append(link)
            else:
                remarks.append(Problem.of("fetch-other-host", link.url, seen=link.url))
    agenda = tuple(_agenda(url, client))
    return Consultation(url, text_of(top.get("title")), tuple(links), agenda, remarks=tuple(remarks))


def _link(url: str, motion: Mapping[str, Json]) -> Link:
    return Link(
        _numbered(urljoin(url, str(motion.get("url_json")))),
        text_of(motion.get("prefix")),
        text_of(motion.get("title")),
        text_of(motion.get("status_title")),
        is_adopted(motion),
    )


def _single(url: str, motion: dict[str, Json], client: Client) -> Consultation:
    """One motion, whatever became of it; its consultation is asked for its name and agenda."""
    link = Link(url, text_of(motion.get("prefix")), text_of(motion.get("title")), "", adopted=True)
    base = url.partition("/motion/")[0]
    title = ""
    try:
        top = loaded(client.get(base).data)
        title = text_of(top.get("title")) if isinstance(top, dict) else ""
    except LibcorpusError:
        # A motion can be filed without either.
        return Consultation(url, "", (link,))
    return Consultation(url, title, (link,), tuple(_agenda(base, client)))


def _agenda(url: str, client: Client) -> Iterator[tuple[str, str]]:
    """The items of the agenda, title and number; none where the server has no such thing."""
    try:
        answer = client.get(f"{url.partition('?')[0].rstrip('/')}/agenda")
    except LibcorpusError as error:
        if error.problem.key != "fetch-status":
            raise
        return
    yield from agenda_codes(loaded(answer.data))


def take(
    consultation: Consultation,
    links: Sequence[Link],
    client: Client,
    folder: Path,
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[Fetched]:
    """Take motions, one after the other, into a folder; says of each what became of it as soon as it is there."""
    downloads = Downloads(folder)
    for done, link in enumerate(links, start=1):
        progress(done)
        try:
            yield _taken(consultation, link, client, downloads)
        except LibcorpusError as error:
            yield Fetched(link, FAILED, problems=error.problems)


def _taken(consultation: Consultation, link: Link, client: Client, downloads: Downloads) -> Fetched:
    answer = consultation.file or client.get(link.url, downloads.conditions(link.url))
    before = downloads.known.get(link.url)
    if answer.status == 304 and before is not None:
        return Fetched(link, UNCHANGED, downloads.folder / before.file)
    if consultation.file:
        name, data = _file_name(link.title), answer.data
    else:
        name, data = _wrapped(consultation, link, answer)
    changed = downloads.keep(link.url, name, data, dict(answer.headers))
    state = UNCHANGED if not changed else CHANGED if before else NEW
    return Fetched(link, state, downloads.folder / downloads.known[link.url].file)


def _file_name(name: str) -> str:
    """A name that is safe on any disk, with the ending it had."""
    path = PurePosixPath(name)
    ending = path.suffix.lower() if path.suffix[1:].isalnum() and path.suffix.isascii() else ""
    return f"{slugify(path.stem, 'datei')}{ending}"


def _wrapped(consultation: Consultation, link: Link, answer: Answer) -> tuple[str, bytes]:
    """A motion as it came, character by character, with the name of its consultation and its own item of the agenda.

    The rest of the agenda stays away: a new item elsewhere on it is no change of this motion.
    """
    motion: Any = loaded(answer.data)
    if not isinstance(motion, dict) or not motions_in(motion):
        raise refuse("fetch-no-motion", link.url)
    item = text_of(motion.get("agenda_item"))
    items = [{"type": "item", "title": title, "code": code} for title, code in consultation.agenda if title == item]
    around = {"fetched_from": answer.url, "consultation": {"title": consultation.title}, "agenda": {"items": items}}
    head = json.dumps(around, ensure_ascii=False)[:-1]
    raw = answer.data.decode("utf-8-sig").strip()
    name = slugify(f"{text_of(motion.get('prefix'))} {text_of(motion.get('title'))}", "antrag")
    return f"{name}-{slugify(text_of(motion.get('id')), 'x')}.json", f'{head}, "motion": {raw}}}\n'.encode()
