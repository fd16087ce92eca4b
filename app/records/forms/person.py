"""The form of a person: a resident, a representative, an official, an alderman."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field
from app.records.forms.labels import PERSON_KIND_LABELS, PUBLIC_AS_LABELS
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link

ROLE = _("Als wat?")
EXPERTISE = _("Weet veel van")


class PersonForm(RecordForm):
    """A person with what they answer for."""

    kind = Kind.PERSON

    name = name_field(_("Naam"), _("Wat u hier over iemand schrijft, krijgt die persoon te zien als die erom vraagt."))
    person_kind = ChoiceField(_("Soort"), PERSON_KIND_LABELS, NO_CHOICE)
    function = StringField(_("Functie"), description=_("Zoals op een visitekaartje."))
    public_as = ChoiceField(_("Zo staat een ambtenaar op openbare pagina’s"), PUBLIC_AS_LABELS, NO_CHOICE)
    email = StringField(_("E-mailadres"), description=_("Alleen medewerkers zien dit adres."))
    telephone = StringField(_("Telefoonnummer"), description=_("Alleen medewerkers zien dit nummer."))
    office_hours = StringField(_("Spreekuur"), description=_("Wanneer en waar kunnen mensen binnenlopen?"))
    absent_until = DayField(_("Afwezig tot"), DAY_HINT)
    confirmed_on = DayField(_("Taken bevestigd op"), DAY_HINT)
    departments = RecordsField(_("Werkt bij team"), LinkField(Link.WORKS_FOR, Kind.DEPARTMENT), own_label=ROLE)
    organisations = RecordsField(
        _("Werkt bij organisatie"), LinkField(Link.WORKS_FOR, Kind.ORGANISATION), own_label=ROLE
    )
    bodies = RecordsField(_("Zit in"), LinkField(Link.WORKS_FOR, Kind.BODY), own_label=ROLE)
    portfolio_themes = RecordsField(_("Wethouder voor thema’s"), LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.THEME))
    portfolio_goals = RecordsField(_("Wethouder voor doelen"), LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.GOAL))
    expert_themes = RecordsField(
        _("Aanspreekpunt voor thema’s"), LinkField(Link.ACCOUNT_HOLDER_OF, Kind.THEME), own_label=EXPERTISE
    )
    expert_goals = RecordsField(
        _("Aanspreekpunt voor doelen"), LinkField(Link.ACCOUNT_HOLDER_OF, Kind.GOAL), own_label=EXPERTISE
    )
    expert_areas = RecordsField(
        _("Aanspreekpunt voor gebieden"), LinkField(Link.ACCOUNT_HOLDER_OF, Kind.AREA), own_label=EXPERTISE
    )
    expert_organisations = RecordsField(
        _("Aanspreekpunt voor organisaties"), LinkField(Link.ACCOUNT_HOLDER_OF, Kind.ORGANISATION), own_label=EXPERTISE
    )
    stands_in_for = RecordsField(_("Vervangt"), LinkField(Link.STANDS_IN_FOR, Kind.PERSON))
    signpost_themes = RecordsField(_("Wijst de weg bij thema’s"), LinkField(Link.SIGNPOST_FOR, Kind.THEME))
    signpost_areas = RecordsField(_("Wijst de weg in gebieden"), LinkField(Link.SIGNPOST_FOR, Kind.AREA))
