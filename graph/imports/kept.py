"""What an undo left as it is, kept with the import so that a page can still name it afterwards.

Only ids are kept: names are read as they are now, so that what was erased since is not named here either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Kind
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was changed or used since.

    `field` is the property where it is about one value, or the type of a link, with the other end in `other_id`.
    """

    id: str
    kind: Kind
    name: str
    field: str | None = None
    other_id: str | None = None
    other_name: str | None = None


REMEMBER = Act("imports/remember_kept")
KEPT = Read("imports/kept", Kept)


def remember(tx: Transaction, *, batch_id: str, kept: Sequence[Kept]) -> None:
    """Keep the first `MOST_KEPT` of `kept` with the import."""
    rows = [{"id": each.id, "field": each.field or "", "other_id": each.other_id or ""} for each in kept[:MOST_KEPT]]
    REMEMBER.run(tx, id=batch_id, kept=rows)


def of_batch(tx: Transaction, *, actor: Actor, batch_id: str) -> list[Kept]:
    """What the undo of an import left, without what was removed since; raises NotAllowed."""
    actor.must(Permission.IMPORT)
    return KEPT.all(tx, id=batch_id)
