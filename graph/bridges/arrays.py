"""What bridges are made of, of a whole town, in sparse arrays: who has what, how heavily it weighs, what lies near it.

Rows are initiatives and columns the things that they can share, both in order of id, so that the order of places is the
order of ids. Only figures are kept of links: some 50 bytes for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from graph import clock
from graph.bridges.weights import Evidence
from graph.evaluation import projection
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from graph.evaluation.projection import Hub
    from graph.store import Transaction

    Places = NDArray[np.int64]

# The stronger ones first: those that others yield to.
NEAR = sorted((kind for kind in Evidence if kind.is_near), key=lambda kind: len(kind.yields_to))
NONE = -1
# Places of fewer links than this fit in half the memory, which is also faster.
SMALL = 2**31


@dataclass(frozen=True, slots=True)
class Having:
    """An initiative with the ids of what it has, of its needs and offers that hold today, and of who initiates it."""

    id: str
    hubs: list[str]
    supply: list[str]
    initiators: list[str]


@dataclass(frozen=True, slots=True)
class Step:
    """Ways from one's own thing to the other's, of one kind: columns and weight.

    `note` is the place in `notes` of the policy note by which they are near, `NONE` without one.
    """

    kind: Evidence
    ours: Places
    theirs: Places
    weight: Places
    note: Places


@dataclass(frozen=True)
class Arrays:
    """The town, with `kind` the place of the kind of each thing in `kinds`.

    Of every initiative: `has` what it has, `supply` its needs and offers, `heavy` the weight of sharing each thing,
    `theirs` what another can share with it, `initiators` and `met` with whom it is in contact.
    """

    ids: list[str]
    things: list[str]
    kinds: list[str]
    kind: Places
    has: Any
    supply: Any
    heavy: Any
    theirs: Any
    near: list[Step]
    notes: list[str]
    fits: Step
    initiators: Any
    met: Any


HAVING = Read("bridges/having", Having)


def read(tx: Transaction, *, visible: list[str], weights: Mapping[str, int]) -> Arrays:
    """The town of today as somebody sees it who may see these visibilities; `weights` in whole numbers of `SCALE`."""
    hubs = sorted(projection.HUBS.each(tx, visible=visible), key=lambda hub: hub.id)
    rows = sorted(HAVING.each(tx, visible=visible, today=clock.today()), key=lambda row: row.id)
    place = {hub.id: at for at, hub in enumerate(hubs)}
    kinds = sorted({hub.kind for hub in hubs})
    notes: dict[str, int] = {}
    has = _presence([_places(row.hubs, place) for row in rows], len(hubs))
    supply = _presence([_places(row.supply, place) for row in rows], len(hubs))
    fits = _fits(tx, visible, hubs, place, weights)
    by_fit = sparse.csr_array((fits.weight, (fits.ours, fits.theirs)), shape=(len(hubs), len(hubs)), dtype=np.int64)
    weight = np.array([weights.get(hub.kind, 0) // max(hub.size, 1) for hub in hubs], dtype=np.int64)
    who = {each: at for at, each in enumerate(sorted({each for row in rows for each in row.initiators}))}
    return Arrays(
        ids=[row.id for row in rows],
        things=[hub.id for hub in hubs],
        kinds=kinds,
        kind=np.array([kinds.index(hub.kind) for hub in hubs], dtype=np.int64),
        has=has,
        supply=supply,
        heavy=tidy(sparse.csr_array((weight[has.indices], has.indices, has.indptr), shape=has.shape) + supply @ by_fit),
        theirs=tidy(has + supply),
        near=_near(tx, visible, hubs, place, notes, weights),
        notes=list(notes),
        fits=fits,
        initiators=_presence([_places(row.initiators, who) for row in rows], len(who)),
        met=_met(tx, visible, {row.id: at for at, row in enumerate(rows)}),
    )


def tidy(made: Any) -> Any:
    """A sparse array of whole numbers in order of column, without zeros."""
    rows = sparse.csr_array(made, dtype=np.int64)
    rows.eliminate_zeros()
    rows.sort_indices()
    if rows.nnz < SMALL:
        rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return rows


def _places(ids: Iterable[str], place: Mapping[str, int]) -> list[int]:
    return [place[each] for each in ids if each in place]


def _presence(rows: Sequence[Sequence[int]], columns: int) -> Any:
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    places = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(starts[-1]))
    made = sparse.csr_array((np.ones(places.size, dtype=np.int64), places, starts), shape=(len(rows), columns))
    made.sum_duplicates()
    made.data[:] = 1
    return made


def _columns(rows: Iterable[tuple[int, ...]], number: int) -> list[Places]:
    made = np.array(sorted(rows), dtype=np.int64).reshape(-1, number)
    return [np.ascontiguousarray(made[:, at]) for at in range(number)]


def _fits(
    tx: Transaction, visible: list[str], hubs: Sequence[Hub], place: Mapping[str, int], weights: Mapping[str, int]
) -> Step:
    ends = [
        (place[fit.offer], place[fit.need])
        for fit in projection.FITS.each(tx, visible=visible)
        if fit.offer in place and fit.need in place
    ]
    rows = {
        (a, b, weights.get(hubs[b].kind, 0) // (hubs[a].size + hubs[b].size), NONE)
        for pair in ends
        for a, b in (pair, pair[::-1])
    }
    return Step(Evidence.OFFERED, *_columns(rows, 4))


def _near(
    tx: Transaction,
    visible: list[str],
    hubs: Sequence[Hub],
    place: Mapping[str, int],
    notes: dict[str, int],
    weights: Mapping[str, int],
) -> list[Step]:
    """The steps of each kind; fills `notes`, in order of id."""
    rows: dict[Evidence, list[tuple[int, ...]]] = {kind: [] for kind in NEAR}
    found = list(projection.NEAR.each(tx, visible=visible))
    notes |= {each: at for at, each in enumerate(sorted({near.note for near in found if near.note}))}
    for near in found:
        if near.ours in place and near.near in place:
            ours, theirs = place[near.ours], place[near.near]
            size = near.apart * (hubs[ours].size + hubs[theirs].size)
            note = NONE if near.note is None else notes[near.note]
            rows[Evidence(near.kind)].append((ours, theirs, weights.get(near.kind, 0) // max(size, 1), note))
    return [Step(kind, *_columns(ways, 4)) for kind, ways in rows.items()]


def _met(tx: Transaction, visible: list[str], place: Mapping[str, int]) -> Any:
    pairs = [
        pair
        for met in projection.met(tx, visible=visible)
        if met.first in place and met.second in place
        for pair in ((place[met.first], place[met.second]), (place[met.second], place[met.first]))
    ]
    ends = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(ends), dtype=np.int64)
    return sparse.csr_array((ones, (ends[:, 0], ends[:, 1])), shape=(len(place), len(place)))
