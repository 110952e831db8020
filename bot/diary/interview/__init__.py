"""The diary conversation: which question comes next, and what an answer changes."""
