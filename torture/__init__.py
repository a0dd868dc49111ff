"""The heavy tests: what the archive promises, tried hard. ``make torture``, or ``python -m torture [NAME ...]``."""
