"""Processor time, because others may use the machine: of this process and of the git processes it waited for."""

from __future__ import annotations

from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

__all__ = ["seconds"]


def seconds() -> float:
    """Seconds on the processor so far; of two readings only the difference means anything."""
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in used)
