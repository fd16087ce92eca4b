"""Why two parties could apply together, in sentences that claim no more than we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

if TYPE_CHECKING:
    from graph.schemes import Strangers


def why(pair: Strangers) -> str:
    """One sentence: what each got or asked, and the goal both work at."""
    named = {"first": pair.first.name, "second": pair.second.name, "goal": pair.goals[0].name}
    if pair.first_given and pair.second_given:
        return gettext(
            "Beide kregen hieruit geld en werken aan het doel ‘%(goal)s’. Wij zien nog geen contact.", **named
        )
    if pair.first_given or pair.second_given:
        if pair.second_given:
            named |= {"first": named["second"], "second": named["first"]}
        return gettext(
            "%(first)s kreeg hieruit geld, %(second)s vroeg het aan. Beide werken aan het doel ‘%(goal)s’. "
            "Wij zien nog geen contact.",
            **named,
        )
    return gettext(
        "Beide vroegen hieruit geld aan en werken aan het doel ‘%(goal)s’. Wij zien nog geen contact.", **named
    )


def wish(scheme: str, pair: Strangers) -> str:
    """A first version of what both may want, for people to make their own."""
    return gettext(
        "Wij werken allebei aan ‘%(goal)s’. Misschien kunnen wij samen aanvragen bij de regeling ‘%(scheme)s’.",
        goal=pair.goals[0].name,
        scheme=scheme,
    )
