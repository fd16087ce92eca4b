"""The form of a goal."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import ChoiceField
from app.records.forms.base import NO_CHOICE, RecordForm, name_field, story_field, yes_field
from app.records.forms.labels import GOAL_LEVEL_LABELS
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class GoalForm(RecordForm):
    """A goal with the note it stands in and who answers for it."""

    kind = Kind.GOAL

    name = name_field(_("Doel"), _("Wat wil de gemeente bereiken?"))
    level = ChoiceField(_("Niveau"), GOAL_LEVEL_LABELS, NO_CHOICE)
    code = StringField(_("Code"), description=_("De code in het programma van de gemeente."))
    description = story_field(_("Uitleg"))
    open_for_contribution = yes_field(_("Wij vragen initiatieven om aan dit doel bij te dragen"))
    parent = RecordsField(_("Hoort bij doel"), LinkField(Link.PART_OF, Kind.GOAL), single=True)
    notes = RecordsField(_("Beleidsnota’s"), LinkField(Link.DERIVED_FROM, Kind.POLICY_NOTE), own_label=_("Bladzijde"))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
    holders = RecordsField(
        _("Verantwoordelijke wethouder"), LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.PERSON, outgoing=False)
    )
    account_holders = RecordsField(
        _("Aanspreekpunt"),
        LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False),
        own_label=_("Weet veel van"),
    )
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
