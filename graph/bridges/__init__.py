"""Bridges: pairs of initiatives that share substance but, as far as we see, are not in contact.

`weights` says what shared evidence weighs and where the formula comes from, `search` finds the best exactly without
reading every popular thing, `suggestions` gives names and reasons, `page` holds everything about one pair, and `life`
what becomes of a bridge after it was suggested.
"""
