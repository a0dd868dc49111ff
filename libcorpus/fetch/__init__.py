"""What is taken from servers: asked politely, within limits, and kept so that a second call takes only what changed.

client (one request at a time)  ->  downloads (files and what is known of them)
"""
