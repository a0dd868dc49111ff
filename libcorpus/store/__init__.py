"""The corpus on disk and in git: where things lie, how metadata is written, and acts as commits.

``layout`` and ``records`` need no git; ``repository`` is the one door to it and ``acts`` goes through it.
"""
