"""Rasa's custom actions: one a file, named as the action."""
