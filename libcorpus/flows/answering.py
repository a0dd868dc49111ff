"""An answer over a large archive, from the cache if nothing it depends on has changed, else made and kept.

    name = sha256( the program's own files, every byte of the corpus that is read, what was asked )

So a kept answer is never wrong after a change: another byte, another name. Dates of files are not looked at. Small
archives are answered at once and leave no file behind.
"""

import gc
import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from libcorpus.store.cache import Cache, cache_folder
from libcorpus.store.layout import Layout
from libcorpus.store.many import RawText, digest, read_all, unchanged

# An archive with fewer resolutions is answered faster than anybody would notice.
LARGE: Final = 100
_PROGRAM: Final = (".py", ".toml")


def answered(layout: Layout, asked: Sequence[str], make: Callable[[Sequence[RawText]], str]) -> str:
    """What ``make`` makes of the texts of an archive; ``asked`` is all that the answer depends on beside them."""
    read_at = time.time_ns()
    texts = read_all(layout)
    folder = cache_folder()
    if len(texts) < LARGE:
        return make(texts)
    if folder is None:
        return _undisturbed(lambda: make(texts))
    cache = Cache(folder)
    seen = digest(layout, texts)
    name = _name(program(), seen, *asked)
    found = cache.get(name)
    if found is not None:
        return found
    made = _undisturbed(lambda: make(texts))
    # Somebody may have changed a file on the way; then nobody can say what the answer belongs to.
    now = texts if unchanged(layout, texts, read_at) else read_all(layout)
    if digest(layout, now) == seen:
        cache.put(name, made)
    return made


def _undisturbed(make: Callable[[], str]) -> str:
    """Make something out of very many values, which the collector of garbage would look through again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        if collecting:
            gc.enable()


def program() -> str:
    """The hex SHA-256 of the program's own files: a changed program may answer otherwise, whatever its version says."""
    import libcorpus

    root = Path(libcorpus.__file__).parent
    total = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in _PROGRAM):
        total.update(_named(path.relative_to(root).as_posix().encode()))
        total.update(_named(path.read_bytes()))
    return total.hexdigest()


def _name(*parts: str) -> str:
    return hashlib.sha256(b"".join(_named(part.encode("utf-8", "surrogatepass")) for part in parts)).hexdigest()


def _named(part: bytes) -> bytes:
    # With its length in front, so that no two rows of parts look the same.
    return len(part).to_bytes(8, "big") + part
