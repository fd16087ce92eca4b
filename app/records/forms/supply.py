"""The forms of what a party seeks and of what it offers."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from app.choices import SUPPLY_LABELS
from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class NeedForm(RecordForm):
    """A need with who has it."""

    kind = Kind.NEED

    name = name_field(_("Wat wordt er gezocht?"), _("Kort, zoals op een briefje: ‘een bakfiets op zaterdag’."))
    supply_kind = ChoiceField(_("Soort"), SUPPLY_LABELS, NO_CHOICE)
    initiatives = RecordsField(_("Welk initiatief zoekt dit?"), LinkField(Link.NEEDS, Kind.INITIATIVE, outgoing=False))
    organisations = RecordsField(
        _("Welke organisatie zoekt dit?"), LinkField(Link.NEEDS, Kind.ORGANISATION, outgoing=False)
    )
    departments = RecordsField(
        _("Welk team van de gemeente zoekt dit?"), LinkField(Link.NEEDS, Kind.DEPARTMENT, outgoing=False)
    )
    description = story_field(_("Waar is het voor?"), _("Hoeveel, hoe vaak, en wanneer."))
    wanted_until = DayField(_("Nodig tot en met"), DAY_HINT)


class OfferForm(RecordForm):
    """An offer with who makes it."""

    kind = Kind.OFFER

    name = name_field(_("Wat wordt er geboden?"), _("Kort, zoals op een briefje: ‘een zaal op dinsdagavond’."))
    supply_kind = ChoiceField(_("Soort"), SUPPLY_LABELS, NO_CHOICE)
    initiatives = RecordsField(_("Welk initiatief biedt dit?"), LinkField(Link.OFFERS, Kind.INITIATIVE, outgoing=False))
    organisations = RecordsField(
        _("Welke organisatie biedt dit?"), LinkField(Link.OFFERS, Kind.ORGANISATION, outgoing=False)
    )
    departments = RecordsField(
        _("Welk team van de gemeente biedt dit?"), LinkField(Link.OFFERS, Kind.DEPARTMENT, outgoing=False)
    )
    description = story_field(_("Onder welke voorwaarden?"), _("Hoeveel, hoe vaak, en wanneer."))
    wanted_until = DayField(_("Te krijgen tot en met"), DAY_HINT)
