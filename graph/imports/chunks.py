"""What a chunk of rows means for the graph as it is: which records and links are new, and which change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import clock, ids
from graph.imports import comparing, leaves, pauses, periods, terms
from graph.imports.comparing import Changed, Told
from graph.imports.finding import Spot, find
from graph.imports.periods import Period
from graph.model import Kind, Link
from graph.query import Read
from graph.values import to_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.imports.corrections import Stays
    from graph.imports.drafts import Draft, Named, Tied
    from graph.imports.finding import Key, RecordThere
    from graph.imports.known import Known
    from graph.imports.leaves import FilledLeaf, Leaves, NewLeaf
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class LinkThere:
    """A link that is there already, or was; `number` is its place in what was asked."""

    number: int
    place: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AboveThere:
    """A link upwards that an import laid and that lasts; `number` is its place in what was asked."""

    number: int
    place: str
    properties: dict[str, Any]
    other_place: str


@dataclass(frozen=True, slots=True)
class TieNow:
    """A link as it is now, with its ends as people call them."""

    place: str
    properties: dict[str, Any]
    start_name: str
    start_kind: Kind
    end_name: str


@dataclass(slots=True, eq=False)
class NewTie:
    """A link to lay; `once`: there is one period of it, whose days a row corrects.

    `moves`: it takes the place of another, so that it is laid anew when it is over.
    """

    link: str
    start: Spot
    end: Spot
    properties: dict[str, Any]
    once: bool = False
    moves: bool = False

    @property
    def between_old(self) -> bool:
        """Whether both ends were there before, so that undoing the import cannot find it by its ends."""
        return not (self.start.new or self.end.new)


@dataclass(slots=True)
class Plan:
    """All that one chunk does; `rows` says of each row whether it was created, updated or unchanged.

    `corrected` is what rows would change and people corrected: that stays.
    """

    new: dict[str, list[tuple[Named, Spot]]] = field(default_factory=dict)
    changed: list[Changed] = field(default_factory=list)
    corrected: Stays = field(default_factory=dict)
    ties: dict[str, list[NewTie]] = field(default_factory=dict)
    changed_ties: list[Changed] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)
    made_now: set[int] = field(default_factory=set)
    compared: dict[Key, tuple[str, str]] = field(default_factory=dict)
    leaves_of: Leaves | None = None
    leaves: list[NewLeaf] = field(default_factory=list)
    filled: list[FilledLeaf] = field(default_factory=list)

    @property
    def nodes(self) -> int:
        """How many records, terms and pauses are made."""
        return sum(map(len, self.new.values())) + len(self.leaves)

    @property
    def links(self) -> int:
        """How many links are laid, those to new terms and pauses among them."""
        return sum(map(len, self.ties.values())) + len(self.leaves)

    @property
    def made_places(self) -> dict[Key, tuple[str, str]]:
        """The id and place of what was made and may be named again, once it is written."""
        found = (pair for new in self.new.values() for pair in new)
        return {(named.kind, named.key): (spot.id, spot.place) for named, spot in found if spot.place}

    def count(self, what: str) -> int:
        """How many rows are `created`, `updated` or `unchanged`."""
        return sum(each == what for each in self.rows.values())

    def touch(self, row: int) -> None:
        """The row added or changed something: to what this import made itself, or to what was there."""
        if self.rows[row] == "unchanged":
            self.rows[row] = "created" if row in self.made_now else "updated"


TIED = Read("imports/tied", LinkThere)
ABOVE = Read("imports/above", AboveThere)
TIE_VALUES = Read("imports/tie_values", TieNow)
LEAVES: dict[str, Leaves] = {Kind.COMMITMENT: terms.TERMS, Kind.DECISION: pauses.PAUSES}


def plan(
    tx: Transaction,
    drafts: list[Draft],
    known: Known,
    *,
    may_speak: Callable[[Draft, Named], bool],
    batch: str = "",
    tree: bool = False,
    dreamt: set[int] | None = None,
) -> Plan:
    """What `drafts` mean. `may_speak` says whether a row's values count; `tree` plans the links between rows only.

    `dreamt` holds what earlier chunks of a dry run would have made, and grows by what this one would.
    """
    made = Plan(rows={draft.number: "unchanged" for draft in drafts})
    spots, there = find(tx, (each for draft in drafts for each in _named(draft, tree=tree)), known)
    closed = {found.id for found in there.values() if _closed(found, batch)}
    told: list[Told] = []
    for draft in drafts:
        main = (draft.main.kind, draft.main.key)
        before = there.get(main)
        if before.batch == batch if before else main in spots or (dreamt and hash(main) in dreamt):
            made.made_now.add(draft.number)
        for named in _named(draft, tree=tree):
            key = (named.kind, named.key)
            found = there.get(key)
            if found is not None:
                compared = not (tree or found.removed or found.id in closed)
                if compared and (named.main or found.asked == named.key) and may_speak(draft, named):
                    told.append(Told(draft, named, found))
                    if found.asked == named.key and not (named.main or found.merged):
                        made.compared[key] = (found.id, found.place)
            elif key not in spots:
                # Who makes a record speaks for it: a row in a later chunk that says otherwise changes nothing.
                may_speak(draft, named)
                _make(made, draft, named, key, spots, dreamt)
    comparing.compare(tx, made, told, dreamt)
    _tie(tx, made, drafts, spots, closed=closed, tree=tree, dreamt=dreamt)
    made.leaves_of = LEAVES.get(drafts[0].main.kind) if drafts and not tree else None
    if made.leaves_of:
        leaves.plan(tx, made, drafts, spots, of=made.leaves_of, dreamt=dreamt)
    return made


def _closed(found: RecordThere, batch: str) -> bool:
    """Whether it was adopted or told before: that stays as it is, also when a sheet says otherwise."""
    if found.batch == batch:
        return False
    if found.kind == Kind.ASSESSMENT:
        return found.properties.get("told_on") is not None
    return found.kind == Kind.ASSESSMENT_FRAMEWORK and found.properties.get("framework_state") != "draft"


def _named(draft: Draft, *, tree: bool) -> list[Named]:
    return [draft.main, *draft.broader] if tree else draft.named


def _make(
    made: Plan, draft: Draft, named: Named, key: Key, spots: dict[Key, Spot | None], dreamt: set[int] | None
) -> None:
    if dreamt is not None and hash(key) in dreamt:
        spots[key] = Spot(ids.new_id(), "", new=False, row=draft.number)
        return
    if named.missing != "make":
        spots[key] = None
        return
    if dreamt is not None:
        dreamt.add(hash(key))
    spot = Spot(ids.new_id(), "", new=True, row=draft.number)
    spots[key] = spot
    made.new.setdefault(named.kind, []).append((named, spot))
    if named.main:
        made.rows[draft.number] = "created"
    else:
        made.touch(draft.number)


def _tie(
    tx: Transaction,
    made: Plan,
    drafts: list[Draft],
    spots: dict[Key, Spot | None],
    *,
    closed: set[str],
    tree: bool,
    dreamt: set[int] | None,
) -> None:
    seen: set[tuple[str, str, str]] = set()
    asked: dict[str, list[tuple[int, NewTie]]] = {}
    left: dict[tuple[str, str], tuple[int, Spot]] = {}
    marks: set[int] = set()
    for draft in drafts:
        for tie in _wanted(draft, tree=tree):
            start, end = spots.get((tie.start.kind, tie.start.key)), spots.get((tie.end.kind, tie.end.key))
            if start is None or end is None or start is end or start.id == end.id or start.id in closed:
                continue
            same = (tie.link, start.id, end.id)
            if tie.once and same in seen:
                continue
            seen.add(same)
            if dreamt is not None and _dreamt_before(dreamt, marks, tie, start, end):
                continue
            moves = tie.link == Link.PART_OF and bool(draft.earlier)
            for other in draft.earlier if moves else ():
                left.setdefault((start.id, other), (draft.number, start))
            new = NewTie(tie.link, start, end, tie.properties, tie.once, moves)
            if tie.once and not (start.place and end.place):
                made.ties.setdefault(tie.link, []).append(new)
                made.touch(draft.number)
            else:
                asked.setdefault(tie.link, []).append((draft.number, new))
    if dreamt is not None:
        dreamt |= marks
    for link, pairs in sorted(asked.items()):
        ask(tx, made, link, pairs)
    _leave(tx, made, left, dreamt)


def _leave(tx: Transaction, made: Plan, left: dict[tuple[str, str], tuple[int, Spot]], dreamt: set[int] | None) -> None:
    """End the links upwards from which the file takes a record away: the ids of both, with the row and its record."""
    # A dry run ends nothing, so in a later chunk the link still seems to last.
    ends = sorted(pair for pair in left if dreamt is None or hash(("left", *pair)) not in dreamt)
    for each in ABOVE.all(tx, links=[list(pair) for pair in ends]) if ends else ():
        start_id, other_id = ends[each.number]
        row, start = left[start_id, other_id]
        now = {name: to_python(value) for name, value in each.properties.items()}
        over = max(clock.today(), now.get("since") or clock.today())
        between = (start, Spot(other_id, each.other_place, new=False))
        name = f"{start_id} > {other_id}"
        made.changed_ties.append(
            Changed(name, Link.PART_OF, each.place, {"until": None}, {"until": over}, now, between)
        )
        made.touch(row)
    if dreamt is not None:
        dreamt.update(hash(("left", *pair)) for pair in ends)


def _dreamt_before(dreamt: set[int], marks: set[int], tie: Tied, start: Spot, end: Spot) -> bool:
    """Whether an earlier chunk of a dry run laid this link, between records that are there or dreamt.

    What this chunk would lay goes to `marks`.
    """
    ends = (spot.id if spot.place else (named.kind, named.key) for named, spot in ((tie.start, start), (tie.end, end)))
    pair = (tie.link, *ends)
    own, others = periods.marks(pair, {} if tie.once else tie.properties)
    marks.update(map(hash, own))
    return any(hash(each) in dreamt for each in others)


def _wanted(draft: Draft, *, tree: bool) -> Iterable[Tied]:
    return (tie for tie in draft.ties if tie.tree is tree)


def ask(tx: Transaction, made: Plan, link: str, pairs: list[tuple[int, NewTie]]) -> None:
    """Plan links of one type, each with the row that asks for it; those between the same records in order of row."""
    ends = {(new.start.id, new.end.id): new for _, new in pairs}
    old = [(key, new) for key, new in ends.items() if new.start.place and new.end.place]
    found = TIED.all(tx, type=link, links=[[new.start.place, new.end.place] for _, new in old]) if old else []
    there: dict[tuple[str, str], list[Period]] = {key: [] for key in ends}
    for each in found:
        now = {name: to_python(value) for name, value in each.properties.items()}
        there[old[each.number][0]].append(Period(now, each.place))
    for row, new in pairs:
        if _settle(made, new, there[new.start.id, new.end.id]) and row in made.rows:
            made.touch(row)


def _settle(made: Plan, new: NewTie, between: list[Period]) -> bool:
    """Plan one link beside those that are `between` its records already; whether that changes anything."""
    period = periods.meant(between, new.properties, once=new.once)
    if period is None or (new.moves and period.until is not None):
        # Rows share their properties, and a later row may give this link its last day.
        new.properties = dict(new.properties)
        between.append(Period(new.properties, said=True))
        made.ties.setdefault(new.link, []).append(new)
        return True
    other = periods.news(period, new.properties)
    period.said = True
    if other and period.place:
        if period.change is None:
            name = f"{new.start.id} > {new.end.id}"
            period.change = Changed(name, new.link, period.place, {}, {}, period.properties, (new.start, new.end))
            made.changed_ties.append(period.change)
        period.change.old |= {name: period.properties.get(name) for name in other}
        period.change.new |= other
    period.properties.update(other)
    return bool(other)


def properties_of(named: Named, spot: Spot) -> dict[str, Any]:
    """What a new record holds besides what all of the import share."""
    return {**named.properties, "id": spot.id, "source_key": named.key, "visibility": named.visibility}
