"""One file that holds everything but the keys: the database, the documents, and what they should be.

A backup is a tar of `database.dump.gz` (PostgreSQL's own custom format), `documents/…` (sealed, as they
lie on disk) and `manifest.json`, which says how many rows each table has, where each chain of the
trail ends, the checksum of every part, and by their fingerprints which sealing keys open it. The
rows, the counts and the chain ends are read in one snapshot, so they agree whatever goes on meanwhile.
"""
