"""Outlines of what to say, turned into the messages of the chat API."""
