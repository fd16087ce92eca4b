"""The page of one subsidy scheme: who got and asked money, and who could apply together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.counting import MOST_COUNTED
from graph.mentions import Mention
from graph.query import Read
from graph.rights import Permission
from graph.schemes.facts import SchemeFacts, facts
from graph.schemes.together import PairListing, pairs

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 25
# So many pairs stand on the page; the others have a list of their own.
FEW_PAIRS = 10


class Step(StrEnum):
    """How far money is: given, asked and not answered yet, or refused; who got something can ask again."""

    GIVEN = "given"
    ASKED = "asked"
    REFUSED = "refused"


class GrantOrder(StrEnum):
    """In which order recipients stand: most given first, most asked, the last year, or by name."""

    GRANTED = "granted"
    ASKED = "asked"
    YEAR = "year"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class GrantSelection:
    """Which recipients are shown; None is every step."""

    step: Step | None = None
    order: GrantOrder = GrantOrder.GRANTED


@dataclass(frozen=True, slots=True)
class Grant:
    """What one initiative was given and asked under the scheme, all together, euros."""

    mention: Mention
    granted: float | None
    asked: float | None
    grants: int
    last_year: int | None
    is_given: bool
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Recipients:
    """How many initiatives got or asked something, and how many of them there are at each step.

    Who got something and asked again counts at both.
    """

    every: int
    given: int
    asked: int
    refused: int

    def of(self, step: Step | None) -> int:
        """How many are at one step, or in all; `MOST_COUNTED` + 1 stands for more."""
        found = {None: self.every, Step.GIVEN: self.given, Step.ASKED: self.asked, Step.REFUSED: self.refused}[step]
        return min(found, MOST_COUNTED + 1)


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Everything the page of one scheme shows; `together` is None for who may not see bridges.

    `initiatives` are some of `total`, of which `MOST_COUNTED` + 1 stands for more.
    """

    facts: SchemeFacts
    recipients: Recipients
    total: int
    initiatives: tuple[Grant, ...]
    together: PairListing | None


GRANTS = Read("schemes/grants", Grant)
RECIPIENTS = Read("schemes/recipients", Recipients)
_ALL = GrantSelection()


def page(
    tx: Transaction,
    *,
    actor: Actor,
    scheme_id: str,
    selection: GrantSelection = _ALL,
    skip: int = 0,
    limit: int = MOST_LISTED,
) -> SchemePage:
    """The page of one scheme with some of its initiatives; raises NotFound, or Moved when it was merged."""
    found = facts(tx, actor=actor, scheme_id=scheme_id)
    named = {"id": scheme_id, "visible": actor.visible, "on": clock.today(), "past": clock.past()}
    recipients = RECIPIENTS.one(tx, **named)
    sees_pairs = actor.may(Permission.SEE_BRIDGES)
    return SchemePage(
        facts=found,
        recipients=recipients,
        total=recipients.of(selection.step),
        initiatives=tuple(grants(tx, actor=actor, scheme_id=scheme_id, selection=selection, skip=skip, limit=limit)),
        together=pairs(tx, actor=actor, scheme_id=scheme_id, limit=FEW_PAIRS) if sees_pairs else None,
    )


def grants(
    tx: Transaction, *, actor: Actor, scheme_id: str, selection: GrantSelection = _ALL, skip: int, limit: int
) -> list[Grant]:
    """Rows `skip` to `skip + limit` of who got and asked something under a scheme, for a page or a file."""
    named = {"id": scheme_id, "visible": actor.visible, "on": clock.today(), "past": clock.past()}
    return GRANTS.all(tx, **named, step=selection.step, order=selection.order, skip=skip, limit=limit)
