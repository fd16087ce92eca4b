"""The fictional municipality Duinvliet: what a demonstration shows and what the tests can lean on.

The content stands in `duinvliet/*.yaml`, one file or folder for each kind, keyed by readable slugs. It says what is so
on Monday 23 November 2026. Loading it twice changes nothing, and what people changed in between stays as they left it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from graph import audit, words
from graph.demo import content
from graph.demo.content import BATCH, Content, DemoBroken, record_id
from graph.model import Kind
from graph.query import Act, Read, Write
from graph.rights import SYSTEM, Role
from graph.supply import saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.demo.content import Record
    from graph.store import Graph, Transaction

__all__ = [
    "BATCH",
    "MUNICIPALITY",
    "DemoAccount",
    "DemoBroken",
    "Loaded",
    "accounts",
    "is_complete",
    "load",
    "loaded",
    "record_id",
]

MOST_LINKS = 500
# The code of the area that is the municipality.
MUNICIPALITY = "GM9001"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records and links of the demonstration there are, or were made just now."""

    records: int
    links: int


@dataclass(frozen=True, slots=True)
class Added:
    """The id of a record that was made."""

    id: str


@dataclass(frozen=True, slots=True)
class Laid:
    """How many links were laid."""

    laid: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Whether the demonstration was loaded to its end."""

    complete: bool


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who can log in to the demonstration; the password is chosen by who makes the account."""

    person_id: str
    name: str
    email: str
    roles: frozenset[Role]


ADD_RECORDS = Write("demo/add_records", Added)
ADD_LINKS = Write("demo/add_links", Laid)
ADD_TERMS = Act("demo/add_terms")
ADD_PAUSES = Act("demo/add_pauses")
LOADED = Read("demo/loaded", Loaded)
COMPLETE = Read("demo/complete", Finished)


def load(graph: Graph, *, progress: Callable[[int, int], None] | None = None) -> Loaded:
    """Write what is not there yet and return how much that was; `progress(done, of)` is called after each step.

    Everything is checked before the first write: raises DemoBroken when the files do not fit the model.
    """
    town = content.read()
    chunks = [town.links[start : start + MOST_LINKS] for start in range(0, len(town.links), MOST_LINKS)]
    steps = len(town.records) + len(chunks) + 1
    made = laid = done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done, steps)

    for kind, records in town.records.items():
        made += graph.write(_add_records, kind, records)
        step()
    for chunk in chunks:
        laid += graph.write(_add_links, chunk)
        step()
    graph.write(_add_helpers, town)
    step()
    return Loaded(made, laid)


def loaded(graph: Graph) -> Loaded:
    """How much of the demonstration is in the graph; zeros when it was never loaded."""
    return graph.read(_loaded)


def is_complete(graph: Graph) -> bool:
    """Whether the demonstration was loaded to its end; one that was interrupted is finished by loading again."""
    return graph.read(_complete).complete


def accounts() -> tuple[DemoAccount, ...]:
    """Who can log in to the demonstration, one for each role."""
    people = {person.id: person.properties["name"] for person in content.read().records[Kind.PERSON]}
    listed = yaml.safe_load(Path(__file__).with_name("accounts.yaml").read_text(encoding="utf-8"))
    found = []
    for slug, each in listed.items():
        person_id = record_id(Kind.PERSON, slug)
        roles = frozenset(Role(role) for role in each["roles"])
        found.append(DemoAccount(person_id, people[person_id], each["email"], roles))
    return tuple(found)


def _loaded(tx: Transaction) -> Loaded:
    return LOADED.one(tx, batch=BATCH)


def _complete(tx: Transaction) -> Finished:
    return COMPLETE.one(tx, batch=BATCH)


def _add_records(tx: Transaction, kind: Kind, records: list[Record]) -> int:
    added = {each.id for each in ADD_RECORDS.all(tx, label=kind.value, records=[asdict(each) for each in records])}
    if kind is Kind.INITIATIVE:
        for record in records:
            if record.id in added:
                texts = (record.properties.get("name"), record.properties.get("summary"))
                words.replace(tx, initiative_id=record.id, texts=texts)
    if kind in saying.KINDS:
        saying.note(tx, said={record.id: record.properties for record in records if record.id in added})
    if added:
        audit.write(tx, actor=SYSTEM, lines=[audit.Line("demo", BATCH, kind.value, None, str(len(added)))])
    return len(added)


def _add_links(tx: Transaction, links: list[content.Line]) -> int:
    laid = ADD_LINKS.one(tx, links=[asdict(each) for each in links]).laid
    if laid:
        audit.write(tx, actor=SYSTEM, lines=[audit.Line("demo", BATCH, "links", None, str(laid))])
    return laid


def _add_helpers(tx: Transaction, town: Content) -> None:
    terms = [{"id": each.id, "commitment_id": each.record_id, "properties": each.properties} for each in town.terms]
    pauses = [{"id": each.id, "decision_id": each.record_id, "properties": each.properties} for each in town.pauses]
    ADD_TERMS.run(tx, terms=terms)
    ADD_PAUSES.run(tx, pauses=pauses)
    if not _complete(tx).complete:
        audit.write(tx, actor=SYSTEM, lines=[audit.Line("demo", BATCH, "complete", None, "true")])
