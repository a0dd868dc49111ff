"""The jobs of the corpus, one module a job: filing, describing, correcting, searching, checking, positions.

Between the rooms that know one thing (readers, store, align, topics) and ``corpus.py``,
which is what a caller sees.
"""
