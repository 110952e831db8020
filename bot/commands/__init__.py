"""One module a command: `arguments(parser)` says what it takes, `run(told)` does it."""
