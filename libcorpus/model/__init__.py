"""The values everything else speaks in: dates, ids, printed lines, blocks, resolutions, problems.

    model  <-  text, align, patch  <-  readers, store, topics  <-  render  <-  corpus  <-  cli

Frozen, checked when made, and free of files, git and the clock.
"""
