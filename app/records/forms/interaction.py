"""The form of an interaction: internal, and kept by who had the contact."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.access import current_actor
from app.choices import INTERACTION_LABELS
from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField, Tie
from graph.model import Kind, Link

HELD = LinkField(Link.HELD, Kind.PERSON, outgoing=False)


class InteractionForm(RecordForm):
    """An interaction with whom it was about and who had it; never to be published."""

    kind = Kind.INTERACTION
    can_be_public = False

    name = name_field(_("Waar ging het over?"), _("In een paar woorden."))
    interaction_kind = ChoiceField(_("Soort contact"), INTERACTION_LABELS, NO_CHOICE)
    happened_on = DayField(_("Datum van het contact"), DAY_HINT)
    description = story_field(
        _("Wat is er gezegd of geschreven?"),
        _("Dit is intern. Het kan openbaar worden bij een verzoek, en de persoon mag het lezen."),
    )
    initiatives = RecordsField(_("Over welk initiatief?"), LinkField(Link.ABOUT, Kind.INITIATIVE))
    organisations = RecordsField(_("Met welke organisatie?"), LinkField(Link.ABOUT, Kind.ORGANISATION))
    people = RecordsField(_("Met wie?"), LinkField(Link.ABOUT, Kind.PERSON))
    next_step = StringField(_("Volgende stap"), description=_("Wat gaat u doen?"))
    next_on = DayField(_("Volgende stap vóór"), DAY_HINT)
    next_done_on = DayField(_("Volgende stap gedaan op"), DAY_HINT)
    held_by = RecordsField(
        _("Wie van de gemeente had het contact?"), HELD, description=_("Leeg laten mag: dan bent u het.")
    )

    def ties(self) -> dict[LinkField, list[Tie]]:
        """As of the base; who writes it down had the contact, when nobody else is named."""
        found = super().ties()
        own = current_actor().person_id
        return found if found[HELD] or own is None else {**found, HELD: [Tie(own)]}
