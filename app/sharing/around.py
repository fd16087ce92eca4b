"""What the page of every public record offers to who wants to tell of it: a text, a QR code, and a feed to follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import g, request

from app.addresses import FOLDER, address
from app.database import graph
from graph import clock
from graph.errors import Unavailable
from graph.ids import is_id
from graph.sharing import feeds

if TYPE_CHECKING:
    from graph.mentions import Mention

KIND = {folder: kind for kind, folder in FOLDER.items() if kind in feeds.SHARED}
FOLLOWED = frozenset(FOLDER[kind] for kind in feeds.FOLLOWED)
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """The record that a page is about, the path of the page, and whether it has a feed."""

    record: Mention
    path: str
    is_followed: bool


def shared_here() -> Shared | None:
    """What can be shared of this page; None on other pages, about an earlier day, and of what not everybody sees."""
    parts = request.path.strip("/").split("/")
    is_record = len(parts) == _PARTS and parts[0] in KIND and is_id(parts[1])
    if not is_record or g.get("is_error") or clock.is_past():
        return None
    try:
        found = graph().read(feeds.shared, kind=KIND[parts[0]], record_id=parts[1])
    except Unavailable:
        return None
    return Shared(found, address(found.kind, found.id), parts[0] in FOLLOWED) if found else None
