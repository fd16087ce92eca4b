"""The closed sets of the model in the words of the forms."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from graph.model import AreaLevel, BodyKind, GoalLevel, PersonKind, PublicAs

PERSON_KIND_LABELS = {
    PersonKind.ALDERMAN: _("Wethouder"),
    PersonKind.OFFICIAL: _("Ambtenaar"),
    PersonKind.COUNCIL_MEMBER: _("Raadslid"),
    PersonKind.REPRESENTATIVE: _("Spreekt namens een organisatie"),
    PersonKind.RESIDENT: _("Inwoner"),
}
PUBLIC_AS_LABELS = {
    PublicAs.FUNCTION: _("Met de functie"),
    PublicAs.NAME: _("Met de naam"),
    PublicAs.TEAM: _("Als het team"),
}
BODY_KIND_LABELS = {
    BodyKind.COUNCIL: _("Gemeenteraad"),
    BodyKind.COLLEGE: _("College"),
    BodyKind.COMMITTEE: _("Commissie"),
}
GOAL_LEVEL_LABELS = {
    GoalLevel.OPGAVE: _("Opgave"),
    GoalLevel.HOOFDDOEL: _("Hoofddoel"),
    GoalLevel.SUBDOEL: _("Subdoel"),
    GoalLevel.SPEERPUNT: _("Speerpunt"),
}
AREA_LEVEL_LABELS = {
    AreaLevel.NEIGHBOURHOOD: _("Buurt"),
    AreaLevel.DISTRICT: _("Wijk"),
    AreaLevel.MUNICIPALITY: _("Gemeente"),
    AreaLevel.UNKNOWN: _("Onbekend"),
}
