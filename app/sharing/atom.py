"""Feeds in Atom (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from app.formatting import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMESPACE = "http://www.w3.org/2005/Atom"
BEGAN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: about the page at `path`, with text as people wrote it."""

    id: str
    path: str
    name: str
    summary: str | None
    lang: str
    created_at: dt.datetime
    updated_at: dt.datetime


def feed(*, site: str, path: str, about: str, title: str, author: str, entries: Sequence[Entry]) -> bytes:
    """The feed at `path`, about the page at `about`; `site` is the address people use, without a slash at the end."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "nl"})
    SubElement(root, "id").text = f"{site}{path}"
    SubElement(root, "title").text = title
    SubElement(root, "updated").text = _instant(max((each.updated_at for each in entries), default=BEGAN))
    SubElement(SubElement(root, "author"), "name").text = author
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{site}{path}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{site}{about}"})
    for each in entries:
        _entry(root, site, each)
    return written(root)


def written(root: Element) -> bytes:
    """A document with its declaration."""
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def _entry(root: Element, site: str, each: Entry) -> None:
    entry = SubElement(root, "entry", {"xml:lang": each.lang})
    SubElement(entry, "id").text = f"urn:uuid:{each.id}"
    SubElement(entry, "title").text = each.name
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{site}{each.path}"})
    SubElement(entry, "published").text = _instant(each.created_at)
    SubElement(entry, "updated").text = _instant(each.updated_at)
    SubElement(entry, "summary", {"type": "text"}).text = plain(each.summary)


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
