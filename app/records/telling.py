"""The audit trail in Dutch: one moment per change, with a line per field."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.records.forms.consent import PURPOSES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from app.records.forms.base import RecordForm
    from graph.audit import PastLine

ACTIONS = {
    "add": _("Gemaakt"),
    "change": _("Gewijzigd"),
    "link": _("Gewijzigd"),
    "change_link": _("Gewijzigd"),
    "end_link": _("Gewijzigd"),
    "show": _("Zichtbaarheid gewijzigd"),
    "end": _("Beëindigd"),
    "reopen": _("Heropend"),
    "remove": _("Verwijderd"),
    "read": _("Gelezen"),
    "question": _("Gevraagd waarom"),
    "answer": _("Vraag beantwoord"),
    "ask": _("Gevraagd of de status nog klopt"),
    "confirm": _("Status bevestigd"),
    "review": _("Nagekeken: het klopt nog"),
    "mark": _("Stand gewijzigd"),
    "pause": _("De klok staat stil"),
    "resume": _("De klok loopt weer"),
    "reopen_decision": _("Besluit teruggedraaid"),
    "give_consent": _("Toestemming gewijzigd"),
    "withdraw_consent": _("Toestemming gewijzigd"),
    "refuse_contact": _("Nee gezegd tegen benaderen"),
    "add_term": _("Termijn afgesproken"),
    "tell": _("Verteld aan het initiatief"),
    "untell": _("Toch niet verteld: de mail ging niet weg"),
    "not_this": _("Hoort er niet bij"),
    "still_this": _("Hoort er misschien toch bij"),
}
FIELDS = {
    "visibility": _("Zichtbaarheid"),
    "until": _("Telt niet meer mee vanaf"),
    "lang": _("Taal"),
    "not_this": _("Partner, doel of thema"),
    "name": _("Naam"),
    "pause_since": _("Wacht op de aanvrager sinds"),
    "pause_until": _("De klok loopt weer vanaf"),
    "pause_reason": _("Waarom de klok stilstaat"),
    "decided_on": _("Besloten op"),
    "reopen_reason": _("Waarom het besluit is teruggedraaid"),
    "outcome": _("Uitkomst"),
    "reason": _("Waarom"),
    "merged_into": _("Samengevoegd met"),
    "requirement_state": _("Stand van de eis"),
    "questioned_on": _("Gevraagd op"),
    "question": _("Vraag over de eis"),
    "answered_on": _("Beantwoord op"),
    "answer": _("Antwoord"),
    "term": _("Termijn"),
    "term_reason": _("Waarom deze termijn?"),
    "told_on": _("Verteld op"),
    **{purpose.value: words for purpose, words in PURPOSES.items()},
}
QUIET = frozenset({"lang", "source_key", "batch"})


@dataclass(frozen=True, slots=True)
class Said:
    """One field in a change."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One change: who, when, what."""

    at: dt.datetime
    by: str
    title: str
    said: tuple[Said, ...]


def told(lines: Iterable[PastLine], form: RecordForm) -> list[Moment]:
    """`lines` (newest first) as moments, in the words of `form`."""
    labels = {name: str(words) for name, words in FIELDS.items()}
    labels |= {field.short_name: str(field.label.text) for field in form.property_fields}
    for field in form.link_fields:
        labels.setdefault(str(field.link_field.link), str(field.label.text))
    groups = groupby(
        lines, key=lambda line: (line.version, line.actor_name, str(ACTIONS.get(line.action, line.action)))
    )
    return [_moment(list(group), title, labels) for (_version, _name, title), group in groups]


def _moment(lines: list[PastLine], title: str, labels: dict[str, str]) -> Moment:
    first = lines[0]
    by = first.actor_name or (gettext("het systeem") if first.by_system else gettext("een medewerker"))
    said = [_said(line, labels) for line in lines if line.field and line.field not in QUIET]
    return Moment(first.at, by, title, tuple(sorted(said, key=lambda each: each.label)))


def _said(line: PastLine, labels: dict[str, str]) -> Said:
    label = labels.get(str(line.field), str(line.field))
    if line.action in {"link", "end_link", "change_link"}:
        name = line.other_name or gettext("iets dat niet meer bestaat")
        return Said(label, name if line.action == "end_link" else "", "" if line.action == "end_link" else name)
    return Said(label, line.old or "", line.new or "")
