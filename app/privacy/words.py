"""A dossier in words: for the page, and as rows for a sheet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_babel import format_date, format_datetime, gettext
from flask_babel import lazy_gettext as _

from app.kinds import look
from graph.bridges.standing import Happened
from graph.model import Kind, Link
from graph.privacy import Class, Ground, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.privacy import Dossier, KnownLink

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
}
LINK_LABELS = {
    Link.INITIATES: _("Neemt het initiatief"),
    Link.WORKS_FOR: _("Werkt voor"),
    Link.PORTFOLIO_HOLDER_OF: _("Verantwoordelijk voor"),
    Link.ACCOUNT_HOLDER_OF: _("Aanspreekpunt voor"),
    Link.STANDS_IN_FOR: _("Vervangt"),
    Link.SIGNPOST_FOR: _("Wijst de weg bij"),
    Link.KEEPS: _("Houdt bij"),
    Link.CONTACT_FOR: _("Vaste contactpersoon van"),
    Link.GIVES: _("Geeft"),
    Link.DECIDES: _("Beslist over"),
    Link.MADE: _("Sprak af"),
    Link.MAY_BE_CONTACTED: _("Mag benaderd worden door"),
}
SAID_NO = _("Zei nee: mag niet benaderd worden door")
STEP_LABELS = {
    Happened.STATE: _("Zette een stap"),
    Happened.WISH: _("Schreef wat beide groepen willen"),
    Happened.YES: _("Zei ja"),
    Happened.NO: _("Zei nee"),
    Happened.REMINDED: _("Stuurde een herinnering"),
}
GROUND_SENTENCES = {
    Ground.OFFICE: _(
        "Deze persoon heeft of had een openbaar ambt, of besliste of beloofde iets namens de gemeente. "
        "Wie waarover besliste, moet bewaard blijven (Archiefwet)."
    ),
    Ground.MONEY: _(
        "Deze persoon gaf de laatste zeven jaar geld, of een eigen initiatief kreeg of vroeg geld. "
        "Zo lang moeten wij dat kunnen nagaan (artikel 52 van de Algemene wet inzake rijksbelastingen)."
    ),
    Ground.APPLICATION: _(
        "Er loopt nog een formele aanvraag van een initiatief van deze persoon. "
        "Wacht op het besluit, of trek de aanvraag in."
    ),
    Ground.LAST_ADMINISTRATOR: _("Dit is de laatste beheerder. Geef eerst iemand anders toegang als beheerder."),
}
CLASS_SENTENCES = {
    Class.ALWAYS: _("Blijvend bewaren: zo blijft na te gaan wat de gemeente wilde, besloot en beloofde."),
    Class.SEVEN_YEARS: _("Zeven jaar na het laatste jaar waarin er geld mee gemoeid was."),
    Class.WHILE_IT_SERVES: _("Zolang het nodig is voor het overzicht. Hierin staan geen gegevens van inwoners."),
    Class.TWO_YEARS: _("Twee jaar na het contact. Daarna verdwijnt de tekst; dat er contact was, blijft."),
    Class.ONE_YEAR: _(
        "Een jaar nadat iemand nergens meer bij hoort. Wie een openbaar ambt bekleedde, blijft bij het ambt staan."
    ),
}
PROPOSAL_TITLES = {
    Proposal.PEOPLE: _("Mensen die nergens meer bij horen"),
    Proposal.NOTES: _("Contactmomenten van meer dan twee jaar geleden"),
    Proposal.ACCOUNTS: _("Accounts die een jaar niet gebruikt zijn"),
    Proposal.MONEY: _("Bijdragen en afwegingen van meer dan zeven jaar geleden"),
    Proposal.ENDED: _("Wat meer dan vijf jaar geleden ophield"),
}
KEPT = frozenset({"id", "version", "lang"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the part of the dossier, what it says, and since and until when."""

    part: str
    what: str
    value: str
    since: str = ""
    until: str = ""


def _step(what: Happened, text: str | None) -> str:
    return f"{STEP_LABELS[what]}: {text}" if text else str(STEP_LABELS[what])


def rows(found: Dossier) -> list[Row]:
    """The whole dossier as lines, in the order of the page."""
    result = [
        Row(gettext("Gegevens"), str(PROPERTY_LABELS.get(name, name)), said(value))
        for name, value in found.properties.items()
        if name not in KEPT
    ]
    result += [_link(link) for link in found.links]
    result += [
        Row(gettext("Account"), each.email, ", ".join(each.roles), said(each.created_at)) for each in found.accounts
    ]
    result += [
        Row(gettext("Uitnodiging"), each.meeting, each.reason or "", said(each.held_on)) for each in found.invitations
    ]
    result += [Row(gettext("Gestuurd"), each.kind, each.content, said(each.created_at)) for each in found.submissions]
    for each in found.bridges:
        did = _step(each.what, each.text)
        result.append(Row(gettext("Brug"), " – ".join(each.between), did, said(each.at)))
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
    result += [
        Row(gettext("Logboek"), line.field or line.action, _change(line.old, line.new), said(line.at))
        for line in found.history
    ]
    return result


def parts(found: Dossier) -> dict[str, list[Row]]:
    """The lines by part."""
    result: dict[str, list[Row]] = {}
    for row in rows(found):
        result.setdefault(row.part, []).append(row)
    return result


def said(value: Any) -> str:
    """A value as a line of text."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return str(format_datetime(value, "d MMMM y HH:mm"))
    if isinstance(value, dt.date):
        return str(format_date(value, "d MMMM y"))
    if isinstance(value, list | tuple):
        return ", ".join(said(each) for each in value)
    return str(value)


def _link(link: KnownLink) -> Row:
    label = LINK_LABELS.get(Link(link.type)) if link.type in set(Link) else None
    label = SAID_NO if link.properties.get("refused_on") else label
    own = [said(value) for name, value in link.properties.items() if name not in {"since", "until", "batch"}]
    about = link.told or {}
    told = [said(about[name]) for name in ("description", "next_step") if about.get(name)]
    value = ". ".join(each for each in [link.other_name or "", *own, *told] if each)
    what = str(label) if label else str(look(Kind(link.other_kind)).label)
    return Row(gettext("Verbindingen"), what, value, said(link.since), said(link.until))


def _change(old: str | None, new: str | None) -> str:
    return f"{old or '—'} → {new or '—'}" if old or new else ""


def table(found: Iterable[Row]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Headings and rows for a sheet."""
    headings = [gettext("Onderdeel"), gettext("Wat"), gettext("Inhoud"), gettext("Sinds"), gettext("Tot")]
    return headings, [(row.part, row.what, row.value, row.since, row.until) for row in found]
