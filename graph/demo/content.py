"""Read the files of the demonstration and check them against the model, before anything is written."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from graph.demo.keys import BEGAN, KEYS, REFERENCES
from graph.demo.outlines import areas
from graph.errors import GraphError, Invalid
from graph.links import ENDABLE
from graph.model import LINK, Kind, Visibility
from graph.properties import checked, checked_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.keys import Key

FOLDER = Path(__file__).parent / "duinvliet"
FIRST_DAY = dt.date(2026, 1, 5)

_FILES: dict[Kind, str] = {
    Kind.AREA: "areas",
    Kind.THEME: "themes",
    Kind.BODY: "bodies",
    Kind.POLICY_NOTE: "policy_notes",
    Kind.GOAL: "goals",
    Kind.ORGANISATION: "organisations",
    Kind.DEPARTMENT: "departments",
    Kind.PERSON: "people",
    Kind.SUBSIDY_SCHEME: "subsidy_schemes",
    Kind.INITIATIVE: "initiatives",
    Kind.CONTRIBUTION: "contributions",
    Kind.COMMITMENT: "commitments",
    Kind.DECISION: "decisions",
    Kind.ASSESSMENT_FRAMEWORK: "assessment_frameworks",
    Kind.CRITERION: "criteria",
    Kind.ASSESSMENT: "assessments",
    Kind.REQUIREMENT: "requirements",
    Kind.INTERACTION: "interactions",
    Kind.NEED: "needs",
    Kind.OFFER: "offers",
    Kind.RESULT: "results",
    Kind.LESSON: "lessons",
}
_HELPERS = {Kind.COMMITMENT: "terms", Kind.DECISION: "pauses"}
_HELPER_FIELDS = {
    # `due` is stored as `on`, a word that YAML reads as true.
    "terms": {"due": dt.date, "none_agreed": bool, "set_on": dt.date, "reason": str, "told_on": dt.date},
    "pauses": {"since": dt.date, "until": dt.date, "reason": str},
}


class DemoBroken(GraphError):
    """The files of the demonstration do not fit the model; the message says which record and why."""

    def __init__(self, kind: Kind, slug: str, reason: str) -> None:
        super().__init__(f"{_FILES[kind]}, {slug}: {reason}")


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it will be written."""

    id: str
    properties: dict[str, Any]
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One link as it will be written."""

    start_id: str
    end_id: str
    type: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Helper:
    """A term of a commitment or a pause of a decision."""

    id: str
    record_id: str
    properties: dict[str, Any]


@dataclass(slots=True)
class Content:
    """Everything in the files, checked."""

    records: dict[Kind, list[Record]] = field(default_factory=dict)
    links: list[Line] = field(default_factory=list)
    terms: list[Helper] = field(default_factory=list)
    pauses: list[Helper] = field(default_factory=list)


def derived_id(key: str) -> str:
    """The id that belongs to `key`: shaped as a UUIDv7 of the first day, the same on every machine."""
    noise = int.from_bytes(hashlib.sha256(f"duinvliet:{key}".encode()).digest()[:10], "big")
    began = dt.datetime.combine(FIRST_DAY, dt.time(8), dt.UTC)
    value = int(began.timestamp() * 1000) << 80 | noise
    value &= ~(0xF << 76 | 0x3 << 62)
    return str(uuid.UUID(int=value | 0x7 << 76 | 0x2 << 62))


BATCH = derived_id("batch")


def record_id(kind: Kind, slug: str) -> str:
    """The id of a record of the demonstration, by its slug in the files."""
    return derived_id(f"{kind.value}:{slug}")


def read() -> Content:
    """Read and check every file; raises DemoBroken at the first thing that does not fit."""
    written = {kind: _file(name) for kind, name in _FILES.items()}
    content = Content()
    for kind, records in written.items():
        content.records[kind] = [_record(written, kind, slug, values) for slug, values in records.items()]
        for slug, values in records.items():
            content.links += _links(written, kind, slug, values)
            helpers = _HELPERS.get(kind)
            if helpers:
                getattr(content, helpers).extend(_helper(kind, slug, helpers, values))
    return content


def _file(name: str) -> dict[str, dict[str, Any]]:
    single = FOLDER / f"{name}.yaml"
    result: dict[str, dict[str, Any]] = {}
    for path in [single] if single.is_file() else sorted((FOLDER / name).glob("*.yaml")):
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        result |= areas(loaded) if name == "areas" else loaded
    return result


def _record(written: dict[Kind, dict[str, Any]], kind: Kind, slug: str, values: dict[str, Any]) -> Record:
    aside = {*KEYS[kind], "recorded_on", "visibility", _HELPERS.get(kind)}
    given = {name: value for name, value in values.items() if name not in aside}
    for name, other in REFERENCES.items():
        if name in given:
            given[name] = record_id(_found(written, kind, slug, (other or kind,), given[name]), given[name])
    given |= {"source_key": f"duinvliet:{slug}", "batch": BATCH, "lang": given.get("lang", "nl")}
    try:
        properties = checked(kind, given, complete=True)
        visibility = Visibility(values.get("visibility", Visibility.PUBLISHED))
    except (Invalid, ValueError) as error:
        raise DemoBroken(kind, slug, str(error)) from error
    recorded = dt.datetime.combine(values.get("recorded_on", FIRST_DAY), dt.time(8), dt.UTC)
    return Record(record_id(kind, slug), {**properties, "visibility": visibility.value}, recorded)


def _links(written: dict[Kind, dict[str, Any]], kind: Kind, slug: str, values: dict[str, Any]) -> Iterator[Line]:
    this_id = record_id(kind, slug)
    began = next((values[name] for name in BEGAN.get(kind, ()) if name in values), None)
    for name, key in KEYS[kind].items():
        for other, details in _ends(kind, slug, key, values.get(name)):
            other_id = record_id(_found(written, kind, slug, key.others, other), other)
            start_id, end_id = (this_id, other_id) if key.outgoing else (other_id, this_id)
            ended = values.get("until") if key.link.value in ENDABLE else None
            yield Line(start_id, end_id, key.link.value, _details(kind, slug, key, details, began, ended))


def _ends(kind: Kind, slug: str, key: Key, written: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The other ends with what is said of the link: a slug, a list of slugs, or a map from slug to details."""
    if written is None:
        return
    if isinstance(written, str):
        yield written, {}
    elif isinstance(written, dict):
        for other, details in written.items():
            if not isinstance(details, dict) and key.main is None:
                raise DemoBroken(kind, slug, f"{key.link} to {other} has no property of its own")
            yield other, details if isinstance(details, dict) else {str(key.main): details}
    else:
        for each in written:
            details = dict(each) if isinstance(each, dict) else {"to": each}
            yield details.pop("to"), details


