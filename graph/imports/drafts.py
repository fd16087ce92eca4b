"""From a row to what should be in the graph: the records it names and the links between them, nothing looked up yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import Invalid
from graph.imports import agreeing, aldermen, geometry, pauses, terms
from graph.imports.profile import Take, columns_in
from graph.imports.reading import normalised
from graph.imports.refusals import RowRefused
from graph.model import LINK, SHAPE, Kind
from graph.properties import LONGEST_TEXT, Reason, checked, checked_link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.imports.columns import Cells
    from graph.imports.profile import LinkPart, Profile, RecordPart

MOST_REMEMBERED = 20_000
_NOTHING: dict[str, Any] = {}
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(slots=True, eq=False)
class Named:
    """A record that a row names. `look_for` is how it is found among records that were not made by this profile.

    `among` are the records of the row that it must be part of: a criterion of this framework and no other.
    `yields` are the properties that only a new record gets, and the one a row is about where it says nothing there.
    """

    part: str
    kind: str
    key: str
    properties: dict[str, Any]
    look_for: str | None
    also: tuple[str, ...]
    missing: str
    several: str
    visibility: str
    main: bool
    by_id: bool
    yields: frozenset[str]
    among: tuple[Named, ...] = ()


@dataclass(slots=True, eq=False)
class Tied:
    """A link that a row asks for; `tree` marks the links laid after all rows, `ends` is the column of its last day.

    `once`: between two records there is one period of it, and a row corrects its days.
    """

    link: str
    start: Named
    end: Named
    properties: dict[str, Any]
    tree: bool
    ends: str | None = None
    once: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """What one row asks for. `number` counts rows from 0; `line` is where it stands in the file.

    `broader` are the records above the main one in a tree; they may be rows further on, so they wait for the others.
    `leaf` is the term or pause that the row names. `earlier` are the ids of what an import put the record under before,
    and the file does not any more.
    """

    number: int
    line: int
    cells: tuple[str, ...]
    main: Named
    named: list[Named]
    broader: list[Named] = field(default_factory=list)
    ties: list[Tied] = field(default_factory=list)
    stands_in: list[Named] = field(default_factory=list)
    leaf: dict[str, Any] | None = None
    earlier: frozenset[str] = frozenset()


class Drafter:
    """Makes drafts of rows by a profile."""

    def __init__(self, profile: Profile) -> None:
        """Prepare the templates of the profile."""
        self._profile = profile
        self._main = profile.main
        self._links = [_Laid(profile, link) for link in profile.links]
        self._above = {link.end for link in profile.self_links}
        self._now = [name for name in profile.records if name not in self._above]
        self._parts = {name: _Part(profile, name, part) for name, part in profile.records.items()}
        self._within = [(name, part.among) for name, part in self._parts.items() if part.among]

    def draft(
        self,
        number: int,
        line: int,
        raw: tuple[str, ...],
        cells: Cells,
        row_key: str,
        own: Mapping[str, str] = _NOTHING,
    ) -> Draft | None:
        """The draft of one row; None when its main record may not be made. Raises RowRefused.

        `own` gives the keys of the rows themselves by id and name, for a tree whose rows name each other.
        """
        parts = {name: part.named(cells, row_key) for name, part in self._parts.items()}
        for name, around in self._within:
            for each in parts[name]:
                each.among = tuple(parts[around])
        mains = parts[self._main]
        if not mains:
            return None
        now = [each for name in self._now for each in parts[name]]
        draft = Draft(number, line, raw, mains[0], now, [each for name in self._above for each in parts[name]])
        for each in draft.broader:
            each.key = own.get(each.look_for or "", each.key)
        for link in self._links:
            starts, ends = link.taken(parts[link.start], parts[link.end])
            if starts and ends and link.holds(cells):
                properties = link.properties(cells)
                draft.ties += [
                    Tied(link.type, start, end, properties, link.tree, link.until, link.once)
                    for start in starts
                    for end in ends
                ]
        if self._profile.stand_ins and cells.values.get("role") == "stand_in":
            draft.stands_in = [each for name in ("goal", "theme", "area") for each in parts[name]]
        if self._profile.terms:
            draft.leaf = terms.named(self._profile.terms, cells, draft.main.properties.get("made_on"))
        if self._profile.pauses:
            draft.leaf = pauses.named(self._profile.pauses, cells)
        return draft


class _Template:
    """Text with columns between braces; a column alone gives its value as it is."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.columns = sorted(columns_in([text])) if isinstance(text, str) else []
        whole = _HOLE.fullmatch(text) if isinstance(text, str) else None
        self.alone = whole[1] if whole else None
        self._pieces = _HOLE.split(text) if isinstance(text, str) else []

    def value(self, values: dict[str, Any]) -> Any:
        """The filled-in template; None when one of its columns says nothing."""
        if self.alone is not None:
            return values.get(self.alone)
        if not self.columns:
            return self.text
        told = {}
        for name in self.columns:
            value = told[name] = values.get(name)
            if value is None:
                return None
        return "".join(str(told[each]) if place % 2 else each for place, each in enumerate(self._pieces))


