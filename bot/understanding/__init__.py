"""From a person's own words to facts: when, where, who, what was done. Rules only; nothing here guesses a fact that
was not told.
"""
