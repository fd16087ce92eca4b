"""The form of a theme."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.forms.base import RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class ThemeForm(RecordForm):
    """A theme under the broader ones that it belongs to."""

    kind = Kind.THEME

    name = name_field(_("Thema"))
    description = story_field(_("Uitleg"))
    code = StringField(_("Code"), description=_("De code in de lijst waar het thema uit komt."))
    broader = RecordsField(
        _("Hoort bij thema’s"),
        LinkField(Link.NARROWER_THAN, Kind.THEME),
        description=_("Bredere thema’s. Het mogen er meer zijn."),
    )
    holders = RecordsField(
        _("Verantwoordelijke wethouder"), LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.PERSON, outgoing=False)
    )
    account_holders = RecordsField(
        _("Aanspreekpunt"),
        LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False),
        own_label=_("Weet veel van"),
    )
