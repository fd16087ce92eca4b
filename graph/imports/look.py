"""The first pass: read the whole file and write nothing. What is refused, rejected or doubtful is known afterwards."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graph.imports import aldermen, circles, pausing, standing
from graph.imports.columns import Reader
from graph.imports.drafts import Draft, Drafter, Named
from graph.imports.identity import Identities
from graph.imports.reading import normalised
from graph.imports.refusals import Fault, Refusal, Refused, Rejected, RowRefused
from graph.imports.rejects import RejectsFile
from graph.model import Kind
from graph.properties import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.imports.files import Table
    from graph.imports.known import Known
    from graph.imports.profile import Profile
    from graph.rights import Actor
    from graph.store import Graph

# Beyond this many, names are compared after the import, in the graph.
MOST_NAMES = 20_000
LONGEST_VALUE, LONGEST_NAME, MOST_MATCHES = 500, 80, 10

_COMPARED = frozenset({Kind.ORGANISATION.value, Kind.INITIATIVE.value})

Progress = Callable[[str, int, int], None]
InWords = Callable[[Rejected], str]


def in_code(rejected: Rejected) -> str:
    """The reason as the code knows it, for who wants no words."""
    return rejected.reason


def silent(phase: str, done: int, of: int) -> None:
    """Tell nobody."""
    del phase, done, of


@dataclass(slots=True)
class Look:
    """What the first pass found. `good` counts the rows that can be written."""

    table: Table
    profile: Profile
    identities: Identities
    rows: int = 0
    rejected: int = 0
    first_rejected: list[Rejected] = field(default_factory=list)
    rejects_path: Path | None = None
    bad: bytearray = field(default_factory=bytearray)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    contradicted: frozenset[int] = frozenset()
    own: dict[str, str] = field(default_factory=dict)
    aldermen: frozenset[str] = frozenset()
    earlier: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def good(self) -> int:
        """Rows that can be written."""
        return self.rows - self.rejected

    def drafts(self) -> Iterator[Draft | None]:
        """The draft of every row again, in order; None for a rejected one."""
        reader = Reader(self.profile, self.table.headings)
        drafter = Drafter(self.profile)
        self.identities.restart()
        for number, line in enumerate(self.table.rows()):
            if number >= len(self.bad):
                raise Refused(Refusal.CHANGED)
            if self.bad[number] > 1:
                yield None
                continue
            try:
                cells = reader.read(line.cells)
                key = self.identities.key(cells)
                draft = (
                    None if self.bad[number] else drafter.draft(number, line.number, line.cells, cells, key, self.own)
                )
            except (RowRefused, KeyError) as error:
                raise Refused(Refusal.CHANGED) from error
            if draft and self.aldermen:
                aldermen.settle(draft, self.aldermen)
            if draft and self.earlier:
                draft.earlier = self.earlier.get(draft.main.key, draft.earlier)
            yield draft


def look(
    graph: Graph,
    *,
    actor: Actor,
    table: Table,
    profile: Profile,
    known: Known,
    rejects: RejectsFile,
    in_words: InWords,
    progress: Progress = silent,
) -> Look:
    """Read the whole of `table` by `profile`; raises Refused when no row can be used."""
    found = Look(table, profile, Identities(profile), rejects_path=rejects.path)
    reader, drafter = Reader(profile, table.headings), Drafter(profile)
    speakers, settled = _Speakers(profile), standing.Standing(graph, actor, profile, known)
    found.own = _own_names(table, profile) if profile.self_links else {}
    doubts: list[tuple[int, Draft, Named]] = []
    called = aldermen.told_by(profile)
    of_rows: list[tuple[int, str]] = []
    for number, line in enumerate(table.rows(lambda done, of: progress("read", done, of))):
        found.rows += 1
        found.bad.append(0)
        try:
            if line.fault:
                found.bad[number] = 2
                raise line.fault
            found.bad[number] = 2
            cells = reader.read(line.cells)
            found.bad[number] = 1
            found.identities.note(cells)
            draft = drafter.draft(number, line.number, line.cells, cells, "")
            if draft is None:
                raise RowRefused(profile.main, Fault.EMPTY_CELL)  # noqa: TRY301 — a row without its main record
            _must_be_there(draft, known, found.own)
            settled.must_allow(draft)
            doubts += [(number, draft, each) for each in _doubtful(draft, known, found.own)]
            found.bad[number] = 0
            speakers.note(draft)
            of_rows += [(number, key) for key in aldermen.of_row(draft)] if called else []
            _note_names(found.names, draft)
        except RowRefused as refused:
            _reject(rejects, reader, line.number, refused, line.cells, in_words)
    for number, draft, named in doubts:
        if not found.bad[number] and not _has_own(graph, named):
            found.bad[number] = 1
            ambiguous = RowRefused(_column(profile, named), Fault.AMBIGUOUS, _matches(named, known))
            _reject(rejects, reader, draft.line, ambiguous, draft.cells, in_words)
    found.identities.settle()
    for row, unfit in pausing.unfit(graph, profile, found.drafts()) if profile.pauses else ():
        found.bad[row.number] = 1
        _reject(rejects, reader, row.line, unfit, row.cells, in_words)
    walked = circles.walk(graph, profile, found.drafts())
    for below, unfit in walked.unfit:
        found.bad[below.number] = 1
        _reject(rejects, reader, below.line, unfit, below.cells, in_words)
    found.earlier = walked.earlier
    found.aldermen = frozenset(key for number, key in of_rows if not found.bad[number])
    found.contradicted = speakers.settle()
    found.rejected, found.first_rejected = rejects.count, rejects.first
    if found.rows == 0:
        raise Refused(Refusal.NO_ROWS)
    return found


def may_speak(contradicted: frozenset[int]) -> Callable[[Draft, Named], bool]:
    """Whether a row may give values to a record that other rows describe otherwise: only the first one may."""
    first: dict[int, int] = {}
    if not contradicted:
        return lambda _draft, _named: True

    def ask(draft: Draft, named: Named) -> bool:
        key = _digest(f"{named.kind} {named.key}")
        return key not in contradicted or first.setdefault(key, draft.number) == draft.number

    return ask


class _Speakers:
    """Which records are described in different ways by different rows; sixteen bytes for each time one is described."""

    def __init__(self, profile: Profile) -> None:
        self._parts = {name for name, part in profile.records.items() if (part.set or part.key) and part.key != "row"}
        self._keys, self._said = array("Q"), array("Q")

    def note(self, draft: Draft) -> None:
        for named in draft.named if self._parts else ():
            if named.part in self._parts:
                self._keys.append(_digest(f"{named.kind} {named.key}"))
                self._said.append(_digest(repr(sorted(named.properties.items()))))

    def settle(self) -> frozenset[int]:
        if not self._keys:
            return frozenset()
        both = np.stack([np.frombuffer(self._keys, np.uint64), np.frombuffer(self._said, np.uint64)])
        keys, times = np.unique(np.unique(both, axis=1)[0], return_counts=True)
        return frozenset(keys[times > 1].tolist())


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _doubtful(draft: Draft, known: Known, own: dict[str, str]) -> Iterator[Named]:
    for named in (*draft.named, *draft.broader):
        in_file = not named.main and named.look_for in own
        if named.several == "reject" and not in_file and len(known.candidates(named)) > 1:
            yield named


def _own_names(table: Table, profile: Profile) -> dict[str, str]:
    """The keys of the rows themselves by id and by name, for a tree whose rows may point further on; ids win."""
    reader, drafter = Reader(profile, table.headings), Drafter(profile)
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for line in table.rows():
        try:
            draft = drafter.draft(0, line.number, line.cells, reader.read(line.cells), "") if not line.fault else None
        except RowRefused:
            continue
        if draft:
            ids.setdefault(draft.main.look_for or "", draft.main.key)
            names.setdefault(normalised(draft.main.properties["name"]), draft.main.key)
    return names | ids


def _must_be_there(draft: Draft, known: Known, own: dict[str, str]) -> None:
    for named in (*draft.named, *draft.broader):
        if named.missing == "reject" and named.look_for not in own and not known.candidates(named):
            raise RowRefused(named.part, Fault.NOT_THERE, named.properties["name"])


def _has_own(graph: Graph, named: Named) -> bool:
    there = graph.read(standing.present, (named.kind, named.key), [])
    return any(each.kind == named.kind for each in there)


def _note_names(names: dict[str, dict[str, str]], draft: Draft) -> None:
    for named in draft.named:
        if named.kind in _COMPARED:
            known = names.setdefault(named.kind, {})
            if len(known) < MOST_NAMES:
                known.setdefault(named.key, named.properties["name"])


def _matches(named: Named, known: Known) -> str:
    """What the cell says and the ids of the records that it may mean."""
    found = known.candidates(named)
    more = f" … ({len(found)})" if len(found) > MOST_MATCHES else ""
    return f"{named.properties['name'][:LONGEST_NAME]}: {', '.join(found[:MOST_MATCHES])}{more}"


def _column(profile: Profile, named: Named) -> str:
    part = profile.records[named.part]
    return part.each or part.key or named.part


def _reject(
    rejects: RejectsFile, reader: Reader, line: int, refused: RowRefused, cells: tuple[str, ...], in_words: InWords
) -> None:
    accepted = reader.accepted(refused.column) if refused.reason == Reason.NOT_A_CHOICE else ()
    rejected = Rejected(
        line, reader.heading(refused.column), str(refused.reason), refused.value[:LONGEST_VALUE], cells, accepted
    )
    rejects.add(rejected, in_words(rejected))
