"""Quality and time of the account of sentences, against what else there is."""

from pathlib import Path

__all__ = ["run"]


def run(data: Path | None) -> None:
    """Print all figures; ``data`` is a folder of real texts."""
    from benchmarks.align.measure import measure

    measure(data)
