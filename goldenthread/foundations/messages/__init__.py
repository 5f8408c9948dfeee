"""E-mails, which say that something waits and where, never what.

A message is written into a table in the same transaction as the change it tells of, and sent by a
job; so none is sent for a change that was undone, and none is lost when a process is killed.
"""