class _Part:
    """One record of the profile, ready to be named by row after row; what depends on few cells is remembered."""

    def __init__(self, profile: Profile, name: str, part: RecordPart) -> None:
        self.name, self.among = name, part.among
        self._part = part
        self._namespace = profile.namespace
        self._names = [_Template(text) for text in part.name]
        self._main, self._finds = part.main, part.find
        self._kind, self._kinds_too = part.kind.value, tuple(kind.value for kind in part.find_also)
        self._set = [(property_name, _Template(text)) for property_name, text in part.set.items()]
        # What stands in the profile and not in the file is no reason to change what people know better.
        self._yields = frozenset(name for name, template in self._set if not template.columns)
        if part.kind is Kind.PERSON:
            self._yields |= {aldermen.PERSON_KIND}
        self._only = re.compile(part.only, re.IGNORECASE) if part.only else None
        self._visibility = (part.visibility or profile.visibility).value
        self._keeps_id = any(each.name == "external_id" for each in SHAPE[part.kind].properties)
        self._by_row = part.key == "row" or (part.main and profile.row is not None)
        self._knows_id = part.key not in {None, "row"}
        templates = [*self._names, *(template for _, template in self._set)]
        used = {column for template in templates for column in template.columns} | set(part.when)
        columns = (part.each, part.within, part.kind_from, part.key if self._knows_id else None)
        used |= {each for each in columns if each}
        self._used = sorted(used)
        self._repeats = part.key != "row" and part.within is None and not part.main
        self._one_column = self._used[0] if len(self._used) == 1 else None
        self._remembered: dict[str | tuple[str, ...], list[Named]] = {}

    def named(self, cells: Cells, row_key: str) -> list[Named]:
        """The records that this part of the profile finds in the row; raises RowRefused."""
        if not self._repeats:
            return self._named(cells, row_key)
        told = cells.texts
        texts: str | tuple[str, ...]
        if self._one_column:
            texts = told.get(self._one_column, "")
        else:
            texts = tuple([told.get(name, "") for name in self._used])
        found = self._remembered.get(texts)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[texts] = self._named(cells, row_key)
        return found

    def _named(self, cells: Cells, row_key: str) -> list[Named]:
        values = cells.values
        if self._part.when and not _holds(self._part.when, values):
            return []
        if self._part.each is None:
            one = self._one(values, cells, row_key)
            return [one] if one else []
        several = [
            self._one(values | {self._part.each: each}, cells, row_key) for each in values.get(self._part.each, ())
        ]
        return [each for each in several if each]

    def _one(self, values: dict[str, Any], cells: Cells, row_key: str) -> Named | None:
        name = self._first_name(values)
        if name is None or (self._only and not self._only.search(name)):
            return None
        properties = {"name": name}
        for property_name, template in self._set:
            value = template.value(values)
            if value is not None and value != []:
                properties[property_name] = value
        if properties.get("outline"):
            _place(properties, self._column_of("outline"))
        external = str(values[self._part.key or ""]) if self._knows_id and values.get(self._part.key or "") else None
        if external and self._keeps_id:
            properties["external_id"] = external
        try:
            stored = checked(self._part.kind, properties)
        except Invalid as error:
            raise RowRefused(
                self._column_of(error.field), error.reason, str(properties.get(error.field, ""))[:80]
            ) from error
        if None in stored.values():
            stored = {field: value for field, value in stored.items() if value is not None}
        if "name" not in stored:
            return None
        if self._main:
            self._must_agree(stored)
        kind, also = self._kinds(values)
        return Named(
            part=self.name,
            kind=kind,
            key=self._key(stored["name"], external, cells, row_key),
            properties=stored,
            look_for=normalised(external or stored["name"]) if self._finds else None,
            also=also,
            missing=self._part.missing,
            several=self._part.several,
            visibility=self._visibility,
            main=self._main,
            by_id=external is not None,
            yields=self._yields,
        )

    def _kinds(self, values: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
        """The kind to look among first, and the others; a row that says the kind means no other."""
        said = values.get(self._part.kind_from) if self._part.kind_from else None
        return (said, ()) if said else (self._kind, self._kinds_too)

    def _first_name(self, values: dict[str, Any]) -> Any:
        for template in self._names:
            name = template.value(values)
            if name is not None:
                return name
        return None

    def _must_agree(self, stored: dict[str, Any]) -> None:
        for property_name, reason in agreeing.faults(self._part.kind, stored):
            raise RowRefused(self._column_of(property_name), reason, str(stored.get(property_name, "")))

    def _key(self, name: str, external: str | None, cells: Cells, row_key: str) -> str:
        """`<namespace>:<external id>`, or `<namespace>:<parent>:<normalised name>`; see DESIGN 3."""
        if external:
            return f"{self._namespace}:{normalised(external)}"
        if self._by_row:
            return f"{self._namespace}:{row_key}"
        if self._part.within is None:
            return f"{self._namespace}:{normalised(name)}"
        parent = cells.values.get(self._part.within)
        # Two people called '(Particulier)' are two people, so what they do is two initiatives.
        return f"{self._namespace}:{normalised(str(parent)) if parent else row_key}:{normalised(name)}"

    def _column_of(self, property_name: str) -> str:
        templates = (
            self._names if property_name == "name" else [made for name, made in self._set if name == property_name]
        )
        return next((column for template in templates for column in template.columns), property_name)


class _Laid:
    """One link of the profile, ready to be laid for row after row."""

    def __init__(self, profile: Profile, part: LinkPart) -> None:
        self.type = part.link.value
        self.start, self.end = part.start, part.end
        self.tree = part in profile.self_links
        self._when, self._take = part.when, part.take
        self._since, self.until = part.since, part.until
        self.once = part.once or not (part.since or part.until)
        self._set = [(name, _Template(text)) for name, text in part.set.items()]
        self._own = LINK[part.link].properties
        self._plain = not (part.set or part.since or part.until)

    def taken(self, starts: list[Named], ends: list[Named]) -> tuple[list[Named], list[Named]]:
        """Of the records that the row names at both ends those that it links."""
        if self._take is Take.EVERY or not starts:
            return starts, ends
        if self._take is Take.ONE_OF_EACH:
            alone = all(len({each.key for each in named}) == 1 for named in (starts, ends))
            return (starts, ends) if alone else ([], [])
        if self._take is Take.FIRST:
            return starts[:1], ends
        return [each for each in starts if each.key != starts[0].key], ends

    def holds(self, cells: Cells) -> bool:
        """Whether the row asks for this link."""
        return not self._when or _holds(self._when, cells.values)

    def properties(self, cells: Cells) -> dict[str, Any]:
        """Its own properties and its days; raises RowRefused."""
        if self._plain:
            return _NOTHING
        found = {name: template.value(cells.values) for name, template in self._set} if self._set else {}
        try:
            stored = checked_link(self._own, {name: value for name, value in found.items() if value is not None})
        except Invalid as error:
            raise RowRefused(error.field, error.reason) from error
        for field_name, column in (("since", self._since), ("until", self.until)):
            day = cells.values.get(column) if column else None
            if day is not None:
                stored[field_name] = day
        if self.until and "since" in stored and "until" in stored and stored["until"] < stored["since"]:
            raise RowRefused(self.until, Reason.TOO_EARLY, stored["until"].isoformat())
        return stored


def _holds(when: dict[str, list[str]], values: dict[str, Any]) -> bool:
    return all(values.get(column) in allowed for column, allowed in when.items())


def _place(properties: dict[str, Any], column: str) -> None:
    """A point is where the name is written; an outline is kept, with the point in its middle. Raises RowRefused."""
    outline = properties["outline"]
    middle, rings = geometry.label_point(outline), geometry.rings(outline)
    if middle:
        properties["longitude"], properties["latitude"] = middle
    if not geometry.in_degrees(point for ring in rings or [[middle] if middle else []] for point in ring):
        raise RowRefused(column, Reason.NOT_DEGREES)
    if rings:
        properties["outline"] = geometry.fitted(outline, longest=LONGEST_TEXT)
    else:
        del properties["outline"]
