"""Runs libcorpus from a checkout: ``python cli.py list`` is ``libcorpus list``."""

from libcorpus.cli import main

if __name__ == "__main__":
    main()
