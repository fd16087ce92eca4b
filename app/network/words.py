"""How a link between two records reads, from the first to the second."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from graph.model import Link

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
