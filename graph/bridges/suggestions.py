"""Suggestions: which initiatives should meet, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.bridges import answers, kept, search
from graph.bridges.weights import SCALE, Evidence
from graph.errors import NotFound
from graph.model import Kind
from graph.query import Read
from graph.rights import VISITOR, Permission

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.bridges.search import Found, Shared
    from graph.rights import Actor
    from graph.store import Graph, Transaction

# A reason says exactly how many initiatives are known up to here, and "more than" beyond: counting costs time.
COUNTED_TO = 50
# The strongest reasons make the sentence; only theirs are counted.
STRONGEST = 2


@dataclass(frozen=True, slots=True)
class Named:
    """An initiative, or the organisation at the other end of a bridge, as a suggestion shows it.

    Where the two ends of a pair have one name, it says who undertakes the initiative as well.
    """

    id: str
    name: str
    summary: str | None
    external_id: str | None
    area: str | None
    kind: Kind = Kind.INITIATIVE

    @property
    def is_organisation(self) -> bool:
        """Whether it is an organisation."""
        return self.kind is Kind.ORGANISATION


@dataclass(frozen=True, slots=True)
class Thing:
    """A shared thing: its name, the function of a person, and how many initiatives are known to have it."""

    id: str
    name: str
    function: str | None
    known: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that a list of suggestions shows by name; rows of `Named` and `Thing`, bare to be quick."""

    others: list[tuple[str, str, str | None, str | None, str | None, Kind]]
    things: list[tuple[str, str, str | None, int | None]]
    words: list[tuple[str, str, None, int | None]]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing shared, or near: for a near one `ours` is what the first has, and `name` what the other has.

    `note` is the policy note in which two different goals stand.
    `known` is how many initiatives the reader may see that have it, None where it was not counted, and a figure above
    `COUNTED_TO` means "more than". `part` is what it adds to the score. Where the second is an organisation, `through`
    is the initiative it takes part in that has the thing, if it has it no other way (`to_organisation`).
    """

    kind: Evidence
    id: str
    name: str
    part: float
    known: int | None = None
    ours_id: str | None = None
    ours: str | None = None
    function: str | None = None
    note_id: str | None = None
    note: str | None = None
    through_id: str | None = None
    through: str | None = None
    to_organisation: bool = False

    @property
    def stands_for(self) -> tuple[str, str]:
        """The id and name of what a list shows: the note of two different goals, else the thing itself."""
        return (self.note_id, self.note) if self.note_id and self.note else (self.id, self.name)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A bridge to suggest: the other initiative, the score, and the reasons, heaviest first.

    `proved` tells that the quick search proved itself; the answer is exact either way.
    """

    other: Named
    score: float
    reasons: tuple[Reason, ...]
    other_area: bool
    other_team: bool
    proved: bool = True

    @property
    def parts(self) -> dict[Evidence, float]:
        """What each kind of evidence adds to the score."""
        parts: dict[Evidence, float] = {}
        for reason in self.reasons:
            parts[reason.kind] = parts.get(reason.kind, 0.0) + reason.part
        return parts


