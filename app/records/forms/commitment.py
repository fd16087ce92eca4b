"""The form of a commitment: what was promised, by whom, to whom, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField

from app.choices import COMMITMENT_LABELS
from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field, yes_field
from app.records.messages import message
from app.records.picking import RecordsField
from graph import clock, commitments
from graph.commitments import NewTerm
from graph.links import LinkField
from graph.model import CommitmentKind, Kind, Link
from graph.properties import Reason

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


class CommitmentForm(RecordForm):
    """A promise, an agreement or a request; its first term is asked when it is made, later ones on its page."""

    kind = Kind.COMMITMENT

    name = name_field(_("Wat is afgesproken?"), _("In een paar woorden, zoals: Het plein schoonmaken."))
    commitment_kind = ChoiceField(
        _("Soort"),
        COMMITMENT_LABELS,
        NO_CHOICE,
        _("Een toezegging is aan de raad. Een verzoek is een vraag: niemand heeft iets beloofd."),
        default=CommitmentKind.AGREEMENT.value,
    )
    made_on = DayField(_("Wanneer is dit afgesproken?"), DAY_HINT)
    due = DayField(_("Vóór welke dag is het klaar?"), DAY_HINT)
    no_term = yes_field(_("Er is geen termijn afgesproken"))
    departments = RecordsField(_("Welk team doet dit?"), LinkField(Link.MADE, Kind.DEPARTMENT, outgoing=False))
    people = RecordsField(
        _("Welke persoon beloofde dit?"),
        LinkField(Link.MADE, Kind.PERSON, outgoing=False),
        description=_("Inwoners zien bij een late afspraak alleen het team."),
    )
    bodies = RecordsField(_("Welk bestuur beloofde dit?"), LinkField(Link.MADE, Kind.BODY, outgoing=False))
    organisations = RecordsField(
        _("Welke organisatie beloofde dit?"), LinkField(Link.MADE, Kind.ORGANISATION, outgoing=False)
    )
    initiatives = RecordsField(_("Met welk initiatief?"), LinkField(Link.TO, Kind.INITIATIVE))
    councils = RecordsField(_("Aan welk bestuur?"), LinkField(Link.TO, Kind.BODY))
    goals = RecordsField(
        _("Over welk doel gaat het?"),
        LinkField(Link.CONCERNS, Kind.GOAL),
        description=_("Zo vindt de griffie de toezegging bij het programma en de wethouder."),
    )
    kept_on = DayField(_("Nagekomen op"), DAY_HINT)
    evidence = TextAreaField(
        _("Waaruit blijkt dat?"), description=_("Bijvoorbeeld een foto, een brief of wie het zag.")
    )

    def __init__(self, *positional: Any, **named: Any) -> None:
        """A record that exists has its terms on its own page; one that is new is not kept yet."""
        super().__init__(*positional, **named)
        if self.seen_version:
            del self.due, self.no_term
        else:
            del self.kept_on, self.evidence

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the days can be: made before it is done, and kept with something that shows it."""
        good = bool(super().validate(extra_validators))
        wrong = self._wrong_new() if "due" in self else self._wrong_old()
        for name, sentence in wrong:
            self.refuse_with(name, sentence)
        return good and not wrong

    def also(self, tx: Transaction, *, actor: Actor, record_id: str) -> None:
        """The first term, when one was given or the box says that there is none."""
        if "due" in self and (self.due.data or self.no_term.data):
            commitments.add_first_term(tx, actor=actor, commitment_id=record_id, term=NewTerm(self.due.data))

    def _wrong_new(self) -> list[tuple[str, Any]]:
        found: list[tuple[str, Any]] = self._too_late("made_on")
        if self.due.data and self.no_term.data:
            found.append(("due", _("U vulde een dag in en koos ook ‘geen termijn’. Kies een van de twee.")))
        if self.due.data and self.made_on.data and self.due.data < self.made_on.data:
            found.append(("due", message(Reason.BEFORE_MADE)))
        return found

    def _wrong_old(self) -> list[tuple[str, Any]]:
        found: list[tuple[str, Any]] = self._too_late("made_on") + self._too_late("kept_on")
        if self.kept_on.data and self.made_on.data and self.kept_on.data < self.made_on.data:
            found.append(("kept_on", message(Reason.BEFORE_MADE)))
        if self.kept_on.data and not (self.evidence.data or "").strip():
            found.append(("evidence", message(Reason.MISSING)))
        return found

    def _too_late(self, name: str) -> list[tuple[str, Any]]:
        day = self[name].data
        return [(name, message(Reason.IN_FUTURE))] if day and day > clock.today() else []