def _details(
    kind: Kind, slug: str, key: Key, details: dict[str, Any], began: dt.date | None, ended: dt.date | None
) -> dict[str, Any]:
    unknown = details.keys() - key.allowed
    if unknown:
        raise DemoBroken(kind, slug, f"{key.link} has no property {min(unknown)}")
    own = {name: value for name, value in details.items() if name not in {"since", "until"}}
    try:
        own = checked_link(LINK[key.link].properties, own)
    except Invalid as error:
        raise DemoBroken(kind, slug, f"{key.link}: {error}") from error
    since, until = details.get("since", began), details.get("until", ended)
    for day in (since, until):
        if day is not None and type(day) is not dt.date:
            raise DemoBroken(kind, slug, f"{key.link}: {day} is no date")
    return {**own, "since": since, "until": until, "batch": BATCH}


def _found(written: dict[Kind, dict[str, Any]], kind: Kind, slug: str, kinds: tuple[Kind, ...], other: str) -> Kind:
    found = [each for each in kinds if other in written[each]]
    if len(found) == 1:
        return found[0]
    names = " or ".join(each.value for each in found or kinds)
    raise DemoBroken(kind, slug, f"{other} is {'both ' if found else 'no '}{names}")


def _helper(kind: Kind, slug: str, name: str, values: dict[str, Any]) -> Iterator[Helper]:
    types = _HELPER_FIELDS[name]
    for number, given in enumerate(values.get(name, ())):
        for each, value in given.items():
            if each not in types or type(value) is not types[each]:
                raise DemoBroken(
                    kind, slug, f"{name}: {each} is not known or not a {types.get(each, dt.date).__name__}"
                )
        stored = {"on" if each == "due" else each: value for each, value in given.items()}
        yield Helper(derived_id(f"{name}:{slug}:{number}"), record_id(kind, slug), stored)
