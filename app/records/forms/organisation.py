"""The form of an organisation."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.choices import ORGANISATION_KIND_LABELS
from app.records.fields import ChoiceField, LinesField
from app.records.forms.base import NO_CHOICE, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class OrganisationForm(RecordForm):
    """An association, foundation, company, school or other party."""

    kind = Kind.ORGANISATION

    name = name_field(_("Naam van de organisatie"), _("Zoals de organisatie zichzelf noemt."))
    organisation_kind = ChoiceField(_("Soort organisatie"), ORGANISATION_KIND_LABELS, NO_CHOICE)
    description = story_field(_("Wat doet de organisatie?"))
    areas = RecordsField(_("Gebied"), LinkField(Link.LOCATED_IN, Kind.AREA))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
    website = StringField(_("Website"), description=_("Begint met https://"))
    channels = LinesField(_("Sociale media"), _("Eén adres per regel."))
    email = StringField(_("Openbaar e-mailadres"), description=_("Iedereen kan dit adres zien."))
    telephone = StringField(_("Openbaar telefoonnummer"), description=_("Iedereen kan dit nummer zien."))
    account_holders = RecordsField(
        _("Aanspreekpunt bij de gemeente"),
        LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False),
        own_label=_("Weet veel van"),
    )
