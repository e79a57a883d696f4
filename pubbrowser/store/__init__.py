"""The store: a corpus with its search index on disk, so that it need not be read and merged again.

It is one file per set of documents in the cache folder and can be thrown away at any time: the
documents stay the truth.
"""
