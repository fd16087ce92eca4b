"""What the figures of the network are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

if TYPE_CHECKING:
    from graph.insights.reading import Insights, Introduction

COUNTS = {
    "alone": _("Initiatieven die alleen staan"),
    "without_goal": _("Initiatieven zonder doel"),
    "white_spots": _("Doelen zonder initiatief"),
    "apart": _("Teams die elkaar niet treffen"),
    "holders": _("Waar veel aan hangt (hoogstens 10)"),
    "parts": _("Losse delen van het netwerk (van twee of meer initiatieven)"),
}


def joining(each: Introduction, found: Insights) -> str:
    """Whether this introduction brings together what is apart, and how many parts that leaves."""
    if not each.joins:
        return gettext("nee, zij hangen al samen")
    if len(each.loose) > 1:
        return gettext("ja: zij horen nu allebei nog bij geen deel")
    if each.loose:
        ends = {
            each.pair.first.id: each.pair.first.name,
            each.pair.suggestion.other.id: each.pair.suggestion.other.name,
        }
        return gettext("ja: %(name)s hoort nu nog bij geen deel", name=ends[each.loose[0]])
    return gettext("ja: van %(now)s naar %(then)s losse delen", now=found.parts, then=found.parts - 1)
