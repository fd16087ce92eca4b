"""The form of a contribution: what was asked for and given."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from app.choices import CONTRIBUTION_LABELS
from app.records.fields import ChoiceField, DayField, NumberField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field
from app.records.messages import message
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link
from graph.properties import Reason


class ContributionForm(RecordForm):
    """A contribution with who gives, who receives and what was agreed."""

    kind = Kind.CONTRIBUTION

    name = name_field(_("Waar gaat het om?"), _("Kort, bijvoorbeeld: ‘Twaalf bloembakken’ of ‘Subsidie voor zaad’."))
    contribution_kind = ChoiceField(
        _("Soort bijdrage"),
        CONTRIBUTION_LABELS,
        NO_CHOICE,
        _("Bij geld vult u bedragen in. Bij de andere soorten vult u ‘Hoeveel?’ in en blijven de bedragen leeg."),
    )
    receivers = RecordsField(_("Voor welk initiatief?"), LinkField(Link.TO, Kind.INITIATIVE))
    receiving_bodies = RecordsField(_("Of voor een bestuur, zoals de raad?"), LinkField(Link.TO, Kind.BODY))
    departments = RecordsField(
        _("Welk team van de gemeente geeft dit?"),
        LinkField(Link.GIVES, Kind.DEPARTMENT, outgoing=False),
        description=_(
            "Of aan welk team is het gevraagd? Eén gever is genoeg: team, organisatie, inwoner of initiatief."
        ),
    )
    organisations = RecordsField(
        _("Welke organisatie geeft dit?"), LinkField(Link.GIVES, Kind.ORGANISATION, outgoing=False)
    )
    people = RecordsField(
        _("Welke inwoner geeft dit?"),
        LinkField(Link.GIVES, Kind.PERSON, outgoing=False),
        description=_("Bezoekers zien geen naam, alleen dat een inwoner dit geeft."),
    )
    initiatives = RecordsField(
        _("Welk initiatief geeft dit zelf?"), LinkField(Link.GIVES, Kind.INITIATIVE, outgoing=False)
    )
    scheme = RecordsField(
        _("Uit welke regeling?"),
        LinkField(Link.UNDER, Kind.SUBSIDY_SCHEME),
        single=True,
        description=_("Alleen bij geld."),
    )
    amount_asked = NumberField(_("Gevraagd bedrag"), _("Alleen bij geld. In euro’s, bijvoorbeeld 4.800."))
    amount_granted = NumberField(
        _("Gegeven bedrag"), _("Alleen bij geld. Is het niet gegeven? Vul dan 0 in, en hieronder waarom.")
    )
    extent = StringField(
        _("Hoeveel?"),
        description=_("Bij alles wat geen geld is, bijvoorbeeld: 24 uur, 40 geveltuinen of twee avonden."),
    )
    reason = TextAreaField(_("Waarom gegeven of niet gegeven?"), description=_("Iedereen kan dit lezen."))
    continuity = TextAreaField(
        _("Hoe blijft het in stand? (borging)"),
        description=_("Bijvoorbeeld: ‘Bewoners geven 3 jaar water’ of ‘Loopt tot 2033, daarna opnieuw bekijken’."),
    )
    asked_on = DayField(_("Gevraagd op"), DAY_HINT)
    granted_on = DayField(_("Gegeven op"), _("Laat leeg zolang er nog geen antwoord is."))
    refused_on = DayField(_("Afgewezen op"), _("Alleen als het antwoord nee was. Vul hierboven in waarom."))
    periodicity = StringField(_("Hoe vaak?"), description=_("Bijvoorbeeld: eenmalig, maandelijks of jaarlijks."))

    def validate(self, extra_validators: Any = None) -> bool:
        """As of the base; an amount is 0 or more, no answer comes before the question, and it is one answer."""
        good = bool(super().validate(extra_validators))
        for field in (self.amount_asked, self.amount_granted):
            if not field.errors and field.data is not None and field.data < 0:
                field.errors = [_("Een bedrag is 0 of meer. Haal het minteken weg.")]
                good = False
        asked_on = self.asked_on.data
        for day in (self.granted_on, self.refused_on):
            if not day.errors and asked_on and day.data and day.data < asked_on:
                day.errors = [message(Reason.BEFORE_ASKED)]
                good = False
        is_given = self.granted_on.data or self.amount_granted.data
        if not self.refused_on.errors and self.refused_on.data and is_given:
            self.refused_on.errors = [message(Reason.GIVEN)]
            good = False
        return good
