"""The page's few static files, under names that change with their content, so that they can be kept for ever."""
from __future__ import annotations

import hashlib
from pathlib import Path

# page.js is made of these, in this order: leaving first, so that a fault further down cannot break it.
SCRIPTS = ("leave.js", "split.js", "messages.js", "send.js", "letter.js", "page.js")
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class StaticFiles:
    """Reads the folder once."""

    def __init__(self, folder: Path) -> None:
        script = "\n".join((folder / "script" / name).read_text("utf-8") for name in SCRIPTS)
        plain = {"page.css": (folder / "page.css").read_bytes(),
                 "page.js": f'(() => {{\n"use strict";\n{script}\n}})();\n'.encode()}
        self._addresses: dict[str, str] = {}
        self._files: dict[str, tuple[bytes, str]] = {}
        for name, content in plain.items():
            stem, suffix = name.split(".")
            hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
            self._addresses[name] = f"/static/{hashed}"
            self._files[hashed] = (content, TYPES[f".{suffix}"])

    def address(self, name: str) -> str:
        """page.css -> /static/page.<12 hex>.css. KeyError for a file that is not there."""
        return self._addresses[name]

    def file(self, hashed_name: str) -> tuple[bytes, str] | None:
        """Bytes and content type; None for a name that is not one of ours, so no path is ever looked up."""
        return self._files.get(hashed_name)
