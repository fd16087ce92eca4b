"""What the page of every record says to staff: who keeps it, and when it is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request

from app.access import Permission, current_actor
from app.addresses import FOLDER
from app.database import graph
from graph import clock, keepers
from graph.errors import Unavailable
from graph.ids import is_id

if TYPE_CHECKING:
    from graph.keepers import Keeping

_FOLDERS = frozenset(FOLDER.values())
_PARTS = 2


def keeping() -> Keeping | None:
    """The keeper of the record whose own page this is; None for visitors, on other pages, and about an earlier day."""
    parts = request.path.strip("/").split("/")
    is_record = len(parts) == _PARTS and parts[0] in _FOLDERS and is_id(parts[1])
    if not is_record or g.get("is_error") or clock.is_past() or not current_actor().may(Permission.SEE_PRIVATE):
        return None
    try:
        return graph().read(keepers.of_record, actor=current_actor(), record_id=parts[1])
    except Unavailable:
        return None
