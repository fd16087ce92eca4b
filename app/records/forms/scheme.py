"""The form of a subsidy scheme."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import DayField, NumberField
from app.records.forms.base import DAY_HINT, RecordForm, name_field, story_field, yes_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class SubsidySchemeForm(RecordForm):
    """A scheme with the goals it exists for."""

    kind = Kind.SUBSIDY_SCHEME

    name = name_field(_("Naam van de regeling"))
    description = story_field(_("Waar is de regeling voor?"))
    ceiling = NumberField(_("Hoogste bedrag in totaal"), _("In euro’s, bijvoorbeeld 15.000."))
    deadline = DayField(_("Laatste dag om aan te vragen"), DAY_HINT)
    joint_application = yes_field(_("Partijen mogen samen aanvragen"))
    url = StringField(_("Waar is de regeling te lezen?"), description=_("Begint met https://"))
    goals = RecordsField(_("Voor welke doelen?"), LinkField(Link.SERVES, Kind.GOAL))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
