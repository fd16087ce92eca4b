"""The list of schemes: what an address asks for, and the filters with their counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.choices import choice
from app.filtering import Filters, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.mentions import Mention
    from graph.schemes import SchemeInList


class Open(StrEnum):
    """Whether people can still apply."""

    OPEN = "open"
    CLOSED = "gesloten"


class Together(StrEnum):
    """Whether parties may apply together."""

    YES = "ja"
    NO = "nee"


class Order(StrEnum):
    """How the list can be sorted besides by name."""

    DEADLINE = "laatste-dag"
    GRANTED = "gegeven"


@dataclass(frozen=True, slots=True)
class Question:
    """What the list shows."""

    goal: str | None
    theme: str | None
    open: Open | None
    together: Together | None
    order: Order | None

    def fits(self, scheme: SchemeInList, *, but: str = "") -> bool:
        """Whether the list shows `scheme`, one filter left out."""
        checks = {
            "doel": self.goal is None or self.goal in _ids(scheme.goals),
            "thema": self.theme is None or self.theme in _ids(scheme.themes),
            "open": self.open is None or scheme.is_open is (self.open is Open.OPEN),
            "samen": self.together is None or scheme.joint_application is (self.together is Together.YES),
        }
        return all(fits for name, fits in checks.items() if name != but)


def asked() -> Question:
    """What stands in the address; raises BadRequest for what does not exist."""
    return Question(
        goal=request.args.get("doel") or None,
        theme=request.args.get("thema") or None,
        open=choice(Open, request.args.get("open")),
        together=choice(Together, request.args.get("samen")),
        order=choice(Order, request.args.get("volgorde")),
    )


def chosen(schemes: Sequence[SchemeInList], question: Question) -> list[SchemeInList]:
    """The schemes that fit, sorted; those without a last day stand last."""
    found = [scheme for scheme in schemes if question.fits(scheme)]
    if question.order is Order.DEADLINE:
        found.sort(key=lambda scheme: scheme.deadline or dt.date.max)
    elif question.order is Order.GRANTED:
        found.sort(key=lambda scheme: -scheme.granted)
    return found


def filters(schemes: Sequence[SchemeInList], question: Question) -> Filters:
    """The filters with how many schemes the list would show with each choice."""

    def fitting(name: str) -> list[SchemeInList]:
        return [scheme for scheme in schemes if question.fits(scheme, but=name)]

    opened, together = fitting("open"), fitting("samen")
    return Filters(
        (
            select("doel", gettext("Doel"), gettext("Alle doelen"), _counted(fitting("doel"), "goals")),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), _counted(fitting("thema"), "themes")),
            select(
                "open",
                gettext("Aanvragen"),
                gettext("Open en gesloten"),
                [
                    (Open.OPEN, gettext("Nog open"), sum(scheme.is_open is True for scheme in opened)),
                    (Open.CLOSED, gettext("Gesloten"), sum(scheme.is_open is False for scheme in opened)),
                ],
            ),
            select(
                "samen",
                gettext("Samen aanvragen"),
                gettext("Maakt niet uit"),
                [
                    (Together.YES, gettext("Dat kan"), sum(scheme.joint_application is True for scheme in together)),
                    (Together.NO, gettext("Kan niet"), sum(scheme.joint_application is False for scheme in together)),
                ],
            ),
            select(
                "volgorde",
                gettext("Volgorde"),
                gettext("Op naam"),
                [
                    (Order.DEADLINE, gettext("Eerste sluitingsdag eerst"), None),
                    (Order.GRANTED, gettext("Meest gegeven eerst"), None),
                ],
            ),
        )
    )


def row(scheme: SchemeInList) -> Sequence[str | int | float | None]:
    """One line of the file."""
    joint = {None: "", True: "ja", False: "nee"}[scheme.joint_application]
    return (
        scheme.name,
        " | ".join(goal.name for goal in scheme.goals),
        scheme.ceiling,
        scheme.granted,
        scheme.grants,
        scheme.applications,
        scheme.deadline.isoformat() if scheme.deadline else "",
        joint,
        scheme.id,
    )


HEADINGS = (
    "regeling",
    "doelen",
    "hoogste_bedrag",
    "gegeven_bedrag",
    "aantal_gegeven",
    "aantal_aanvragen",
    "laatste_dag",
    "samen_aanvragen",
    "id",
)


def _ids(mentions: Sequence[Mention]) -> set[str]:
    return {each.id for each in mentions}


def _counted(schemes: Sequence[SchemeInList], name: str) -> list[tuple[str, str, int | None]]:
    found: dict[str, tuple[str, int]] = {}
    for scheme in schemes:
        for each in getattr(scheme, name):
            found[each.id] = (each.name, found.get(each.id, ("", 0))[1] + 1)
    return sorted(((value, words, n) for value, (words, n) in found.items()), key=lambda each: each[1].casefold())
