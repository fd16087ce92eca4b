"""What an initiative and an organisation share, in Dutch sentences that claim no more than we know.

Two tables for each way of saying it: what the organisation has itself, and what it has through another initiative. What
is missing in the first is said as of two initiatives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _

from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from flask_babel import LazyString

    from graph.bridges.suggestions import Reason

# With both their names.
_BECAUSE = {
    Evidence.GOAL: _("%(first)s werkt aan het doel ‘%(thing)s’. %(second)s heeft daar belang bij."),
    Evidence.NEAR_GOAL: _(
        "%(first)s werkt aan het doel ‘%(ours)s’. %(second)s heeft belang bij ‘%(thing)s’. Die doelen horen bij elkaar."
    ),
}
_BECAUSE_THROUGH = {
    Evidence.GOAL: _("%(second)s werkt mee aan %(through)s. Dat werkt aan het doel ‘%(thing)s’, net als %(first)s."),
    Evidence.THEME: _("%(second)s werkt mee aan %(through)s. Dat gaat over ‘%(thing)s’, net als %(first)s."),
    Evidence.AREA: _("%(second)s werkt mee aan %(through)s. Dat is actief in %(thing)s, net als %(first)s."),
    Evidence.PARTNER: _("%(second)s werkt mee aan %(through)s. Daar doet %(thing)s aan mee, net als aan %(first)s."),
}
# Where both names stand above it.
_THEY = {
    Evidence.GOAL: _("Het initiatief werkt aan het doel ‘%(thing)s’. De organisatie heeft daar belang bij."),
}
_THEY_THROUGH = {
    Evidence.GOAL: _("De organisatie werkt mee aan %(through)s. Dat werkt ook aan het doel ‘%(thing)s’."),
    Evidence.THEME: _("De organisatie werkt mee aan %(through)s. Dat gaat ook over ‘%(thing)s’."),
    Evidence.AREA: _("De organisatie werkt mee aan %(through)s. Dat is ook actief in %(thing)s."),
    Evidence.PARTNER: _("De organisatie werkt mee aan %(through)s. Daar doet %(thing)s ook aan mee."),
}


def because(reason: Reason) -> LazyString | None:
    """What the two share, with places for both names; None where it is said as of two initiatives."""
    return _chosen(reason, _BECAUSE, _BECAUSE_THROUGH)


def they(reason: Reason) -> LazyString | None:
    """What the two share, said of both; None where it is said as of two initiatives."""
    return _chosen(reason, _THEY, _THEY_THROUGH)


def _chosen(reason: Reason, own: dict[Evidence, LazyString], through: dict[Evidence, LazyString]) -> LazyString | None:
    if not reason.to_organisation:
        return None
    return (through if reason.through else own).get(reason.kind)
