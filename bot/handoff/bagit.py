"""Checks a bag inside a pack against its manifests.

Source: RFC 8493, The BagIt File Packaging Format (V1.0), sections 2.1 to 3.
"""

from __future__ import annotations

import hashlib
import re

from bot.handoff.archive import Archive
from bot.handoff.wrong import Wrong

BAG = "bag/"
DATA = "data/"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(?:\./)?(\S.*)")


def check_bag(archive: Archive) -> None:
    """Wrong, with the first thing that is: no bag, a file changed, missing or put in, or an unreadable manifest."""
    names = {name[len(BAG) :] for name in archive.names if name.startswith(BAG)}
    if not names:
        raise Wrong("no_bag")
    if "bagit.txt" not in names or _text(archive, "bagit.txt").strip() != _DECLARATION.strip():
        raise Wrong("no_bagit")
    payload = {name for name in names if name.startswith(DATA)}
    if not payload:
        raise Wrong("no_payload")
    tags = names - payload - {TAG_MANIFEST}
    _check_listed(archive, TAG_MANIFEST, names, tags)
    _check_listed(archive, MANIFEST, names, payload)


def _check_listed(archive: Archive, manifest: str, names: set[str], wanted: set[str]) -> None:
    """Holds one manifest against the files it should list: each of `wanted`, and no other."""
    if manifest not in names:
        raise Wrong("no_manifest", path=manifest)
    listed = _listed(archive, manifest)
    for path, digest in listed.items():
        if path not in wanted:
            raise Wrong("file_gone", path=path)
        if _sha256(archive, BAG + path) != digest:
            raise Wrong("changed", path=path)
    for path in sorted(wanted - set(listed)):
        raise Wrong("unlisted", path=path)


def _listed(archive: Archive, manifest: str) -> dict[str, str]:
    listed: dict[str, str] = {}
    for number, line in enumerate(_text(archive, manifest).splitlines(), start=1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise Wrong("manifest_line", line=number, path=manifest)
        path = re.sub("%0[Dd]", "\r", re.sub("%0[Aa]", "\n", found[2])).replace("%25", "%")
        if path in listed:
            raise Wrong("listed_twice", path=path)
        listed[path] = found[1].lower()
    return listed


def _text(archive: Archive, name: str) -> str:
    try:
        return archive.read(BAG + name).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        pass
    raise Wrong("manifest_line", line=1, path=name)


def _sha256(archive: Archive, name: str) -> str:
    digest = hashlib.sha256()
    for piece in archive.chunks(name):
        digest.update(piece)
    return digest.hexdigest()
