"""A dossier in words, in the language of the reader: for the page, and as rows for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.choices import BRIDGE_LABELS
from app.kinds import look
from app.layout import ROLE_LABELS
from app.records.codes import PERSON_LINKS, in_words
from app.records.forms import FORMS
from app.records.telling import told
from app.spoken import spoken_words
from app.submitted import kind_words, said_words, state_words
from graph.bridges.standing import Happened
from graph.mentions import Spoken
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.records.telling import Moment, Said
    from graph.audit import PastLine
    from graph.privacy import Dossier, KnownAccount, KnownLink, KnownStep, KnownSubmission

PROPERTY_LABELS = {
    "name": _("Naam"),
    "person_kind": _("Hoedanigheid"),
    "function": _("Functie"),
    "public_as": _("Hoe iemand openbaar is"),
    "email": _("E-mailadres"),
    "telephone": _("Telefoon"),
    "office_hours": _("Spreekuur"),
    "absent_until": _("Afwezig tot"),
    "confirmed_on": _("Taken bevestigd op"),
    "external_id": _("Nummer in het register"),
    "created_at": _("Vastgelegd op"),
    "updated_at": _("Laatst gewijzigd op"),
    "until": _("Telt niet meer mee vanaf"),
    "visibility": _("Zichtbaarheid"),
    "review_on": _("Nakijken vóór"),
}
# What a link itself tells, in the order in which it is told.
LINK_LABELS = {
    "role": _("Rol"),
    "expertise": _("Weet veel van"),
    "text": _("Belang"),
    "purpose": _("Waarvoor"),
    "channel": _("Hoe"),
    "basis": _("Mag dit?"),
    "source": _("Hoe weten wij dit?"),
    "given_on": _("Sinds"),
    "refused_on": _("Gezegd op"),
    "review_on": _("Opnieuw vragen op"),
    "score": _("Hoeveel zij op elkaar lijken, van 0 tot 100"),
    "said_on": _("Gezegd op"),
}
SAID_NO = _("Zei nee: mag niet benaderd worden door")
STEP_LABELS = {
    Happened.STATE: _("Zette een stap"),
    Happened.WISH: _("Schreef wat beide groepen willen"),
    Happened.YES: _("Zei ja"),
    Happened.NO: _("Zei nee"),
    Happened.REMINDED: _("Stuurde een herinnering"),
    Happened.REOPENED: _("Vroeg toch opnieuw, na een nee"),
}
# How the house finds and counts its records; it says nothing about the person.
KEPT = frozenset({"id", "version", "lang"})
# Somebody who was merged in is on no page, and leads to this person.
KEPT_OF_MERGED = KEPT | {"visibility", "merged_into"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the part of the dossier, what it says, and since and until when."""

    part: str
    what: str
    value: str
    since: str = ""
    until: str = ""


def rows(found: Dossier) -> list[Row]:
    """The whole dossier as lines, in the order of the page."""
    names = {each.id: each.name for each in found.chosen}
    result = list(_properties(gettext("Gegevens"), found.properties, KEPT))
    for merged in found.merged:
        result += _properties(
            gettext("Gegevens van wie met deze persoon is samengevoegd"), merged.properties, KEPT_OF_MERGED
        )
    result += [_link(each) for each in found.links]
    result += [_account(each) for each in found.accounts]
    result += [
        Row(gettext("Uitnodiging"), each.meeting, each.reason or "", said(each.held_on)) for each in found.invitations
    ]
    for sent in found.submissions:
        result += _sent(sent, names)
    result += [Row(gettext("Brug"), " – ".join(each.between), _step(each), said(each.at)) for each in found.bridges]
    result += [
        Row(gettext("Wegwijzer"), gettext("Niet de juiste persoon"), ", ".join(each.words), said(each.day))
        for each in found.misroutes
    ]
    result += [
        Row(
            gettext("Bewaarde vraag"),
            gettext("Krijgt er mail over") if each.is_mailed else gettext("Bewaart"),
            each.name,
            said(each.since),
        )
        for each in found.questions
    ]
    result += _history(found.person_id, found.history)
    for merged in found.merged:
        result += _history(merged.id, merged.history)
    return result


