"""The diary: sealed records that only the person's words, or her open session, can read."""
