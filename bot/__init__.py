"""Daybook: a diary in her own words, rights with sources, and a copy in her hands."""
