"""How each kind of record looks and is called: colour and shape (through the class), icon, and Dutch words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import lazy_gettext as _

from app.addresses import static_file
from graph.model import Kind

if TYPE_CHECKING:
    from flask import Flask
    from flask_babel import LazyString


@dataclass(frozen=True, slots=True)
class KindLook:
    """One kind on the screen: `css` names its colour (`is-…`) and its icon (`kind-….svg`)."""

    label: LazyString
    plural: LazyString
    css: str

    @property
    def icon(self) -> str:
        """The picture, as a path under the static folder."""
        return f"icons/kind-{self.css}.svg"

    @property
    def icon_selected(self) -> str:
        """The picture of a chosen node, for the drawing of the network."""
        return f"icons/kind-{self.css}-selected.svg"


KIND: dict[Kind, KindLook] = {
    Kind.INITIATIVE: KindLook(_("Initiatief"), _("Initiatieven"), "initiative"),
    Kind.ORGANISATION: KindLook(_("Partner"), _("Partners"), "organisation"),
    Kind.PERSON: KindLook(_("Persoon"), _("Personen"), "person"),
    Kind.GOAL: KindLook(_("Doel"), _("Doelen"), "goal"),
    Kind.POLICY_NOTE: KindLook(_("Beleidsnota"), _("Beleidsnota’s"), "note"),
    Kind.THEME: KindLook(_("Thema"), _("Thema’s"), "theme"),
    Kind.AREA: KindLook(_("Gebied"), _("Gebieden"), "area"),
    Kind.DEPARTMENT: KindLook(_("Team"), _("Teams"), "department"),
    Kind.BODY: KindLook(_("Bestuur"), _("Besturen"), "body"),
    Kind.SUBSIDY_SCHEME: KindLook(_("Regeling"), _("Regelingen"), "scheme"),
    Kind.CONTRIBUTION: KindLook(_("Bijdrage"), _("Bijdragen"), "contribution"),
    Kind.COMMITMENT: KindLook(_("Afspraak"), _("Afspraken"), "commitment"),
    Kind.DECISION: KindLook(_("Besluit"), _("Besluiten"), "decision"),
    Kind.ASSESSMENT_FRAMEWORK: KindLook(_("Afwegingskader"), _("Afwegingskader"), "framework"),
    Kind.CRITERION: KindLook(_("Criterium"), _("Criteria"), "criterion"),
    Kind.ASSESSMENT: KindLook(_("Afweging"), _("Afwegingen"), "assessment"),
    Kind.REQUIREMENT: KindLook(_("Eis"), _("Eisen"), "requirement"),
    Kind.INTERACTION: KindLook(_("Contactmoment"), _("Contactmomenten"), "interaction"),
    Kind.NEED: KindLook(_("Behoefte"), _("Behoeften"), "need"),
    Kind.RESULT: KindLook(_("Resultaat"), _("Resultaten"), "result"),
    Kind.LESSON: KindLook(_("Les"), _("Lessen"), "lesson"),
    Kind.OFFER: KindLook(_("Aanbod"), _("Aanbod"), "offer"),
}


def look(kind: Kind | str) -> KindLook:
    """The look of `kind`, given as Kind or as its label in the graph; raises ValueError when there is none."""
    return KIND[Kind(kind)]


def drawing_groups() -> dict[str, dict[str, object]]:
    """The `groups` of vis-network: one per kind, by the name a node's `group` takes (`KindLook.css`)."""
    return {
        each.css: {
            "shape": "image",
            "image": {
                "unselected": url_for("static", filename=each.icon),
                "selected": url_for("static", filename=each.icon_selected),
            },
        }
        for each in KIND.values()
    }


def register(app: Flask) -> None:
    """Give the templates of `app` the functions `look(kind)` and `static_file(name)`."""
    app.add_template_global(look)
    app.add_template_global(static_file)
