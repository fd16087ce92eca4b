"""Every public page about a record, for the map of the site; people are not in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.store import Transaction

# A map of a site holds at most 50,000 addresses (sitemaps.org).
MOST_PAGES = 49_000
KINDS = (
    Kind.INITIATIVE,
    Kind.GOAL,
    Kind.ORGANISATION,
    Kind.RESULT,
    Kind.LESSON,
    Kind.POLICY_NOTE,
    Kind.SUBSIDY_SCHEME,
    Kind.THEME,
    Kind.AREA,
    Kind.DEPARTMENT,
    Kind.BODY,
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page and when what it tells last changed."""

    kind: Kind
    id: str
    updated_at: dt.datetime


PAGES = Read("sharing/pages", Page)


def pages(tx: Transaction) -> tuple[Page, ...]:
    """Every page, one kind after another."""
    found: list[Page] = []
    for kind in KINDS:
        found += PAGES.all(tx, kind=kind.value, limit=MOST_PAGES - len(found))
    return tuple(found)
