"""One way in and one way out for files.

A file's type is told from its content, not its name; what could run is refused; pictures lose their
metadata; the bytes are sealed on disk and named by their checksum; versions are kept.
"""
