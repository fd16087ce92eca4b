"""The audit trail in words: one moment per change, with a line per field."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.records.codes import PERSON_LINKS, in_words, text_in_words
from app.records.forms.consent import PURPOSES
from graph.links import SYMMETRIC
from graph.model import Kind, Link

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
    "unask": _("Toch niet gevraagd: de mail ging niet weg"),
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
    "correct_term": _("Termijn verbeterd"),
    "tell": _("Verteld aan het initiatief"),
    "untell": _("Toch niet verteld: de mail ging niet weg"),
    "not_this": _("Hoort er niet bij"),
    "still_this": _("Hoort er misschien toch bij"),
    "propose": _("Wijziging voorgesteld"),
    "import": _("Ingelezen uit een bestand"),
    "undo_import": _("Inlezen teruggedraaid"),
    "merge": _("Samengevoegd"),
    "not_the_same": _("Niet samengevoegd: het zijn er twee"),
    "erase": _("Gewist op verzoek"),
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
    "term_set_on": _("Op welke dag is dit afgesproken?"),
    "correction_reason": _("Wat was er verkeerd?"),
    "told_on": _("Verteld op"),
    "dossier": _("Alles wat wij van deze persoon bewaren"),
    "right_for": _("Toch de juiste persoon voor vragen over"),
    "not_the_same": _("De ander"),
    "status": _("Status"),
    "status_confirmed_on": _("Status bevestigd op"),
    "external_id": _("Nummer in het register"),
    "outline": _("Omtrek op de kaart"),
    "year": _("Jaar"),
    "kept_on": _("Nagekomen op"),
    "evidence": _("Waaruit blijkt dat?"),
    "motivation": _("Motivatie"),
    "deviation": _("Waarom anders dan eerdere gevallen?"),
    "framework_state": _("Stand"),
    "adopted_on": _("Vastgesteld op"),
} | {purpose.value: words for purpose, words in PURPOSES.items()}
# How the house keeps its own books; who confirmed a status stands with the moment.
QUIET = frozenset({"lang", "source_key", "batch", "submission", "status_confirmed_by"})
# Between the ends of a link.
ARROW = " > "
_LINKS = frozenset(link.value for link in Link)


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


def told(lines: Iterable[PastLine], form: RecordForm, *, record_id: str) -> list[Moment]:
    """`lines` (newest first) of the record as moments, in the words of `form`."""
    labels = {name: str(words) for name, words in FIELDS.items()}
    labels |= {field.short_name: str(field.label.text) for field in form.property_fields}
    words = _Words(record_id, labels, _links(form))
    # What led to no version of the record happened at its own instant.
    groups = groupby(lines, key=lambda line: (line.version or line.at, line.actor_name, _title(line)))
    return [_moment(list(group), title, words) for (_version, _name, title), group in groups]


@dataclass(frozen=True, slots=True)
class _Words:
    """What the fields of a record are called, and its links by their type and whether they start at the record."""

    record_id: str
    labels: dict[str, str]
    links: dict[tuple[str, bool], str]

    def of_link(self, link: str, ends: str) -> str:
        """What a link is called that runs between `ends`; a merge does not say which way it runs."""
        ways = (ends.startswith(self.record_id),) if ARROW in ends else (True, False)
        return next((self.links[link, way] for way in ways if (link, way) in self.links), gettext("Verbinding"))

    def of_field(self, name: str) -> str:
        """What a field is called."""
        return self.labels.get(name) or gettext("Iets anders")


def _links(form: RecordForm) -> dict[tuple[str, bool], str]:
    found: dict[tuple[str, bool], str] = {}
    for field in form.link_fields:
        link = field.link_field.link
        for way in (True, False) if link in SYMMETRIC else (field.link_field.outgoing,):
            found.setdefault((link.value, way), str(field.label.text))
    of_people = PERSON_LINKS if form.kind is Kind.PERSON else {}
    return found | {way: str(words) for way, words in of_people.items()}


def _title(line: PastLine) -> str:
    return str(ACTIONS.get(line.action) or ACTIONS["change"])


def _moment(lines: list[PastLine], title: str, words: _Words) -> Moment:
    first = lines[0]
    by = first.actor_name or (gettext("het systeem") if first.by_system else gettext("een medewerker"))
    said = [_said(line, words) for line in lines if (line.field or line.other_name) and line.field not in QUIET]
    return Moment(first.at, by, title, tuple(sorted(said, key=lambda each: each.label)))


def _said(line: PastLine, words: _Words) -> Said:
    name, text = line.field or line.action, line.new or line.old or ""
    if ARROW in name:
        link, ends = name.split(" ", 1)
        label = f"{words.of_link(link, ends)}: {_other(line)}"
        own = name.rpartition(" ")[2]
        return Said(label, text_in_words(own, line.old), text_in_words(own, line.new))
    if name in _LINKS:
        is_over = line.action == "end_link"
        return Said(words.of_link(name, text), _other(line) if is_over else "", "" if is_over else _other(line))
    if name in {"merged_into", "not_the_same"}:
        return Said(words.of_field(name), "", _other(line))
    if line.action in {"give_consent", "withdraw_consent"}:
        return Said(words.of_field(name), _consent(line.old), _consent(line.new))
    return Said(words.of_field(name), text_in_words(name, line.old), text_in_words(name, line.new))


def _other(line: PastLine) -> str:
    return line.other_name or gettext("iets dat niet meer bestaat")


def _consent(text: str | None) -> str:
    """`E-mail: Ja, vanwege de functie`, of a channel and a ground (`graph.consents`)."""
    channel, _colon, basis = (text or "").partition(": ")
    return f"{in_words('channel', channel)}: {in_words('basis', basis)}" if text else ""
