"""The action server, on this machine's own address only; Rasa's command would listen on every one."""
from __future__ import annotations

import os
import signal
import sys
import threading

from bot.adapters.environment import prepare
from bot.adapters.logs import quiet_logs

HOST = "127.0.0.1"


def main(port: int) -> None:
    """Serves actions/ until it is told to stop."""
    prepare()
    from rasa_sdk import endpoint

    quiet_logs()
    threading.Thread(target=_end_with_the_page, daemon=True).start()
    app = endpoint.create_app("actions", cors_origins=[])
    app.run(HOST, port, access_log=False)


def _end_with_the_page() -> None:
    """The page holds the other end of standard input. Killed, it cannot tell its child to end."""
    # Not through sys.stdin: its lock, held here, would be fatal to an orderly end.
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(int(sys.argv[1]))
