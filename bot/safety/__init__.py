"""Is this person in danger: rules, learned signals, and the cards that answer."""
