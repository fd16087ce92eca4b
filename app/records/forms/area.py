"""The form of an area; its outline comes with an import."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import ChoiceField, PointField
from app.records.forms.base import NO_CHOICE, RecordForm, name_field, story_field
from app.records.forms.labels import AREA_LEVEL_LABELS
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class AreaForm(RecordForm):
    """A neighbourhood, district or municipality."""

    kind = Kind.AREA

    name = name_field(_("Naam van het gebied"))
    level = ChoiceField(_("Niveau"), AREA_LEVEL_LABELS, NO_CHOICE)
    code = StringField(_("Code"), description=_("De code van het CBS, bijvoorbeeld BU00010203."))
    parent = RecordsField(_("Ligt in"), LinkField(Link.PART_OF, Kind.AREA), single=True)
    neighbours = RecordsField(_("Grenst aan"), LinkField(Link.BORDERS, Kind.AREA))
    description = story_field(_("Over dit gebied"))
    longitude = PointField(_("Lengtegraad"), _("Waar de naam op de kaart staat, bijvoorbeeld 4,3947."))
    latitude = PointField(_("Breedtegraad"), _("Waar de naam op de kaart staat, bijvoorbeeld 52,1399."))
