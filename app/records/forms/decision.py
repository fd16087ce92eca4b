"""The form of a decision that initiatives wait for."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import StringField

from app.choices import DECISION_KIND_LABELS, DECISION_LEVEL_LABELS
from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field
from app.records.messages import message
from app.records.picking import RecordsField
from graph.decisions import rules
from graph.links import LinkField
from graph.model import Kind, Link


class DecisionForm(RecordForm):
    """What is asked, of which kind, who decides and who waits; the decision itself is an act of its own."""

    kind = Kind.DECISION

    name = name_field(_("Waarover is een besluit nodig?"))
    decision_kind = ChoiceField(
        _("Wat voor besluit is het?"),
        DECISION_KIND_LABELS,
        NO_CHOICE,
        _("Een formele aanvraag heeft een wettelijke termijn. Een politieke keuze staat op een agenda."),
    )
    asked_on = DayField(_("Gevraagd op"), DAY_HINT)
    waiting = RecordsField(
        _("Welke initiatieven wachten hierop?"), LinkField(Link.WAITS_FOR, Kind.INITIATIVE, outgoing=False)
    )
    departments = RecordsField(_("Welk team beslist?"), LinkField(Link.DECIDES, Kind.DEPARTMENT, outgoing=False))
    bodies = RecordsField(_("Welk bestuur beslist?"), LinkField(Link.DECIDES, Kind.BODY, outgoing=False))
    people = RecordsField(
        _("Welke persoon beslist?"),
        LinkField(Link.DECIDES, Kind.PERSON, outgoing=False),
        description=_("Bezoekers zien alleen het team van deze persoon."),
    )
    expected_on = DayField(_("Verwachte datum van het besluit"), _("Laat dit leeg als er geen datum is genoemd."))
    legal_due_on = DayField(
        _("Laatste dag van de wettelijke termijn"),
        _("Alleen bij een formele aanvraag. Pauzes tellen wij er zelf bij op."),
    )
    level = ChoiceField(
        _("Wie maakt de politieke keuze?"), DECISION_LEVEL_LABELS, NO_CHOICE, _("Alleen bij een politieke keuze.")
    )
    url = StringField(_("Agendapunt"), description=_("Alleen bij een politieke keuze. Het adres begint met https://"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field fits the model and the others; what does not has its sentence in `errors`."""
        good = bool(super().validate(extra_validators))
        for name, reason in rules.faults(self.properties()):
            if not self[name].errors:
                self[name].errors = [message(reason)]
            good = False
        return good
