"""Sessions for the attacks: those of the command line, and the commands that only read."""

from tests.cli.conftest import corpus, filed, session

__all__ = ["corpus", "filed", "session"]
