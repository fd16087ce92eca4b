"""Laws on links that no constraint of the database can hold: checked after writing, inside the same transaction.

Checking afterwards sees what another transaction committed while this one waited for its locks. Whoever breaks a law
gets Invalid, and the transaction is rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Invalid
from graph.model import Link
from graph.properties import Reason
from graph.query import Read

if TYPE_CHECKING:
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Broken:
    """A law that the links of a record break."""

    link: Link
    reason: Reason


BROKEN = Read("laws/broken", Broken)


def obey(tx: Transaction, *, record_id: str) -> None:
    """Raise Invalid, with the link and the reason, when the current links of the record break a law."""
    for broken in BROKEN.all(tx, id=record_id):
        raise Invalid(broken.link, broken.reason)
