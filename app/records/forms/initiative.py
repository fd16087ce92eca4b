"""The form of an initiative: a name is enough, the rest is asked for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.choices import STATUS_LABELS
from app.records.fields import ChoiceField, DayField, LinesField
from app.records.forms.base import DAY_HINT, EMPTY, NO_CHOICE, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph import clock
from graph.links import LinkField
from graph.model import Kind, Link

if TYPE_CHECKING:
    from collections.abc import Mapping


class InitiativeForm(RecordForm):
    """An initiative with who does what in it."""

    kind = Kind.INITIATIVE

    name = name_field(_("Naam van het initiatief"), _("Zoals het op de poster staat."))
    summary = StringField(_("In één zin"), description=_("Wat gebeurt er, en voor wie?"))
    areas = RecordsField(_("Gebied"), LinkField(Link.LOCATED_IN, Kind.AREA), description=_("Waar gebeurt het?"))
    contact = RecordsField(
        _("Vaste contactpersoon"), LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False), single=True
    )
    description = story_field(_("Verhaal"), _("Schrijf het zoals u het zou vertellen."))
    status = ChoiceField(_("Status"), STATUS_LABELS, NO_CHOICE)
    status_since = DayField(_("Status sinds"), DAY_HINT)
    started_on = DayField(_("Eerste dag"), DAY_HINT)
    ended_on = DayField(_("Laatste dag"), DAY_HINT)
    goals = RecordsField(_("Doelen"), LinkField(Link.CONTRIBUTES_TO, Kind.GOAL))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
    initiators = RecordsField(
        _("Organisaties die het begonnen"), LinkField(Link.INITIATES, Kind.ORGANISATION, outgoing=False)
    )
    initiating_people = RecordsField(
        _("Mensen die het begonnen"), LinkField(Link.INITIATES, Kind.PERSON, outgoing=False)
    )
    partners = RecordsField(
        _("Partners"),
        LinkField(Link.PARTNERS_IN, Kind.ORGANISATION, outgoing=False),
        own_label=_("Wat doet deze partner?"),
    )
    departments = RecordsField(_("Teams van de gemeente"), LinkField(Link.HANDLED_BY, Kind.DEPARTMENT))
    interested = RecordsField(
        _("Organisaties die er belang bij hebben"),
        LinkField(Link.HAS_INTEREST_IN, Kind.ORGANISATION, outgoing=False),
        own_label=_("Welk belang?"),
    )
    interested_people = RecordsField(
        _("Mensen die er belang bij hebben"),
        LinkField(Link.HAS_INTEREST_IN, Kind.PERSON, outgoing=False),
        own_label=_("Welk belang?"),
    )
    website = StringField(_("Website"), description=_("Begint met https://"))
    channels = LinesField(_("Sociale media"), _("Eén adres per regel."))
    email = StringField(_("Openbaar e-mailadres"), description=_("Iedereen kan dit adres zien."))

    def properties(self, before: Mapping[str, Any] = EMPTY) -> dict[str, Any]:
        """As of the base; a new status without a day of its own holds from today."""
        after = super().properties(before)
        status = after.get("status")
        is_new = status != (before.get("status") or "")
        if status and is_new and after.get("status_since") in {None, before.get("status_since")}:
            after["status_since"] = clock.today()
        return after
