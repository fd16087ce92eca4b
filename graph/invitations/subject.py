"""The subject of a meeting: goals, themes and areas, each with everything below it in its tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Invalid, NotFound
from graph.model import Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Subject:
    """What was chosen, as ids."""

    goals: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.goals or self.themes or self.areas)


@dataclass(frozen=True, slots=True)
class Item:
    """One chosen goal, theme or area; `members` are its own id and those below it."""

    id: str
    kind: Kind
    name: str
    members: frozenset[str]


SCOPE = Read("invitations/scope", Item)


def items(tx: Transaction, *, actor: Actor, subject: Subject) -> list[Item]:
    """What was chosen, by kind and name; raises NotFound when one of the ids is not there or not for this person."""
    found = SCOPE.all(
        tx,
        goals=list(subject.goals),
        themes=list(subject.themes),
        areas=list(subject.areas),
        visible=actor.visible,
    )
    missing = {*subject.goals, *subject.themes, *subject.areas} - {each.id for each in found}
    if missing:
        raise NotFound(", ".join(sorted(missing)))
    return found


@dataclass(frozen=True, slots=True)
class Named:
    """A goal, theme or area that somebody may mean; `exact`: by its id, code or whole name."""

    id: str
    name: str
    exact: bool


NAMED = Read("invitations/named", Named)


def meant(tx: Transaction, *, actor: Actor, kind: Kind, text: str) -> str:
    """The id of the one goal, theme or area that `text` names; raises NotFound, or Invalid when it names several."""
    found = NAMED.all(tx, label=kind.value, text=text.strip(), visible=actor.visible)
    if not found:
        raise NotFound(text)
    likely = [each for each in found if each.exact] or found
    if len(likely) > 1 and likely[0].id != text:
        several = ", ".join(f"{each.name} ({each.id})" for each in likely)
        raise Invalid(kind.value, several)
    return likely[0].id
