"""A British, past-facing grammar of days and times: tokens, recognisers of pieces, mentions, and a resolver."""
