"""The second lock: the database itself returns nothing that the one who asks may not see.

The first lock is the code's own queries. If one forgets its filter, PostgreSQL's row-level
security still gives back nothing of another partnership; if a transaction says nothing about who
asks, the policy raises, because an empty list would read as "nothing due".

- `keys.py`          what a transaction may see, and how it says so to the database
- `declarations.py`  how a model says who owns its rows
- `fitting.py`       turns the declarations into policies, grants and guards, at every migrate
- `sealing.py`       encryption in the application: of documents, sessions and drafts so far
"""
