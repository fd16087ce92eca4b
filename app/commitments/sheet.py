"""The list as a table, and the words for where a commitment stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import current_app
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.addresses import address
from app.choices import COMMITMENT_LABELS
from graph.commitments import Told
from graph.model import Kind
from graph.timeline import Standing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from graph.commitments import InList
    from graph.mentions import Mention

STANDING_LABELS = {
    Standing.LATE: _("Te laat"),
    Standing.OPEN: _("Loopt nog"),
    Standing.KEPT: _("Nagekomen"),
    Standing.KEPT_LATE: _("Te laat nagekomen"),
}
TOLD_LABELS = {
    Told.UNTOLD: _("Nog niet verteld"),
    Told.TOLD: _("Verteld"),
}


def headings() -> list[str]:
    """The headings of the file."""
    return [
        gettext("Soort"),
        gettext("Afspraak"),
        gettext("Door"),
        gettext("Aan"),
        gettext("Wethouder"),
        gettext("Programma"),
        gettext("Gemaakt op"),
        gettext("Termijn"),
        gettext("Nieuwe termijn"),
        gettext("Reden van de laatste termijn"),
        gettext("Stand"),
        gettext("Dagen te laat"),
        gettext("Nagekomen op"),
        gettext("Waaruit blijkt dat?"),
        gettext("Verteld op"),
        gettext("Adres"),
    ]


def row(each: InList) -> tuple[Any, ...]:
    """One line of the file; days as `2026-11-23`, a number of days as a number."""
    commitment = each.commitment
    kind, last = commitment.commitment_kind, commitment.terms[-1] if commitment.terms else None
    return (
        str(COMMITMENT_LABELS[kind]) if kind else "",
        commitment.name,
        _names(each.people or commitment.makers),
        _names(commitment.receivers),
        " | ".join(dict.fromkeys(alderman(who.name, is_former=who.is_former) for who in each.aldermen)),
        _names(each.programmes),
        _day(commitment.made_on),
        _day(commitment.due_on) or (gettext("geen termijn afgesproken") if last else ""),
        _day(commitment.moved_to),
        (last.reason if last else None) or "",
        standing(each),
        commitment.days_late or "",
        _day(commitment.kept_on),
        commitment.evidence or "",
        _day(commitment.told_on if each.told else None),
        current_app.config["SETTINGS"].address + address(Kind.COMMITMENT, commitment.id),
    )


def alderman(name: str, *, is_former: bool) -> str:
    """An alderman, also who left since."""
    return gettext("%(name)s (oud-wethouder)", name=name) if is_former else name


def standing(each: InList) -> str:
    """Where it stands; a request is asked or answered, never late."""
    if each.commitment.is_request:
        return gettext("Beantwoord") if each.commitment.kept_on else gettext("Gevraagd")
    return str(STANDING_LABELS[each.commitment.standing])


def _names(mentions: Iterable[Mention]) -> str:
    return " | ".join(dict.fromkeys(each.name for each in mentions))


def _day(on: dt.date | None) -> str:
    return on.isoformat() if on else ""
