"""A small Antragsgrün server with an invented consultation, on this computer, for as long as a test runs."""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Server:
    """Answers by path: a status, headers and a body. ``asked`` is what was asked, in order, with the headers."""

    url: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    busy: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    at_once: int = 0
    most_at_once: int = 0

    def gives(self, path: str, data: Any, status: int = 200, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
        self.answers[path] = (status, headers, body)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server until the block ends; with a ``context`` it speaks TLS."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
            try:
                self.answer()
            finally:
                server.at_once -= 1

        def answer(self) -> None:
            server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            if server.busy.get(self.path):
                status, headers = server.busy[self.path].pop(0)
                self.say(status, headers, b"")
                return
            status, headers, body = server.answers.get(self.path, (404, {}, b"nichts"))
            tag = f'"{sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                self.say(304, {"ETag": tag}, b"")
            else:
                self.say(status, {"ETag": tag, **headers} if status == 200 else headers, body)

        def say(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        if context is not None:
            http.socket = context.wrap_socket(http.socket, server_side=True)
        server.url = f"http://127.0.0.1:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


def motion(server: Server, number: int, title: str, status: int = 26, words: str = "Mehr Bäume.") -> dict[str, Any]:
    """A motion with printed numbers, as the interface gives it."""
    return {
        "type": "motion",
        "id": number,
        "agenda_item": "Umwelt",
        "prefix": f"A{number}",
        "title": title,
        "title_with_prefix": f"A{number}: {title}",
        "status_id": status,
        "status_title": "Beschluss" if status == 26 else "Eingereicht",
        "initiators": [{"type": "organization", "organization": "Stadtparteitag"}],
        "initiators_html": "Stadtparteitag (dort beschlossen am: 08.05.2021)",
        "sections": [
            {
                "type": "TextSimple",
                "title": "Antragstext",
                "html": f'<div><p><span class="lineNumber" data-line-number="1"></span>{words}</p></div>',
            }
        ],
        "url_json": f"{server.url}/rest/park-2021/motion/antrag-{number}",
    }


def consultation(server: Server, titles: tuple[str, ...] = ("Bäume", "Bänke", "Brunnen")) -> str:
    """Fill a server with a consultation; the last motion is no resolution. Returns its address."""
    motions = [
        motion(server, number, title, 26 if number < len(titles) else 3) for number, title in enumerate(titles, 1)
    ]
    links = [{key: one[key] for key in one if key != "sections"} for one in motions]
    server.gives("/rest/park-2021", {"title": "Stadtparteitag 2021", "motion_links": links})
    server.gives("/rest/park-2021/agenda", {"items": [{"type": "item", "code": "6.", "title": "Umwelt"}]})
    for one in motions:
        server.gives(f"/rest/park-2021/motion/antrag-{one['id']}?lineNumbers=true", one)
    return f"{server.url}/rest/park-2021"
