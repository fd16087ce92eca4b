"""A profile: which column of a file becomes which record, property or link. Small YAML files, read with great care.

The format is described in `docs/reference/import-profiles.md`; the shipped ones are in `graph/imports/profiles/`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.imports.refusals import Refusal, Refused
from graph.model import LINK, SHAPE, Kind, Link, Visibility

# Every kind has a day on which its keeper looks at it again.
REVIEW = "review_on"
FOLDER = Path(__file__).parent / "profiles"
_COLUMN_IN_TEXT = re.compile(r"\{(\w+)\}")

Texts = Annotated[list[str], Field(min_length=1)]


class Type(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    SENTENCE = "sentence"
    NUMBER = "number"
    WHOLE = "whole"
    EUROS = "euros"
    DATE = "date"
    YES_OR_NO = "yes_or_no"
    POINT = "point"
    GEOMETRY = "geometry"


class Take(StrEnum):
    """Between which of the records that a row names a link is laid."""

    EVERY = "every"
    FIRST = "first"
    OTHERS = "others"
    ONE_OF_EACH = "one_of_each"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Strict):
    """A column: the headings it may have, how its cells are read, what they stand for, and what splits them.

    Under the headings of `last_days` stands the last day itself, and the column means the day after it. `example` is
    what the sheet to fill in shows, where what is usual for the type would not go with the rest of the row.
    """

    headings: Texts
    last_days: tuple[str, ...] = ()
    type: Type = Type.TEXT
    required: bool = False
    split: str | None = None
    choices: dict[str, str] = Field(default_factory=dict)
    otherwise: Literal["keep", "drop", "reject"] = "keep"
    replace: dict[str, str] = Field(default_factory=dict)
    example: str | None = None


class RecordPart(_Strict):
    """A record that a row names: its kind, its name, what makes it the same record again, and its other properties."""

    kind: Kind
    name: Texts
    each: str | None = None
    only: str | None = None
    when: dict[str, list[str]] = Field(default_factory=dict)
    key: str | None = None
    within: str | None = None
    among: str | None = None
    main: bool = False
    find: bool = True
    find_also: tuple[Kind, ...] = ()
    kind_from: str | None = None
    missing: Literal["make", "skip", "reject"] = "make"
    several: Literal["reject", "own"] = "reject"
    set: dict[str, Any] = Field(default_factory=dict)
    visibility: Visibility | None = None


class LinkPart(_Strict):
    """A link between two of the records of a row; `once`: with one period, whose days a row corrects.

    `take` says which of several records it begins at: the `first` or the `others`; with `one_of_each` there is no link
    unless the row names one record at each end.
    """

    link: Link
    start: str = Field(alias="from")
    end: str = Field(alias="to")
    when: dict[str, list[str]] = Field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    once: bool = False
    take: Take = Take.EVERY
    set: dict[str, str] = Field(default_factory=dict)


class TermPart(_Strict):
    """The columns that say before which day a commitment is kept; another day is another term."""

    day: str
    none_agreed: str
    set_on: str
    reason: str
    told_on: str


class PausePart(_Strict):
    """The columns that say when a decision waited for the applicant, and why; another first day is another pause."""

    since: str
    until: str
    reason: str


class Row(_Strict):
    """What identifies a row that has no id of its own: the columns whose hash does."""

    hash: Texts


class Profile(_Strict):
    """All of it; `name` is the name of the file."""

    name: str
    title: str
    about: str
    namespace: str = Field(pattern=r"^[a-z0-9-]{2,40}$")
    visibility: Visibility = Visibility.PUBLISHED
    never: tuple[str, ...] = ()
    columns: dict[str, Column]
    row: Row | None = None
    records: dict[str, RecordPart]
    links: tuple[LinkPart, ...] = ()
    terms: TermPart | None = None
    pauses: PausePart | None = None
    stand_ins: bool = False
    areas: bool = False
    template: bool = False

    @model_validator(mode="after")
    def _hangs_together(self) -> Profile:
        for name, record in self.records.items():
            self._check_record(name, record)
        for link in self.links:
            self._check_link(link)
        if sum(record.main for record in self.records.values()) != 1:
            message = "exactly one record must be the main one"
            raise ValueError(message)
        self._check_leaves("terms", self.terms, Kind.COMMITMENT)
        self._check_leaves("pauses", self.pauses, Kind.DECISION)
        return self

    @property
    def main(self) -> str:
        """The part that a row is about."""
        return next(name for name, record in self.records.items() if record.main)

    @property
    def self_links(self) -> tuple[LinkPart, ...]:
        """Links from the main record to another of its kind in the same file (a tree): laid when all rows are there."""
        kind = self.records[self.main].kind
        return tuple(
            link for link in self.links if self.records[link.start].main and self.records[link.end].kind is kind
        )

    def column_of(self, property_name: str) -> str:
        """The column that gives the main record this property; its own name when no column does."""
        return min(columns_in([str(self.records[self.main].set.get(property_name))]), default=property_name)

    def _check_leaves(self, name: str, part: TermPart | PausePart | None, kind: Kind) -> None:
        if part is None:
            return
        self._must_know(name, set(part.model_dump().values()))
        if self.records[self.main].kind is not kind:
            message = f"{name}: only a {kind} has them"
            raise ValueError(message)

    def _check_record(self, name: str, record: RecordPart) -> None:
        known = {each.name for each in SHAPE[record.kind].properties} | {REVIEW}
        used = columns_in([*record.name, *map(str, record.set.values())]) | set(record.when)
        used |= {each for each in (record.each, record.within, record.kind_from) if each}
        if record.key and record.key != "row":
            used.add(record.key)
        self._must_know(name, used)
        if unknown := record.set.keys() - known:
            message = f"{name}: {record.kind} has no property {min(unknown)}"
            raise ValueError(message)
        if record.among and record.among not in self.records:
            message = f"{name}: there is no record {record.among}"
            raise ValueError(message)
        if record.kind_from and record.missing == "make":
            message = f"{name}: kind_from is for records that must be there"
            raise ValueError(message)
        if record.key == "row" and self.row is None:
            message = f"{name}: key row needs row.hash"
            raise ValueError(message)

    def _check_link(self, link: LinkPart) -> None:
        for name in (link.start, link.end):
            if name not in self.records:
                message = f"{link.link}: there is no record {name}"
                raise ValueError(message)
        shape = LINK[link.link]
        start, end = self.records[link.start], self.records[link.end]
        starts, ends = {start.kind, *start.find_also}, {end.kind, *end.find_also}
        if not (starts.issubset(shape.starts) and ends.issubset(shape.ends)):
            message = f"{link.link} cannot run from {link.start} to {link.end}"
            raise ValueError(message)
        used = columns_in(link.set.values()) | set(link.when) | {each for each in (link.since, link.until) if each}
        self._must_know(link.link, used)

    def _must_know(self, where: str, used: set[str]) -> None:
        if unknown := used - self.columns.keys():
            message = f"{where}: there is no column {min(unknown)}"
            raise ValueError(message)


def columns_in(texts: Any) -> set[str]:
    """The columns that stand between braces in `texts`."""
    return {name for text in texts for name in _COLUMN_IN_TEXT.findall(text)}


def names() -> list[str]:
    """The shipped profiles, in order of name."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def load(name: str) -> Profile:
    """The shipped profile `name`, or the one in the file of that name; raises Refused."""
    path = FOLDER / f"{name}.yaml" if name in names() else Path(name)
    if path.suffix not in {".yaml", ".yml"} or not path.is_file():
        raise Refused(Refusal.UNKNOWN_PROFILE, name=name, known=", ".join(names()))
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Profile(name=path.stem, **found)
    except (yaml.YAMLError, TypeError, ValidationError, ValueError) as error:
        raise Refused(Refusal.BROKEN_PROFILE, name=name, why=_why(error)) from error


def shipped(name: str) -> Profile:
    """The shipped profile `name` and no file; for names that come from a form. Raises Refused."""
    if name not in names():
        raise Refused(Refusal.UNKNOWN_PROFILE, name=name, known=", ".join(names()))
    return load(name)


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg']}" if where else str(first["msg"])
    return str(error).splitlines()[0]
