"""Addresses of others on our pages: which there are, and what was found when somebody last looked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_SHOWN = 500


class Problem(StrEnum):
    """Why an address does not work."""

    GONE = "gone"
    FAILING = "failing"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ROUND_AND_ROUND = "round_and_round"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Address:
    """An address on one of our pages."""

    url: str


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that does not work, and the record it stands on."""

    record: Mention
    url: str
    problem: Problem
    checked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """An address that did not answer when somebody last looked."""

    url: str
    problem: Problem
    checked_at: dt.datetime


ADDRESSES = Read("outside/addresses", Address)
BROKEN = Read("outside/broken", Broken)
FAILED = Read("outside/failed", Failed)
NOTE = Act("outside/note")


def addresses(tx: Transaction, *, limit: int) -> tuple[str, ...]:
    """Addresses to look at, those that were looked at longest ago first."""
    return tuple(each.url for each in ADDRESSES.all(tx, limit=limit))


def note(tx: Transaction, *, url: str, problem: Problem | None) -> None:
    """Keep what was found at an address."""
    NOTE.run(tx, url=url, problem=problem, at=clock.now())


def broken(tx: Transaction, *, actor: Actor) -> tuple[Broken, ...]:
    """What does not work, for who can mend it; raises NotAllowed for visitors."""
    actor.must(Permission.SEE_DRAFTS)
    return tuple(BROKEN.all(tx, visible=actor.visible, limit=MOST_SHOWN))


def failed(tx: Transaction, *, urls: Sequence[str | None]) -> dict[str, Failed]:
    """Which of these addresses did not answer when somebody last looked; of an earlier day nobody knows."""
    given = [url for url in urls if url]
    if not given or clock.is_past():
        return {}
    return {each.url: each for each in FAILED.all(tx, urls=given)}
