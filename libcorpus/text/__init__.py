"""Canonical text and the values it stands for: written, read again, cut into sentences, numbered by the rule.

Pure: strings and values in, strings and values out.
"""
