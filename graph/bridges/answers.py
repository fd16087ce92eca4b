"""The bridges that were kept of every initiative, and whether they still hold.

`graph.bridges.refreshing` keeps the ten best of each, exact for one state of the graph. They are given again as long as
day and weights are the same and the audit trail holds no line since that can change a bridge: every change has its line
in the same transaction. Deeds that are known to change none (a note was read, a description was reworded) are named
here; anything else counts as a change, and then everybody is searched for anew until the bridges are kept again.

Lines are counted as well as looked at. One that was written late, by a transaction that took long, makes the numbers
differ, and then nothing is given.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges.search import Found, Shared, order
from graph.bridges.weights import Evidence
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.store import Transaction

LIMIT = 10
# Before the first line of the audit trail.
_EVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
# When a change was seen, everybody is searched for; whether bridges were kept again is asked for once in so long.
SECONDS = 1.0

APART = (
    *("account_add", "account_disable", "account_enable", "account_password", "role_give", "role_take"),
    *("read", "insights", "give_consent", "withdraw_consent", "refuse_contact", "ask", "unask"),
    *("publish_figure", "react_to_figure", "weights"),
    *("add_meeting", "not_the_same", "tell", "untell", "add_term", "correct_term"),
    *("remove_question", "alert_on", "alert_off"),
)
ON_LINKS = ("link", "change_link", "end_link")
LINKS = (
    *("CONTRIBUTES_TO", "HAS_THEME", "PARTNERS_IN", "INITIATES", "LOCATED_IN", "HANDLED_BY", "CONTACT_FOR", "MENTIONS"),
    *("TO", "UNDER", "NEEDS", "OFFERS", "FITS", "PART_OF", "NARROWER_THAN", "BORDERS", "WAITS_FOR", "DERIVED_FROM"),
)
ON_RECORDS = ("add", "show", "end", "reopen", "remove")
ON_FIELDS = ("change", "confirm", "review", "bridge")
FIELDS = ("name", "summary", "status", "visibility", "until", "merged_into", "state", "answer")
WHOLE = ("Need", "Offer", "Decision", "PolicyNote")
KINDS = (
    *("Initiative", "Goal", "Theme", "Organisation", "Person", "Department", "Area", "SubsidyScheme", "Contribution"),
    *WHOLE,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one initiative, and what it stands on; None where nothing is kept.

    `lines_then` audit lines there were, `before` of them not after `since`; `known` of the others were changes.
    """

    lines: int
    version: str | None
    lines_then: int | None
    since: dt.datetime | None
    before: int | None
    known: int | None
    day: dt.date | None
    weights: str | None
    answer: bytes | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Audit lines since a moment and those that can change a bridge, both also of the last minute (after `margin`)."""

    lines: int
    recent: int
    changes: int
    recent_changes: int
    margin: dt.datetime | None


@dataclass(frozen=True, slots=True)
class KeptOfOne:
    """What is kept of one initiative: its best bridges, packed."""

    id: str
    answer: bytes


@dataclass(frozen=True, slots=True)
class Best:
    """The best pairs of everybody as they were kept, each once, best first: exact at `since`, and now if it `holds`.

    Where the kinds of evidence weigh otherwise since, the pairs were weighed with that; `is_alike` tells that this was
    possible. `is_of_today` tells that it is still the same day: what is sought and offered has a last day.
    """

    pairs: list[tuple[str, Found]]
    since: dt.datetime
    is_alike: bool
    is_of_today: bool
    holds: bool


@dataclass(slots=True)
class _Seen:
    """What this process knows of the version: up to how many lines it holds, and where to look further."""

    version: str
    lines: int
    since: dt.datetime | None
    before: int
    known: int
    changed: bool = False


@dataclass(slots=True)
class _Memory:
    seen: _Seen | None = None
    not_before: float = 0.0


KEPT = Read("bridges/kept_answer", Kept)
BEST = Read("bridges/best_kept", KeptOfOne)
CHANGED = Read("bridges/changed_since", Changes)
_memory = _Memory()
_LOCK = threading.Lock()


def of(
    tx: Transaction, *, initiative_id: str, limit: int, visible: list[str], weights: dict[str, int]
) -> list[Found] | None:
    """The best bridges of one initiative as they were kept, `limit` of them; None unless they are exact now."""
    if limit > LIMIT or clock.is_past() or time.monotonic() < _memory.not_before:
        return None
    kept = KEPT.one(tx, id=initiative_id)
    if not _stands(tx, kept):
        _memory.not_before = time.monotonic() + SECONDS
        return None
    if kept.answer is None or kept.weights != fingerprint(visible, weights):
        return None
    return unpacked(kept.answer)[:limit]


def version(tx: Transaction) -> str | None:
    """Which state of the graph is kept; None before the first time."""
    return KEPT.one(tx, id="").version


def best(tx: Transaction, *, limit: int, visible: list[str], weights: dict[str, int]) -> Best | None:
    """The `limit` best pairs that were kept, at most `LIMIT` of one initiative, and whether they are exact now.

    None when nothing was kept for who may see these visibilities, or the reader looks at another day.
    """
    kept = KEPT.one(tx, id="")
    if clock.is_past() or kept.version is None or kept.weights is None:
        return None
    if json.loads(kept.weights)[0] != sorted(visible):
        return None
    # A pair is kept with one of its two or with both: the best pairs are among those of twice as many initiatives.
    rows = BEST.all(tx, version=kept.version, limit=2 * limit)
    pairs = once((row.id, each) for row in rows for each in unpacked(row.answer))[:limit]
    same, today = kept.weights == fingerprint(visible, weights), kept.day == clock.today()
    weighed = pairs if same else reweighed(pairs, dict(json.loads(kept.weights)[1]), weights)
    alike = weighed is not None
    return Best(pairs if weighed is None else weighed, kept.since or _EVER, alike, today, same and _stands(tx, kept))


def reweighed(
    pairs: Iterable[tuple[str, Found]], old: dict[str, int], new: dict[str, int]
) -> list[tuple[str, Found]] | None:
    """Pairs that were scored with `old` weights of kinds, as `new` ones score them; best first, equals by id.

    A weight is rounded down where it is divided among links, so a score may differ in its last digits from one that is
    searched for. None where a kind counts that did not count before: what is shared of it was not kept.
    """
    if any(weight and not old.get(kind) for kind, weight in new.items()):
        return None
    found = []
    for first, other in pairs:
        weighed = (replace(entry, weight=entry.weight * new[entry.kind] // old[entry.kind]) for entry in other.shared)
        shared = tuple(sorted((entry for entry in weighed if entry.weight), key=order))
        if shared:
            found.append((first, Found(other.id, sum(entry.weight for entry in shared), shared)))
    return once(found)


def once(pairs: Iterable[tuple[str, Found]]) -> list[tuple[str, Found]]:
    """Each pair once, as the one with the lower id has it where both do; best first, equals by id."""
    found: dict[frozenset[str], tuple[str, Found]] = {}
    for first, other in pairs:
        both = frozenset((first, other.id))
        if both not in found or first < other.id:
            found[both] = first, other
    return sorted(found.values(), key=lambda pair: (-pair[1].score, pair[0], pair[1].id))


def stands(tx: Transaction, *, visible: list[str], weights: dict[str, int]) -> bool:
    """Whether what is kept is exact now, for who may see these visibilities."""
    kept = KEPT.one(tx, id="")
    return kept.weights == fingerprint(visible, weights) and _stands(tx, kept)


def forget() -> None:
    """Look anew at what is kept."""
    _memory.not_before, _memory.seen = 0.0, None


def changes(tx: Transaction, since: dt.datetime | None) -> Changes:
    """What the audit trail says since a moment."""
    return CHANGED.one(
        tx,
        since=since,
        apart=APART,
        on_links=ON_LINKS,
        links=LINKS,
        on_records=ON_RECORDS,
        on_fields=ON_FIELDS,
        fields=FIELDS,
        whole=WHOLE,
        kinds=KINDS,
    )


def fingerprint(visible: Sequence[str], weights: dict[str, int]) -> str:
    """The reader's rights and the weights that an answer was made with."""
    return json.dumps([sorted(visible), sorted(weights.items())])


