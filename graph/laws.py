"""Laws that no constraint of the database can hold, checked inside the transaction that writes.

`obey` looks after writing: that sees what another transaction committed while this one waited for its locks.
`must_be_open` looks before: what was adopted or told stays as it is. Whoever breaks a law gets Invalid, and the
transaction is rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Invalid
from graph.model import Kind, Visibility
from graph.properties import Reason
from graph.query import Read

if TYPE_CHECKING:
    from graph.store import Transaction

# Records of these kinds are closed at some moment: a framework when it is adopted, an assessment when it is told.
CLOSING = frozenset({Kind.ASSESSMENT_FRAMEWORK, Kind.CRITERION, Kind.ASSESSMENT})

# Records of these kinds are never published.
INTERNAL = frozenset({Kind.INTERACTION})


@dataclass(frozen=True, slots=True)
class Broken:
    """A law that a record breaks; `field` is the property or the type of the link that it is about."""

    field: str
    reason: Reason


BROKEN = Read("laws/broken", Broken)
FIXED = Read("laws/fixed", Broken)


def obey(tx: Transaction, *, record_id: str) -> None:
    """Raise Invalid, with the field and the reason, when the record breaks a law."""
    for broken in BROKEN.all(tx, id=record_id):
        raise Invalid(broken.field, broken.reason)


def must_be_open(tx: Transaction, *, kind: Kind, record_id: str, act: str) -> None:
    """Raise Invalid when the record is closed for `act`: change, show, end, reopen or remove."""
    if kind not in CLOSING:
        return
    for fixed in FIXED.all(tx, id=record_id, act=act):
        raise Invalid(fixed.field, fixed.reason)


def must_stay_internal(kind: Kind, visibility: Visibility) -> None:
    """Raise Invalid when a record of this kind may not be seen by the public."""
    if kind in INTERNAL and visibility is Visibility.PUBLISHED:
        raise Invalid("visibility", Reason.INTERNAL)
