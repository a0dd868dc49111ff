"""Fetching from a real server on this computer: politely, in full, and only what changed."""

import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from libcorpus.fetch.client import Client, Manners
from libcorpus.fetch.downloads import STATE_FILE, Downloads
from libcorpus.flows.fetching import Consultation, Fetched, look, rest_address, take
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read
from tests.flows.server import Server, consultation, motion, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


class Naps(list[float]):
    """Sleeps nobody waits for: a clock that goes on by what was slept."""

    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def client(naps: Naps | None = None, **manners: object) -> Client:
    naps = Naps() if naps is None else naps
    return Client(Manners(**{"allow_private": True, "agent": "libcorpus/test", **manners}), naps.sleep, naps.clock)  # type: ignore[arg-type]


def took(found: Consultation, folder: Path, own: Client | None = None) -> list[Fetched]:
    return list(take(found, [link for link in found.links if link.adopted], own or client(), folder))


def refusal(job: object, *arguments: object) -> str:
    with pytest.raises(LibcorpusError) as caught:
        job(*arguments)  # type: ignore[operator]
    return caught.value.problem.key


def test_a_consultation_is_taken_with_numbers_and_agenda(server: Server, tmp_path: Path) -> None:
    found = look(consultation(server), client())
    assert [(link.number, link.title, link.adopted) for link in found.links] == [
        ("A1", "Bäume", True),
        ("A2", "Bänke", True),
        ("A3", "Brunnen", False),
    ]
    fetched = took(found, tmp_path)
    assert [(one.state, one.path.name if one.path else "") for one in fetched] == [
        ("new", "a1-baeume-1.json"),
        ("new", "a2-baenke-2.json"),
    ]
    draft = read((tmp_path / "a1-baeume-1.json").read_bytes(), "a1-baeume-1.json")
    assert draft.numbered
    assert draft.metadata == {
        "title": "Bäume",
        "kind": "resolution",
        "status": "adopted",
        "adopted_on": "2021-05-08",
        "body": "Stadtparteitag",
        "agenda_item": "6",
        "agenda_title": "Umwelt",
        "assembly_name": "Stadtparteitag 2021",
    }


def test_what_came_is_kept_character_by_character(server: Server, tmp_path: Path) -> None:
    address = consultation(server)
    odd = b'{"type":"motion" ,\n "id":1,"prefix":"A1","title":"B\\u00e4ume","initiators_html":"","sections":[]}'
    server.gives("/rest/park-2021/motion/antrag-1?lineNumbers=true", odd)
    took(look(address, client()), tmp_path)
    assert odd in (tmp_path / "a1-baeume-1.json").read_bytes()


