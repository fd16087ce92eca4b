"""What a form offers to choose from: the records chosen already, and those whose name holds the words typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model import Kind
    from graph.rights import Actor
    from graph.store import Transaction

# A kind with no more records than this is offered whole.
FEW = 12
MOST_MATCHES = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One record to choose; `about` tells it from others of the same name."""

    id: str
    name: str
    about: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field asks for: the kind, the ids chosen so far, and the words typed."""

    kind: Kind
    chosen: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field can show: `whole` when `matches` are all there are, so that nobody needs to search."""

    chosen: tuple[Choice, ...]
    matches: tuple[Choice, ...]
    whole: bool


NAMED = Read("records/named", Choice)
MATCHING = Read("records/matching", Choice)


def offer(tx: Transaction, *, actor: Actor, wanted: Sequence[Wanted]) -> list[Offer]:
    """An offer for each of `wanted`, in their order; raises NotAllowed for who may not edit records."""
    actor.must(Permission.EDIT_RECORDS)
    return [_offer(tx, actor, each) for each in wanted]


def matching(tx: Transaction, *, actor: Actor, kind: Kind, text: str, limit: int) -> list[Choice]:
    """Records of `kind` whose name holds every word of `text`; an empty text finds the first by name."""
    typed = " ".join(unicodedata.normalize("NFC", text).lower().split())
    return MATCHING.all(tx, kind=kind.value, text=typed, words=typed.split(), visible=actor.visible, limit=limit)


def _offer(tx: Transaction, actor: Actor, wanted: Wanted) -> Offer:
    chosen = (
        NAMED.all(tx, kind=wanted.kind.value, ids=list(wanted.chosen), visible=actor.visible) if wanted.chosen else []
    )
    everything = matching(tx, actor=actor, kind=wanted.kind, text="", limit=FEW + 1)
    whole = len(everything) <= FEW
    if whole:
        found = everything
    elif wanted.text.strip():
        found = matching(tx, actor=actor, kind=wanted.kind, text=wanted.text, limit=MOST_MATCHES)
    else:
        found = []
    already = {each.id for each in chosen}
    return Offer(tuple(chosen), tuple(each for each in found if each.id not in already), whole)
