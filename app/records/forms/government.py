"""The forms of the municipality's own teams and of who decides."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import ChoiceField
from app.records.forms.base import NO_CHOICE, RecordForm, name_field, story_field
from app.records.forms.labels import BODY_KIND_LABELS
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class DepartmentForm(RecordForm):
    """A team of the municipality."""

    kind = Kind.DEPARTMENT

    name = name_field(_("Naam van het team"))
    description = story_field(_("Wat doet het team?"))
    email = StringField(_("Postvak van het team"), description=_("Iedereen kan dit adres zien."))
    organisation = RecordsField(_("Hoort bij"), LinkField(Link.PART_OF, Kind.ORGANISATION), single=True)


class BodyForm(RecordForm):
    """The council, the college or a committee."""

    kind = Kind.BODY

    name = name_field(_("Naam"))
    body_kind = ChoiceField(_("Soort bestuur"), BODY_KIND_LABELS, NO_CHOICE)
    description = story_field(_("Wat doet dit bestuur?"))
