"""The form of a policy note."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import DayField
from app.records.forms.base import DAY_HINT, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class PolicyNoteForm(RecordForm):
    """A note with who adopted it."""

    kind = Kind.POLICY_NOTE

    name = name_field(_("Naam van de beleidsnota"))
    description = story_field(_("Waar gaat de nota over?"))
    adopted_on = DayField(_("Vastgesteld op"), DAY_HINT)
    adopted_by = RecordsField(_("Vastgesteld door"), LinkField(Link.ADOPTED_BY, Kind.BODY), single=True)
    url = StringField(_("Waar is de nota te lezen?"), description=_("Begint met https://"))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
