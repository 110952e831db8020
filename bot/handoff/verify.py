"""Checks a pack with no account and no network: whether the zip is safe, and whether the bag is whole."""

from __future__ import annotations

from pathlib import Path

from bot.handoff.archive import Archive, opened
from bot.handoff.bagit import check_bag
from bot.handoff.wrong import Wrong

SIGNATURE = "package.dsse.json"


def verify(path: str | Path) -> str | None:
    """The first thing that is wrong with a pack, as a sentence; None if zip and bag are sound and a signature is there.

    Every byte is read and unpacked in memory, none is written. Whose signature it is, and of what, is not looked at.
    """
    try:
        with opened(Path(path)) as file:
            archive = Archive(file)
            archive.check()
            if SIGNATURE not in archive.names:
                raise Wrong("no_signature")
            check_bag(archive)
            _read_the_rest(archive)
    except Wrong as wrong:
        return str(wrong)
    return None


def _read_the_rest(archive: Archive) -> None:
    """Unpacks what no manifest lists, so that a damaged file beside the bag is found as well."""
    for name in sorted(archive.names):
        if not name.startswith("bag/"):
            for _ in archive.chunks(name):
                pass
