"""Topics: which sentences belong to a subject, what they do, and what became of them from date to date.

Pure: topics, documents and accounts in, passages and threads out.
"""
