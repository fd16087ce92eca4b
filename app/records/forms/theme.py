"""The form of a theme."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.forms.base import RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class ThemeForm(RecordForm):
    """A theme in the tree of themes."""

    kind = Kind.THEME

    name = name_field(_("Thema"))
    description = story_field(_("Uitleg"))
    code = StringField(_("Code"), description=_("De code in de lijst waar het thema uit komt."))
    parent = RecordsField(_("Hoort bij thema"), LinkField(Link.NARROWER_THAN, Kind.THEME), single=True)
    holders = RecordsField(
        _("Verantwoordelijke wethouder"), LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.PERSON, outgoing=False)
    )
    account_holders = RecordsField(
        _("Aanspreekpunt"),
        LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False),
        own_label=_("Weet veel van"),
    )
