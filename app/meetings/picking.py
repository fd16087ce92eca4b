"""Choosing the subject: for goals, themes and areas what was chosen and what can still be added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext

from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.meetings.asked import Asked
    from graph.invitations.meetings import ChoiceOfSubject


@dataclass(frozen=True, slots=True)
class Picker:
    """One select: its name in the address, its label, options (value, label), and what was chosen already."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: tuple[ChoiceOfSubject, ...]


def pickers(ask: Asked, choices: Sequence[ChoiceOfSubject]) -> list[Picker]:
    """A picker for each kind of subject."""
    subject = ask.subject
    return [
        _picker(Kind.GOAL, "doel", gettext("Voeg een doel toe"), subject.goals, choices),
        _picker(Kind.THEME, "thema", gettext("Voeg een thema toe"), subject.themes, choices),
        _picker(Kind.AREA, "gebied", gettext("Voeg een gebied toe"), subject.areas, choices),
    ]


def _picker(kind: Kind, name: str, label: str, chosen: Sequence[str], choices: Sequence[ChoiceOfSubject]) -> Picker:
    own = [each for each in choices if each.kind is kind]
    options = [("", "–")] + [(each.id, each.name) for each in own if each.id not in chosen]
    return Picker(name, label, tuple(options), tuple(each for each in own if each.id in chosen))
