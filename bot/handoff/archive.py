"""A pack's zip, read without trusting it: names checked before anything is opened, nothing ever written to disk."""

from __future__ import annotations

import lzma
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, Iterator

from bot.handoff.wrong import Wrong

MOST_FILES = 10_000
MOST_BYTES = 8 * 1024**3
MOST_IN_MEMORY = 64 * 1024**2
_CHUNK = 1 << 20
_AGE = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LOCKED = 0x1
# What the standard library raises on a damaged or hostile zip; a RuntimeError also where it has no way to read one.
_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


def safe_name(name: str) -> bool:
    """Whether a member's name stays in the pack's folder on any system: ASCII, no "..", drive or device."""
    parts = name.removesuffix("/").split("/")
    return (
        bool(name)
        and name.isascii()
        and name.isprintable()
        and not set(name) & set('\\:*?"<>|')
        and all(
            p not in ("", ".", "..") and p == p.rstrip(" .").lstrip(" ") and not _DEVICE.fullmatch(p) for p in parts
        )
    )


class Archive:
    """The files of one zip. `check` first; then `names`, `read` for small files and `chunks` for any."""

    def __init__(self, file: BinaryIO) -> None:
        """Wrong if it is no zip, or is age-encrypted."""
        start = file.read(64)
        file.seek(0)
        if start.startswith(_AGE):
            raise Wrong("locked")
        self._zip = _unzipped(file)
        self._infos = {info.filename: info for info in self._zip.infolist()}

    def check(self) -> None:
        """Wrong if a name is unsafe or there twice, a member is a link or locked, or the zip is a bomb.

        Names that differ only in case count as the same: on some disks they are.
        """
        listed = self._zip.infolist()
        if len(listed) > MOST_FILES:
            raise Wrong("too_many", limit=MOST_FILES)
        if sum(info.file_size for info in listed) > MOST_BYTES:
            raise Wrong("too_big", limit=MOST_BYTES)
        seen: dict[str, bool] = {}
        for info in listed:
            _check_member(info)
            folded = info.filename.removesuffix("/").casefold()
            if folded in seen:
                raise Wrong("twice", path=info.filename)
            seen[folded] = info.is_dir()
        for info in listed:
            parts = info.filename.casefold().split("/")
            if not all(seen.get("/".join(parts[:n]), True) for n in range(1, len(parts))):
                raise Wrong("unsafe_name", name=info.filename)

    @property
    def names(self) -> set[str]:
        """The names of the files, without folders."""
        return {name for name in self._infos if not name.endswith("/")}

    def chunks(self, name: str) -> Iterator[bytes]:
        """A file's bytes, a piece at a time. Wrong if they cannot be unpacked, or are not as many as the zip says."""
        try:
            with self._zip.open(self._infos[name]) as member:
                while piece := member.read(_CHUNK):
                    yield piece
            return
        except _TROUBLE:
            pass
        raise Wrong("damaged", path=name)

    def read(self, name: str) -> bytes:
        """A whole small file. Wrong as for `chunks`, or if it is larger than MOST_IN_MEMORY."""
        if self._infos[name].file_size > MOST_IN_MEMORY:
            raise Wrong("too_big", limit=MOST_IN_MEMORY)
        return b"".join(self.chunks(name))


def _check_member(info: zipfile.ZipInfo) -> None:
    if not safe_name(info.orig_filename):
        raise Wrong("unsafe_name", name=info.orig_filename)
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Wrong("link", path=info.filename)
    if info.flag_bits & _LOCKED:
        raise Wrong("encrypted", path=info.filename)


def _unzipped(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _TROUBLE:
        pass
    raise Wrong("not_zip")


def opened(path: Path) -> BinaryIO:
    """A pack's file, open for reading. Wrong if there is none, or it cannot be read."""
    if not path.exists():
        raise Wrong("missing")
    if path.is_dir():
        raise Wrong("folder")
    try:
        return path.open("rb")
    except OSError:
        pass
    raise Wrong("unreadable")
