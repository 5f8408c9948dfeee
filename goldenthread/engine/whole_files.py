"""Files that are there whole or not at all, whatever happens while they are written.

A file is written under a hidden name beside its own, which no other run has, and takes its own name only
when it is whole. What a killed run leaves behind ends in `.part` and is taken for no return.
"""

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from errno import EINVAL
from pathlib import Path
from shutil import copymode


@contextmanager
def whole_file(to: Path) -> Iterator[Path]:
    """Where to write a file that becomes `to` when the block ends well. Raises OSError for a place
    that cannot be written, at once."""
    with whole_files([to]) as parts:
        yield parts[0]


@contextmanager
def whole_files(to: Sequence[Path]) -> Iterator[list[Path]]:
    """Where to write files that become those named when the block ends well, all of them or none.

    A kill between two of the last steps leaves the set without its first file, so name first the
    one without which the others are clearly no set.
    """
    ends = [Path(os.path.realpath(path)) for path in to]
    with ExitStack() as to_clear:
        parts = [_begun(path, to_clear.callback) for path in ends]
        yield parts
        for part, path in zip(parts, ends, strict=True):
            _keep(part, path)
        if len(ends) > 1:
            ends[0].unlink(missing_ok=True)
        for part, path in reversed(list(zip(parts, ends, strict=True))):
            part.replace(path)


@contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """A folder to write to, made if need be. One made for nothing is taken away again."""
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


def why(trouble: OSError) -> str:
    """Why a file cannot be written, in the system's words. Some writers leave the usual place empty."""
    return trouble.strerror or str(trouble)


def _begun(to: Path, when_done: Callable[..., object]) -> Path:
    """An empty file beside the one named, with the rights that a new file has."""
    if to.exists() and not to.is_file():
        raise OSError(EINVAL, "it is not a file", str(to))
    # A name of 200 bytes with more added is longer than some disks take.
    part = to.with_name(f".{to.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        part.touch(exist_ok=False)
    except OSError as trouble:
        raise OSError(trouble.errno, trouble.strerror, str(to)) from None
    when_done(_clear, part)
    return part


def _clear(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _keep(part: Path, to: Path) -> None:
    """On the disk before the name is changed, so that a power cut leaves no empty file; and no more
    open to others than the file that it replaces."""
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    if to.exists():
        copymode(to, part)
