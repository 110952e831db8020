"""The action server, on this machine's own address only; Rasa's command would listen on every one."""
from __future__ import annotations

import sys

from bot.adapters.environment import prepare
from bot.adapters.logs import quiet_logs

HOST = "127.0.0.1"


def main(port: int) -> None:
    """Serves actions/ until it is told to stop."""
    prepare()
    from rasa_sdk import endpoint

    quiet_logs()
    app = endpoint.create_app("actions", cors_origins=[])
    app.run(HOST, port, access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
