"""What those concerned say about a figure: the municipality as a whole, or the team that it is about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock
from graph.audit import Line
from graph.errors import Invalid
from graph.figures.switches import Figure
from graph.mentions import Mention
from graph.properties import Reason, clean_text
from graph.query import Act, Read
from graph.rights import VISITOR, Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

LONGEST_REACTION = 2_000
LONGEST_NAME = 200
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Reaction:
    """What one of those concerned says; `team_id` is None for the municipality as a whole."""

    figure: Figure
    team_id: str | None
    team_name: str | None
    reaction: str
    reaction_by: str
    reaction_on: dt.date


REACTIONS = Read("figures/reactions", Reaction)
TEAMS = Read("figures/teams", Mention)
REACT = Act("figures/react")
WITHDRAW = Act("figures/withdraw")


def reactions(tx: Transaction, *, actor: Actor) -> tuple[Reaction, ...]:
    """Everything that was said, as far as the teams that said it may be known."""
    return tuple(REACTIONS.all(tx, visible=actor.visible, limit=MOST_SHOWN))


def teams(tx: Transaction) -> tuple[Mention, ...]:
    """Who can react besides the municipality as a whole: whom everybody may know."""
    return tuple(TEAMS.all(tx, visible=VISITOR.visible, on=clock.today(), limit=MOST_SHOWN))


def react(
    tx: Transaction, *, actor: Actor, figure: Figure, team_id: str | None, reaction: str, reaction_by: str
) -> None:
    """Put a reaction beside a figure; one without a text is taken away.

    Raises NotAllowed for who does not administer, and Invalid when a text is too long, nobody is named, or the team is
    none that everybody may know.
    """
    actor.must(Permission.ADMINISTER)
    text, name = clean_text("reaction", reaction), clean_text("reaction_by", reaction_by)
    if len(text or "") > LONGEST_REACTION:
        raise Invalid("reaction", Reason.TOO_LONG)
    if len(name or "") > LONGEST_NAME:
        raise Invalid("reaction_by", Reason.TOO_LONG)
    if text and not name:
        raise Invalid("reaction_by", Reason.MISSING)
    if team_id and team_id not in {each.id for each in teams(tx)}:
        raise Invalid("team_id", Reason.NOT_A_CHOICE)
    before = next(
        (each for each in reactions(tx, actor=actor) if (each.figure, each.team_id) == (figure, team_id)), None
    )
    key = f"{figure}/{team_id or ''}"
    if text:
        named = {"figure": figure, "team_id": team_id, "reaction": text, "reaction_by": name, "day": clock.today()}
        REACT.run(tx, key=key, **named)
    else:
        WITHDRAW.run(tx, key=key)
    old = before.reaction if before else None
    if old != text:
        audit.write(tx, actor=actor, lines=[Line("react_to_figure", key, "reaction", old, text)])
