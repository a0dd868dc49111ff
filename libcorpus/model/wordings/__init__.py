"""The table of sentences about problems, in four parts by where the problems come from.

``libcorpus.model.wording`` puts them together into one table and says how a row becomes a message.
"""