def packed(found: Sequence[Found]) -> bytes:
    """Bridges as few bytes: what is shared once, and for each other which of it; scores are their sums."""
    entries = {entry: at for at, entry in enumerate(dict.fromkeys(entry for each in found for entry in each.shared))}
    things = [[entry.kind, entry.id, entry.weight, entry.ours, entry.note] for entry in entries]
    others = [[each.id, [entries[entry] for entry in each.shared]] for each in found]
    return zlib.compress(json.dumps([things, others], separators=(",", ":")).encode(), level=1)


def unpacked(answer: bytes) -> list[Found]:
    """What was packed."""
    things, others = json.loads(zlib.decompress(answer))
    entries = [Shared(Evidence(kind), *rest) for kind, *rest in things]
    found = []
    for other, places in others:
        shared = tuple(entries[at] for at in places)
        found.append(Found(other, sum(entry.weight for entry in shared), shared))
    return found


def _stands(tx: Transaction, kept: Kept) -> bool:
    """Whether it is still the day of the version, and no audit line since can have changed a bridge."""
    if kept.version is None or kept.day != clock.today():
        return False
    with _LOCK:
        seen = _memory.seen
        if seen is None or seen.version != kept.version:
            seen = _Seen(kept.version, kept.lines_then or 0, kept.since, kept.before or 0, kept.known or 0)
            _memory.seen = seen
        if seen.changed or kept.lines == seen.lines:
            return not seen.changed
        found = changes(tx, seen.since)
        seen.changed = found.changes > seen.known
        if seen.changed or seen.before + found.lines != kept.lines:
            return False
        if found.margin is not None:
            seen.before, seen.known, seen.since = kept.lines - found.recent, found.recent_changes, found.margin
        seen.lines = kept.lines
        return True
