"""Starts the action server beside the page, and starts it again if it dies."""
from __future__ import annotations

import asyncio
import logging
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Optional

from bot.adapters.action_server import HOST

logger = logging.getLogger(__name__)
LOOK_EVERY, LONGEST_WAIT = 0.5, 5.0
ROOT = Path(__file__).resolve().parents[2]
STOP_SECONDS = 5


class ActionProcess:
    """A child on a free port of this machine."""

    def __init__(self, data_dir: Path) -> None:
        """`data_dir`: where the page keeps its data. Nothing is started here."""
        self._data_dir = data_dir
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = int(free.getsockname()[1])
        self._child: Optional[subprocess.Popen[bytes]] = None

    @property
    def address(self) -> str:
        """http://host:port"""
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """A child of this process, which ends when this process does: then its standard input closes."""
        self._child = subprocess.Popen([sys.executable, "-W", "ignore", "-m", "bot.adapters.action_server", str(self.port)], cwd=ROOT,
                                       stdin=subprocess.PIPE, env={**os.environ, "DATA_DIR": str(self._data_dir), "PYTHONUNBUFFERED": "1"})

    async def watch(self) -> None:
        """Starts it again whenever it has ended."""
        wait = LOOK_EVERY
        while True:
            await asyncio.sleep(wait)
            wait = LOOK_EVERY
            if self._child is not None and self._child.poll() is not None:
                wait = LONGEST_WAIT
                logger.warning("The action server ended (%s); it is started again.", self._child.returncode)
                self.start()

    def stop(self) -> None:
        """Ends it, kindly first."""
        child, self._child = self._child, None
        if child is None or child.poll() is not None:
            return
        child.terminate()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