def test_only_what_changed_is_taken_again(server: Server, tmp_path: Path) -> None:
    address = consultation(server)
    took(look(address, client()), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    server.asked.clear()
    assert [one.state for one in took(look(address, client()), tmp_path)] == ["unchanged", "unchanged"]
    asked = dict(server.asked)
    assert "if-none-match" in asked["/rest/park-2021/motion/antrag-1?lineNumbers=true"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before

    changed = motion(server, 2, "Bänke", words="Noch mehr Bänke.")
    server.gives("/rest/park-2021/motion/antrag-2?lineNumbers=true", changed)
    assert [one.state for one in took(look(address, client()), tmp_path)] == ["unchanged", "changed"]
    assert "Noch mehr Bänke." in (tmp_path / "a2-baenke-2.json").read_text("utf-8")


def test_a_file_that_somebody_touched_is_taken_again(server: Server, tmp_path: Path) -> None:
    address = consultation(server)
    took(look(address, client()), tmp_path)
    whole = (tmp_path / "a1-baeume-1.json").read_bytes()
    (tmp_path / "a1-baeume-1.json").write_bytes(whole[:100])
    (tmp_path / "a2-baenke-2.json").unlink()
    took(look(address, client()), tmp_path)
    assert (tmp_path / "a1-baeume-1.json").read_bytes() == whole
    assert (tmp_path / "a2-baenke-2.json").is_file()


def test_an_interrupted_call_goes_on_where_it_was(server: Server, tmp_path: Path) -> None:
    found = look(consultation(server), client())
    wanted = [link for link in found.links if link.adopted]
    first = next(take(found, wanted, client(), tmp_path))
    assert first.state == "new"
    assert list(Downloads(tmp_path).known) == [wanted[0].url]
    assert [one.state for one in took(found, tmp_path)] == ["unchanged", "new"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE_FILE, "a1-baeume-1.json", "a2-baenke-2.json"]


def test_one_that_fails_does_not_stop_the_others(server: Server, tmp_path: Path) -> None:
    address = consultation(server)
    server.gives("/rest/park-2021/motion/antrag-1?lineNumbers=true", b"", status=403)
    fetched = took(look(address, client()), tmp_path)
    assert [one.state for one in fetched] == ["failed", "new"]
    assert fetched[0].problems[0].values["seen"] == 403


def test_one_thing_at_a_time_with_a_name_and_a_pause(server: Server, tmp_path: Path) -> None:
    naps = Naps()
    own = client(naps, pause=2.5)
    took(look(consultation(server), own), tmp_path, own)
    assert server.most_at_once == 1
    assert {headers["user-agent"] for _, headers in server.asked} == {"libcorpus/test"}
    assert naps == [2.5] * (len(server.asked) - 1)


def test_a_busy_server_is_asked_again_when_it_says(server: Server) -> None:
    server.gives("/rest/x", {"a": 1})
    server.busy["/rest/x"] = [(503, {"Retry-After": "7"}), (429, {}), (500, {})]
    naps = Naps()
    assert client(naps, pause=1).get(f"{server.url}/rest/x").status == 200
    assert len(server.asked) == 4
    assert 7 in naps
    # After each failure the pause is longer.
    assert naps[-1] > naps[-2] >= 4


def test_it_gives_up_in_the_end(server: Server) -> None:
    server.busy["/rest/x"] = [(503, {})] * 9
    assert refusal(client().get, f"{server.url}/rest/x") == "fetch-status"
    assert len(server.asked) == 4


def test_a_server_that_asks_to_come_back_tomorrow_is_left_alone(server: Server) -> None:
    server.busy["/rest/x"] = [(503, {"Retry-After": "86400"})]
    assert refusal(client().get, f"{server.url}/rest/x") == "fetch-later"
    assert len(server.asked) == 1


def test_a_broken_line_is_tried_again_and_named() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    naps = Naps()
    assert refusal(client(naps).get, f"http://127.0.0.1:{port}/rest") == "fetch-failed"
    assert len(naps) == 3


def test_redirects_stay_on_the_host(server: Server) -> None:
    server.gives("/alt", b"", status=301, Location="/neu")
    server.gives("/neu", {"a": 1})
    assert client().get(f"{server.url}/alt").data == b'{"a": 1}'
    server.gives("/fort", b"", status=302, Location="https://anderswo.example/")
    assert refusal(client().get, f"{server.url}/fort") == "fetch-other-host"
    server.gives("/kreis", b"", status=302, Location="/kreis")
    assert refusal(client().get, f"{server.url}/kreis") == "fetch-redirects"


def test_private_addresses_and_http_only_if_told(server: Server) -> None:
    strict = Client(Manners(allow_http=True))
    assert refusal(strict.get, f"{server.url}/rest") == "fetch-private"
    assert refusal(strict.get, "http://[::1]/rest") == "fetch-private"
    assert refusal(strict.get, "http://169.254.169.254/latest") == "fetch-private"
    assert refusal(Client(Manners()).get, "http://antraege.example/rest") == "fetch-insecure"
    assert not server.asked


def _named(monkeypatch: pytest.MonkeyPatch, *later: str) -> list[str]:
    """Let names in ``.example`` lead to this computer at first, to ``later`` when asked again; which were asked."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host: str, *arguments: Any, **options: Any) -> Any:
        if not str(host).endswith(".example"):
            return real(host, *arguments, **options)
        asked.append(host)
        return real(("127.0.0.1", *later)[min(len(asked), len(later) + 1) - 1], *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


def test_the_address_that_was_checked_is_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that points elsewhere when it is looked up again leads nowhere else: it is looked up once."""
    asked = _named(monkeypatch, "127.0.0.2")
    port = server.url.rpartition(":")[2]
    server.gives("/rest/%C3%A4?x=1", {"a": 1})
    assert client().get(f"http://antraege.example:{port}/rest/ä?x=1").data == b'{"a": 1}'
    assert asked == ["antraege.example"]
    assert server.asked[0][1]["host"] == f"antraege.example:{port}"


def test_of_several_addresses_one_that_answers_is_taken(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.gives("/rest", {"a": 1})
    port = int(server.url.rpartition(":")[2])
    real = socket.getaddrinfo

    def found(host: str, *arguments: Any, **options: Any) -> Any:
        if host != "antraege.example":
            return real(host, *arguments, **options)
        return [one for own in ("127.0.0.3", "127.0.0.1") for one in real(own, port, type=socket.SOCK_STREAM)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    assert client().get(f"http://antraege.example:{port}/rest").status == 200


def test_a_server_identifies_itself_by_the_name_that_was_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connected to by its address, it is told the name, and must prove to be of that name."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl here")
    key, proof = tmp_path / "key.pem", tmp_path / "proof.pem"
    wanted = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=antraege.example"]
    names = ["-addext", "subjectAltName=DNS:antraege.example", "-keyout", str(key), "-out", str(proof)]
    subprocess.run([program, *wanted, *names], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(proof))
    _named(monkeypatch)
    context, told = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), list[str]()
    context.load_cert_chain(proof, key)
    context.sni_callback = lambda connection, name, own: told.append(name)
    with running(context) as server:
        server.gives("/rest", {"a": 1})
        port = server.url.rpartition(":")[2]
        assert client(attempts=1).get(f"https://antraege.example:{port}/rest").status == 200
        assert told == ["antraege.example"]
        with pytest.raises(LibcorpusError, match=r"other\.example"):
            client(attempts=1).get(f"https://other.example:{port}/rest")
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/x", "https://", "x", "https://kim:geheim@a.example/", "http://a:b/"]
)
def test_other_addresses_are_refused(url: str) -> None:
    assert refusal(client().get, url) == "fetch-url"


def test_an_answer_may_not_be_larger_than_allowed(server: Server) -> None:
    server.gives("/gross", b"a" * 5000)
    server.gives("/bombe", gzip.compress(b"a" * 500_000), Content_Encoding="gzip")
    own = client(max_bytes=4000)
    assert refusal(own.get, f"{server.url}/gross") == "fetch-too-large"
    assert refusal(own.get, f"{server.url}/bombe") == "fetch-too-large"


def test_links_to_another_host_are_told_and_not_followed(server: Server, tmp_path: Path) -> None:
    consultation(server)
    link = {"type": "motion", "status_id": 26, "title": "X", "prefix": "A1", "url_json": "https://anderswo.example/m"}
    server.gives("/rest/park-2021", {"title": "T", "motion_links": [link]})
    found = look(f"{server.url}/rest/park-2021", client())
    assert found.links == ()
    assert [remark.key for remark in found.remarks] == ["fetch-other-host"]


@pytest.mark.parametrize("wrap", [lambda sites: sites, lambda sites: {"consultations": sites}])
def test_of_several_consultations_one_has_to_be_named(server: Server, wrap: object) -> None:
    sites = [{"title": f"MV {year}", "url_json": f"{server.url}/rest/mv-{year}"} for year in (2020, 2021)]
    server.gives("/rest", wrap(sites))  # type: ignore[operator]
    with pytest.raises(LibcorpusError) as caught:
        look(server.url, client())
    assert caught.value.problem.key == "fetch-which"
    assert f"{server.url}/rest/mv-2021" in str(caught.value)


def test_the_page_s_address_does_as_well(server: Server, tmp_path: Path) -> None:
    consultation(server)
    assert [link.number for link in look(f"{server.url}/park-2021", client()).links] == ["A1", "A2", "A3"]
    (one,) = look(f"{server.url}/rest/park-2021/motion/antrag-2", client()).links
    assert one.url.endswith("?lineNumbers=true")
    # A motion that is named is taken, whatever became of it.
    assert [link.title for link in look(f"{server.url}/park-2021/antrag-3", client()).links] == ["Brunnen"]


def test_without_an_agenda_the_motion_s_number_has_to_do(server: Server, tmp_path: Path) -> None:
    address = consultation(server)
    del server.answers["/rest/park-2021/agenda"]
    took(look(address, client()), tmp_path)
    draft = read((tmp_path / "a1-baeume-1.json").read_bytes(), "a.json")
    assert draft.metadata["agenda_item"] == "A1"


def test_any_other_file_is_taken_as_it_is(server: Server, tmp_path: Path) -> None:
    server.gives("/dateien/Beschl%C3%BCsse%202021.TXT", b"Beschluss\n")
    found = look(f"{server.url}/dateien/Beschl%C3%BCsse%202021.TXT", client())
    (one,) = took(found, tmp_path)
    assert one.path is not None
    assert (one.path.name, one.path.read_bytes()) == ("beschluesse-2021.txt", b"Beschluss\n")


def test_a_file_of_another_address_is_not_written_over(server: Server, tmp_path: Path) -> None:
    own = tmp_path / "beschluss.txt"
    own.write_bytes(b"selbst geschrieben")
    for year in (2020, 2021):
        server.gives(f"/{year}/a/beschluss.txt", str(year).encode())
        for _ in range(2):
            took(look(f"{server.url}/{year}/a/beschluss.txt", client()), tmp_path)
    files = {path.name: path.read_bytes() for path in tmp_path.glob("*.txt")}
    assert files == {
        "beschluss.txt": b"selbst geschrieben",
        "beschluss-2.txt": b"2020",
        "beschluss-3.txt": b"2021",
    }


def test_a_record_made_to_harm_is_no_record(tmp_path: Path) -> None:
    for record in ('{"files": {"u": {"file": "../../x"}}}', "[" * 100_000, '{"files": 3}', "\x00"):
        (tmp_path / STATE_FILE).write_text(record, "utf-8")
        assert Downloads(tmp_path).known == {}


def test_a_page_is_no_interface() -> None:
    assert rest_address("https://a.example/beschluss.pdf") == "https://a.example/beschluss.pdf"
    assert rest_address("https://a.example/a/b/c") == "https://a.example/a/b/c"
