"""The page of one theme: what is broader and narrower, and everything about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, contributions, officials, past
from graph.contributions import By, Sum
from graph.mentions import Counted, Listed, Mention, missing
from graph.model import Visibility
from graph.officials import Responsible
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 60


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """What stands on the theme and one link away.

    `above` runs from the broadest to the nearest; each step holds all themes of it, for there may be several.
    """

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    description: str | None
    above: tuple[tuple[Mention, ...], ...]
    below: tuple[Counted, ...]
    initiatives: int


@dataclass(frozen=True, slots=True)
class ThemePage:
    """Everything the page of one theme shows, narrower themes included."""

    facts: ThemeFacts
    initiatives: tuple[Listed, ...]
    goals: tuple[Listed, ...]
    organisations: tuple[Listed, ...]
    notes: tuple[Listed, ...]
    schemes: tuple[Listed, ...]
    responsible: Responsible
    contributions: Sum


FACTS = Read("themes/facts", ThemeFacts)
RECORDS = Read("themes/records", Listed)


def page(tx: Transaction, *, actor: Actor, theme_id: str) -> ThemePage:
    """The page of one theme; raises NotFound, or Moved when it was merged into another."""
    named = {"id": theme_id, "visible": actor.visible, "on": clock.today()}
    facts = FACTS.maybe(tx, **named)
    if facts is None:
        missing(tx, actor=actor, record_id=theme_id)
    facts = past.as_it_stood(tx, facts, actor=actor)

    def about(label: str) -> tuple[Listed, ...]:
        return tuple(RECORDS.all(tx, **named, label=label, limit=MOST_LISTED))

    return ThemePage(
        facts=facts,
        initiatives=about("Initiative"),
        goals=about("Goal"),
        organisations=about("Organisation"),
        notes=about("PolicyNote"),
        schemes=about("SubsidyScheme"),
        responsible=officials.responsible(tx, actor=actor, record_ids=[theme_id])[theme_id],
        contributions=contributions.of_record(tx, actor=actor, by=By.THEME, record_id=theme_id),
    )
