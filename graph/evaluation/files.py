"""Links and initiatives from plain files, as a projection to evaluate on."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import charset_normalizer

from graph import words
from graph.bridges.weights import Evidence
from graph.evaluation import splitting
from graph.evaluation.projection import INITIATES, Hub, Initiative, Met, Projection, Tie
from graph.evaluation.splitting import KIND_OF, TIE_OF, Hide, Question, Split
from graph.imports import profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What a file may call a kind of link (in singular; a plural is understood): its type, and its kind of evidence.
TIES: dict[str, tuple[str, Evidence]] = {
    **dict.fromkeys(
        ("partner", "partners_in", "organisation", "participant", "deelnemer"), ("PARTNERS_IN", Evidence.PARTNER)
    ),
    **dict.fromkeys(
        ("recipient", "initiator", "initiates", "ontvanger", "initiatiefnemer"), (INITIATES, Evidence.PARTNER)
    ),
    **dict.fromkeys(("goal", "contributes_to", "doel", "doelen"), ("CONTRIBUTES_TO", Evidence.GOAL)),
    **dict.fromkeys(("theme", "has_theme", "thema"), ("HAS_THEME", Evidence.THEME)),
    **dict.fromkeys(("scheme", "under", "subsidy_scheme", "regeling"), ("UNDER", Evidence.SCHEME)),
    **dict.fromkeys(("area", "located_in", "place", "gebied", "wijk"), ("LOCATED_IN", Evidence.AREA)),
    **dict.fromkeys(("department", "handled_by", "afdeling"), ("HANDLED_BY", Evidence.DEPARTMENT)),
    **dict.fromkeys(("person", "people", "contact", "contact_for", "persoon"), ("CONTACT_FOR", Evidence.PERSON)),
    **dict.fromkeys(("decision", "waits_for", "besluit"), ("WAITS_FOR", Evidence.DECISION)),
    **dict.fromkeys(("word", "mention"), ("MENTIONS", Evidence.WORD)),
}
BRIDGES = frozenset({"bridge", "bridges", "between", "initiative", "initiatives", "brug"})
# The columns of a file of what is hidden.
PAIR = frozenset({"initiative_a", "initiative_b"})
TO_THING = frozenset({"initiative", "target"})
# Columns of the generic sheet of initiatives, by the name that its profile gives them.
SHEET = {
    "themes": "theme",
    "goals": "goal",
    "area": "area",
    "partners": "partner",
    "initiators": "initiator",
    "people": "person",
}


class Unreadable(ValueError):
    """A file does not say what was expected; the text tells what is missing."""


@dataclass
class _Made:
    """What was read so far; ties and things by a key that holds their kind, so that equal names stay apart."""

    names: dict[str, str] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    hubs: dict[str, tuple[str, Evidence]] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], dt.date | None] = field(default_factory=dict)
    met: set[tuple[str, str]] = field(default_factory=set)

    def initiative(self, text: str) -> str:
        """The initiative that is meant by an external id or a name, made when it is new."""
        key = self.also.get(text, text)
        self.names.setdefault(key, text)
        return key

    def tie(self, initiative: str, kind: str, target: str, since: dt.date | None = None) -> None:
        """Tie an initiative to a thing, or two initiatives to each other."""
        if kind in BRIDGES:
            one, other = sorted((initiative, self.initiative(target)))
            self.met.add((one, other))
            return
        tie, evidence = TIES.get(kind) or TIES.get(kind.removesuffix("s")) or (kind.upper(), Evidence.WORD)
        hub = hub_id(evidence, target, tie)
        self.hubs.setdefault(hub, (target, evidence))
        self.ties.setdefault((initiative, hub, tie), since)

    def projection(self) -> Projection:
        """All of it as a projection; words come from the names and the descriptions."""
        for initiative, name in self.names.items():
            for stem in words.stems(name, self.texts.get(initiative)):
                self.hubs.setdefault(stem, (stem, Evidence.WORD))
                self.ties.setdefault((initiative, stem, "MENTIONS"), None)
        initiators: dict[str, list[str]] = {}
        for initiative, hub, tie in self.ties:
            if tie == INITIATES:
                initiators.setdefault(initiative, []).append(hub)
        sizes = Counter(hub for _, hub, _ in self.ties)
        return Projection(
            initiatives=tuple(
                Initiative(each, name, tuple(sorted(initiators.get(each, ()))))
                for each, name in sorted(self.names.items())
            ),
            ties=tuple(Tie(one, hub, tie, 1, since) for (one, hub, tie), since in sorted(self.ties.items(), key=_key)),
            hubs=tuple(Hub(hub, name, kind.value, sizes[hub]) for hub, (name, kind) in sorted(self.hubs.items())),
            met=tuple(Met(one, other, "known_already") for one, other in sorted(self.met)),
        )


def hub_id(evidence: Evidence, target: str, tie: str) -> str:
    """What identifies a thing of a file; words of a text are their stem, other things keep their kind apart."""
    return f"{evidence.value if evidence is not Evidence.WORD else tie}:{target}"


def read(train: Path, *, initiatives: Path | None = None) -> Projection:
    """The graph of a file of links and, where given, a sheet of initiatives; raises Unreadable."""
    return _read(train, initiatives).projection()


def split(train: Path, hidden: Path, *, initiatives: Path | None = None, hide: Hide | None = None) -> Split:
    """The graph of the files without the hidden links, and the hidden links as questions; raises Unreadable.

    Pairs of initiatives hide bridges. Which kind of link is hidden between an initiative and a thing follows from
    `hide`, or from the things that are named.
    """
    made = _read(train, initiatives)
    columns, rows = _rows(hidden)
    _agree(hidden.name, columns, hide)
    if columns >= PAIR and hide in {None, Hide.BRIDGES}:
        pairs = [Question(made.initiative(row["initiative_a"]), made.initiative(row["initiative_b"])) for row in rows]
        both = sorted({*pairs, *(Question(pair.wanted, pair.asker) for pair in pairs)})
        train_only = made.projection()
        made.met |= {(pair.asker, pair.wanted) for pair in both if pair.asker < pair.wanted}
        return Split(Hide.BRIDGES, splitting.apart(train_only, both), made.projection(), tuple(both))
    chosen = hide or _guess(made, rows)
    kind, tie = Evidence(KIND_OF[chosen]), TIE_OF[chosen]
    questions = []
    for row in rows:
        initiative = made.initiative(row["initiative"])
        questions.append(Question(initiative, hub_id(kind, row["target"], tie)))
        made.hubs.setdefault(hub_id(kind, row["target"], tie), (row["target"], kind))
        made.ties.setdefault((initiative, hub_id(kind, row["target"], tie), tie), None)
    full = made.projection()
    return Split(chosen, splitting.without(full, questions), full, tuple(sorted(set(questions))))


def _agree(name: str, columns: set[str], hide: Hide | None) -> None:
    """Raise Unreadable where the columns are of no kind, or of another kind than what is hidden."""
    if not columns >= PAIR and not columns >= TO_THING:
        raise Unreadable(f"{name}: expected the columns initiative,target or initiative_a,initiative_b")
    if hide is Hide.BRIDGES and not columns >= PAIR:
        raise Unreadable(
            f"{name}: --hide bridges asks for pairs of initiatives; "
            "give the columns initiative_a,initiative_b, or another --hide"
        )
    if hide not in {None, Hide.BRIDGES} and not columns >= TO_THING:
        raise Unreadable(
            f"{name}: initiative_a,initiative_b are bridges, not {hide}; "
            "give the columns initiative,target, or say --hide bridges"
        )


def _guess(made: _Made, rows: Sequence[dict[str, str]]) -> Hide:
    """The kind of link that most of the hidden things have in the links that are left."""
    votes = Counter[Hide]()
    by_name: dict[str, set[str]] = {}
    for _, hub, tie in made.ties:
        by_name.setdefault(made.hubs[hub][0], set()).add(tie)
    for row in rows:
        for chosen, tie in TIE_OF.items():
            votes[chosen] += tie in by_name.get(row["target"], ())
    best, most = votes.most_common(1)[0] if votes else (Hide.PARTNERS, 0)
    if not most:
        raise Unreadable("which kind of link is hidden does not follow from the links that are left; say --hide")
    return best


def _read(train: Path, initiatives: Path | None) -> _Made:
    made = _Made()
    if initiatives:
        _read_sheet(made, initiatives)
    columns, rows = _rows(train)
    if not {"initiative", "kind", "target"} <= columns:
        raise Unreadable(f"{train.name}: expected the columns initiative,kind,target")
    for row in rows:
        if row["initiative"] and row["target"]:
            kind = row["kind"].casefold().replace("-", "_").replace(" ", "_")
            made.tie(made.initiative(row["initiative"]), kind, row["target"], _day(row.get("since", "")))
    return made


def _read_sheet(made: _Made, path: Path) -> None:
    headings = {
        heading.casefold(): name
        for name, column in profile.load("initiatives").columns.items()
        for heading in column.headings
    }
    for row in _rows(path)[1]:
        cells = {headings[title]: value for title, value in row.items() if title in headings and value}
        # Two columns of the profile read the same heading: a description is also the summary.
        text = " ".join(value for title, value in row.items() if headings.get(title) in {"summary", "description"})
        name = cells.get("name") or cells.get("external_id")
        if not name:
            continue
        key = cells.get("external_id", name)
        made.also[name] = key
        made.names[key], made.texts[key] = name, text
        for column, kind in SHEET.items():
            for value in filter(None, (each.strip() for each in cells.get(column, "").split("|"))):
                made.tie(key, kind, value)


def _rows(path: Path) -> tuple[set[str], list[dict[str, str]]]:
    raw = path.read_bytes()
    found = charset_normalizer.from_bytes(raw).best()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = str(found or "")
    first = text.partition("\n")[0]
    lines: Iterator[list[str]] = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    titles = [title.strip().casefold() for title in next(lines, [])]
    return set(titles), [
        dict(zip(titles, [*(cell.strip() for cell in line), *[""] * len(titles)], strict=False))
        for line in lines
        if line
    ]


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _key(item: tuple[tuple[str, str, str], dt.date | None]) -> tuple[str, str, str]:
    return item[0]
