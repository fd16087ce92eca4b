"""What the page of every public record offers to who wants to tell of it: a text, a QR code, and a feed to follow."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g, request

from app.addresses import FOLDER, address
from app.database import graph
from graph import clock
from graph.errors import Unavailable
from graph.ids import is_id
from graph.invitations import meetings
from graph.sharing import feeds

KIND = {folder: kind for kind, folder in FOLDER.items() if kind in feeds.SHARED}


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page is about, the path of the page, and that of the feed to follow it with."""

    name: str
    path: str
    feed: str


def shared_here() -> Shared | None:
    """What can be shared of this page; None on other pages, about an earlier day, and of what not everybody sees."""
    folder, _slash, record_id = request.path.strip("/").partition("/")
    if not is_id(record_id) or g.get("is_error") or clock.is_past():
        return None
    try:
        return _meeting(record_id) if folder == "bijeenkomsten" else _record(folder, record_id)
    except Unavailable:
        return None


def _meeting(meeting_id: str) -> Shared:
    found = graph().read(meetings.page, meeting_id=meeting_id)
    return Shared(found.name, f"/bijeenkomsten/{found.id}", "/bijeenkomsten/feed.atom")


def _record(folder: str, record_id: str) -> Shared | None:
    found = graph().read(feeds.shared, kind=KIND[folder], record_id=record_id) if folder in KIND else None
    path = address(found.kind, found.id) if found else ""
    return Shared(found.name, path, f"{path}/feed.atom") if found else None
