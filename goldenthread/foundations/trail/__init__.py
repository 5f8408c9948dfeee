"""The append-only record of who did what and who saw what.

An action leaves its mark inside its own transaction, without a lock that others would wait for. A
sealer then chains the marks, one chain a partnership and one for sign-in and the system: each seal
holds a hash over its mark and the seal before it, so a mark that is removed, altered or moved shows.

What this cannot show: a mark removed by the database's owner in the second before it was sealed.
"""