@dataclass(frozen=True, slots=True)
class Pair:
    """A suggestion in the list of a town: the first initiative and the suggestion for it."""

    first: Named
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Undertaken:
    """The name of the organisation that undertakes an initiative; None where none is known."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Start:
    """An initiative to begin with."""

    id: str


NAMES = Read("bridges/names", Names)
UNDERTAKEN_BY = Read("bridges/undertaken_by", Undertaken)
ALL_IDS = Read("bridges/starts", Start)
FIND = Read("bridges/find", Start)


def for_initiative(tx: Transaction, *, actor: Actor, initiative_id: str, limit: int = 10) -> list[Suggestion]:
    """The best bridges of one initiative; exactly those, in the order, of the search without any shortcut.

    What was kept (`graph.bridges.refreshing`) is given as long as it is exact. A visitor gets what published data alone
    say, without ties through people, whatever became of a bridge. Empty when the initiative is over or not there.
    """
    return _for_reader(tx, actor, initiative_id, limit, sees_bridges=actor.may(Permission.SEE_BRIDGES))


def related(tx: Transaction, *, actor: Actor, initiative_id: str, limit: int) -> list[Suggestion]:
    """What a visitor gets of `for_initiative`; who may see bridges gets nobody with whom one is past `suggested`."""
    return _for_reader(tx, VISITOR, initiative_id, limit, sees_bridges=actor.may(Permission.SEE_BRIDGES))


def for_all(
    graph: Graph, *, actor: Actor, limit: int = 10, together: int = 50
) -> Iterator[tuple[Named, list[Suggestion]]]:
    """Every initiative with its best bridges, in order of id, `together` to a transaction."""
    actor.must(Permission.SEE_BRIDGES)
    after = ""
    while True:
        page = graph.read(_page, actor=actor, after=after, limit=limit, together=together)
        yield from page
        if len(page) < together:
            return
        after = page[-1][0].id


def find(tx: Transaction, *, actor: Actor, text: str) -> list[str]:
    """The ids of the initiatives with this id, external id or name, in that order of preference."""
    return [row.id for row in FIND.all(tx, text=text, visible=actor.visible)]


def name_of(tx: Transaction, *, actor: Actor, initiative_id: str) -> Named:
    """One initiative as a suggestion shows it; raises NotFound."""
    found = NAMES.one(tx, others=[initiative_id], things=[], words=[], counted=[], most=1, visible=actor.visible).others
    if not found:
        raise NotFound(initiative_id)
    return Named(*found[0])


def initiative_first(tx: Transaction, *, actor: Actor, a: str, b: str) -> tuple[Named, Named]:
    """Both ends of a bridge, an initiative first; raises NotFound when one of them is not there or not visible."""
    first, other = (name_of(tx, actor=actor, initiative_id=each) for each in (a, b))
    return (other, first) if first.is_organisation else (first, other)


def named(
    tx: Transaction,
    *,
    actor: Actor,
    found: Sequence[tuple[str, Found]],
    proved: bool,
    strongest: int | None = STRONGEST,
    most: int = COUNTED_TO + 1,
) -> list[Pair]:
    """Give names to what was found, pairs of the first initiative's id and the other.

    The `strongest` reasons of each (None for all) are counted, up to `most`.
    """
    if not found:
        return []
    everybody = sorted({each for first, other in found for each in (first, other.id)})
    shared = [entry for _, other in found for entry in other.shared]
    names = NAMES.one(
        tx,
        others=everybody,
        things=sorted({each for entry in shared if entry.kind is not Evidence.WORD for each in _ids(entry)}),
        words=sorted({entry.id for entry in shared if entry.kind is Evidence.WORD}),
        counted=sorted({entry.id for _, other in found for entry in other.shared[:strongest]}),
        most=most,
        visible=actor.visible,
    )
    initiatives = {row[0]: Named(*row) for row in names.others}
    initiatives |= _told_apart(tx, actor, initiatives, [(first, other.id) for first, other in found])
    things = {row[0]: Thing(*row) for row in (*names.things, *names.words)}
    return [
        Pair(
            initiatives[first],
            Suggestion(
                other=initiatives[other.id],
                score=other.score / SCALE,
                reasons=tuple(
                    _reason(entry, things, to_organisation=initiatives[other.id].is_organisation)
                    for entry in other.shared
                ),
                other_area=not any(entry.kind is Evidence.AREA for entry in other.shared),
                other_team=not any(entry.kind is Evidence.DEPARTMENT for entry in other.shared),
                proved=proved,
            ),
        )
        for first, other in found
    ]


def _told_apart(
    tx: Transaction, actor: Actor, named: dict[str, Named], pairs: list[tuple[str, str]]
) -> dict[str, Named]:
    """Those that are in a pair of two with the same name, with who undertakes them."""
    alike = {each for pair in pairs if len({named[each].name.casefold() for each in pair}) == 1 for each in pair}
    if not alike:
        return {}
    found = UNDERTAKEN_BY.all(tx, ids=sorted(alike), visible=actor.visible)
    return {
        each.id: replace(named[each.id], name=f"{named[each.id].name} ({each.name})") for each in found if each.name
    }


def _ids(entry: Shared) -> tuple[str, ...]:
    return tuple(each for each in (entry.id, entry.ours, entry.note, entry.through) if each)


def _reason(entry: Shared, things: dict[str, Thing], *, to_organisation: bool) -> Reason:
    thing = things[entry.id]
    return Reason(
        kind=entry.kind,
        id=entry.id,
        name=thing.name,
        part=entry.weight / SCALE,
        known=thing.known,
        ours_id=entry.ours,
        ours=things[entry.ours].name if entry.ours else None,
        function=thing.function,
        note_id=entry.note,
        note=things[entry.note].name if entry.note else None,
        through_id=entry.through,
        through=things[entry.through].name if entry.through else None,
        to_organisation=to_organisation,
    )


def _for_reader(
    tx: Transaction, actor: Actor, initiative_id: str, limit: int, *, sees_bridges: bool
) -> list[Suggestion]:
    proved, weights = True, kept.for_actor(tx, actor=actor)
    # What is kept was found for who may see bridges.
    found = (
        answers.of(tx, initiative_id=initiative_id, limit=limit, visible=actor.visible, weights=weights)
        if sees_bridges
        else None
    )
    if found is None:
        found, proved = search.best(
            tx,
            initiative_id=initiative_id,
            limit=limit,
            visible=actor.visible,
            weights=weights,
            sees_bridges=sees_bridges,
        )
    pairs = named(tx, actor=actor, found=[(initiative_id, each) for each in found], proved=proved)
    return [pair.suggestion for pair in pairs]


def _page(
    tx: Transaction, *, actor: Actor, after: str, limit: int, together: int
) -> list[tuple[Named, list[Suggestion]]]:
    starts = ALL_IDS.all(tx, after=after, limit=together, visible=actor.visible)
    found: list[tuple[str, Found]] = []
    for start in starts:
        best, _ = search.best(
            tx,
            initiative_id=start.id,
            limit=limit,
            visible=actor.visible,
            weights=kept.for_actor(tx, actor=actor),
            sees_bridges=True,
        )
        found += [(start.id, each) for each in best]
    pairs = named(tx, actor=actor, found=found, proved=True)
    firsts = {start.id: start for start in starts}
    own = NAMES.one(tx, others=list(firsts), things=[], words=[], counted=[], most=1, visible=actor.visible).others
    suggestions: dict[str, list[Suggestion]] = {each: [] for each in firsts}
    for pair in pairs:
        suggestions[pair.first.id].append(pair.suggestion)
    return [(Named(*row), suggestions[row[0]]) for row in sorted(own, key=lambda row: row[0])]
