"""How a link between two records reads, from the first to the second, and in which order kinds stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _
from werkzeug.exceptions import BadRequest

from app.kinds import KIND
from graph.model import Kind, Link

if TYPE_CHECKING:
    from collections.abc import Collection

LINK_WORDS = {
    Link.CONTRIBUTES_TO: _("draagt bij aan"),
    Link.PART_OF: _("is deel van"),
    Link.DERIVED_FROM: _("komt uit"),
    Link.ADOPTED_BY: _("is vastgesteld door"),
    Link.HAS_THEME: _("heeft thema"),
    Link.NARROWER_THAN: _("valt onder"),
    Link.LOCATED_IN: _("ligt in"),
    Link.BORDERS: _("grenst aan"),
    Link.INITIATES: _("is initiatiefnemer van"),
    Link.PARTNERS_IN: _("is partner van"),
    Link.HANDLED_BY: _("wordt behandeld door"),
    Link.WORKS_FOR: _("werkt bij"),
    Link.PORTFOLIO_HOLDER_OF: _("is verantwoordelijke wethouder voor"),
    Link.ACCOUNT_HOLDER_OF: _("is aanspreekpunt voor"),
    Link.STANDS_IN_FOR: _("vervangt"),
    Link.SIGNPOST_FOR: _("wijst de weg bij"),
    Link.CONTACT_FOR: _("is contactpersoon van"),
    Link.SERVES: _("is er voor"),
}
BRIDGE = _("brug")
BRIDGE_WORDS = _("geen contact bekend")

# The order of the legend and the list.
ORDER = (
    Kind.INITIATIVE,
    Kind.GOAL,
    Kind.POLICY_NOTE,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.THEME,
    Kind.AREA,
    Kind.DEPARTMENT,
    Kind.BODY,
    Kind.SUBSIDY_SCHEME,
)
_BY_CSS = {look.css: kind for kind, look in KIND.items() if kind in ORDER}


def hidden_kinds(text: str) -> frozenset[Kind]:
    """The kinds that an address leaves out; raises BadRequest for what is no kind."""
    names = [each for each in text.split(",") if each]
    if any(each not in _BY_CSS for each in names):
        raise BadRequest
    return frozenset(_BY_CSS[each] for each in names)


def written(hidden: Collection[Kind]) -> str:
    """The kinds left out, as they stand in the address."""
    return ",".join(KIND[kind].css for kind in ORDER if kind in hidden)