def parts(found: Dossier) -> dict[str, list[Row]]:
    """The lines by part."""
    result: dict[str, list[Row]] = {}
    for row in rows(found):
        result.setdefault(row.part, []).append(row)
    return result


def table(found: Iterable[Row]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Headings and rows for a sheet."""
    headings = [gettext("Onderdeel"), gettext("Wat"), gettext("Inhoud"), gettext("Sinds"), gettext("Tot")]
    return headings, [(row.part, row.what, row.value, row.since, row.until) for row in found]


def said(value: Any) -> str:
    """A day, a moment or a text that belongs to no property, as a line of text."""
    return in_words("", value)


def _properties(part: str, properties: Mapping[str, Any], left_out: frozenset[str]) -> Iterator[Row]:
    for name, value in properties.items():
        if name not in left_out:
            yield Row(part, str(PROPERTY_LABELS.get(name) or gettext("Iets anders")), in_words(name, value))


def _link(link: KnownLink) -> Row:
    label = PERSON_LINKS.get((link.type, link.outgoing)) or look(link.other_kind).label
    label = SAID_NO if link.properties.get("refused_on") else label
    own = [_line(str(words), in_words(name, link.properties.get(name))) for name, words in LINK_LABELS.items()]
    parts_of = [link.other_name or "", *own, *_spoken(link.told or {})]
    value = " · ".join(each for each in parts_of if each)
    return Row(gettext("Verbindingen"), str(label), value, said(link.since), said(link.until))


def _spoken(about: Mapping[str, Any]) -> list[str]:
    """What a contact with the person was, and what was said."""
    if not about:
        return []
    spoken = Spoken(about.get("interaction_kind"), about.get("happened_on"))
    return [spoken_words(spoken), str(about.get("description") or ""), str(about.get("next_step") or "")]


def _account(account: KnownAccount) -> Row:
    roles = ", ".join(str(label) for role, label in ROLE_LABELS.items() if role in account.roles)
    used = _line(gettext("Laatst ingelogd"), said(account.last_login_at))
    value = " · ".join(each for each in (roles, used) if each)
    return Row(gettext("Account"), account.email, value, said(account.created_at), said(account.disabled_at))


def _sent(sent: KnownSubmission, names: Mapping[str, str]) -> Iterator[Row]:
    """What somebody sent, a row for each thing it says."""
    lines = [
        (gettext("Afzender"), f"{sent.sender_name} ({sent.sender_email})"),
        (gettext("Stand"), state_words(sent.state)),
        (gettext("Initiatief"), sent.about or ""),
        (gettext("Wil kennismaken met"), sent.other or ""),
        *said_words(sent.says, names),
    ]
    for label, value in lines:
        if value:
            what = f"{kind_words(sent.kind)}: {label}"
            yield Row(gettext("Gestuurd"), what, value, said(sent.created_at))


def _step(step: KnownStep) -> str:
    state = str(BRIDGE_LABELS[step.state]) if step.what is Happened.STATE else ""
    return ": ".join(each for each in (str(STEP_LABELS[step.what]), state, step.text) if each)


def _history(record_id: str, lines: Iterable[PastLine]) -> list[Row]:
    moments = told(lines, FORMS[Kind.PERSON](formdata=None), record_id=record_id)
    return [_moment(each) for each in moments]


def _moment(moment: Moment) -> Row:
    value = " · ".join(_change(each) for each in moment.said)
    return Row(gettext("Logboek"), moment.title, value, said(moment.at))


def _change(said_of: Said) -> str:
    if not said_of.old and not said_of.new:
        return said_of.label
    return _line(said_of.label, f"{said_of.old or '—'} → {said_of.new or '—'}")


def _line(label: str, value: str) -> str:
    """`Rol: voorzitter`; empty when nothing is said."""
    if not value:
        return ""
    return f"{label} {value}" if label.endswith("?") else f"{label}: {value}"
