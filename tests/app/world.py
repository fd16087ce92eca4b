"""A small town with one record of every kind, and the addresses of its pages: for tests that walk over every route."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.addresses import FOLDER
from graph import clock, commitments
from graph.commitments import NewTerm
from graph.errors import Invalid
from graph.links import Tie
from graph.model import SHAPE, Kind, PersonKind, PublicAs, Visibility
from graph.properties import checked_value
from graph.rights import SYSTEM
from tests.app.sign_in import make_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from werkzeug.routing import Rule

    from graph.store import Graph, Transaction
    from tests.given import Given

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
# What asks for an address, a code or a shape of its own is left as it is.
_NOT_FREE = frozenset({"website", "url", "email", "lang", "outline", "code", "status_confirmed_by", "merged_into"})


@dataclass(frozen=True, slots=True)
class World:
    """Ids of the records, one per kind; `other` is a second initiative that shares everything with the first.

    `term_id` is the term of the agreement.
    """

    ids: dict[Kind, str]
    other: str
    account_id: str
    term_id: str = ""

    def path(self, rule: Rule) -> str:
        """The address of `rule` with ids of this world filled in."""
        by_folder = {folder: self.ids[kind] for kind, folder in FOLDER.items()}
        folder = next((part for part in rule.rule.split("/") if part in by_folder), "initiatieven")

        def value(match: re.Match[str]) -> str:
            name = match[0].strip("<>").rpartition(":")[2]
            known = {"account_id": self.account_id, "b": self.other, "other": self.other, "other_id": self.other}
            known |= {"term_id": self.term_id}
            if name in known:
                return known[name]
            if name in {"requirement_id", "initiative_id"} and ("eisen" in rule.rule or "vraag" in rule.rule):
                return self.ids[Kind.REQUIREMENT if name == "requirement_id" else Kind.INITIATIVE]
            if match[0].startswith("<int:"):
                return "1"
            if match[0].startswith("<any("):
                return match[0].removeprefix("<any(").partition(",")[0].partition(")")[0]
            named = {"kind": Kind.INITIATIVE.value, "name": "goals", "folder": folder, "figure": "wachttijden"}
            return named.get(name, by_folder[folder])

        return re.sub(r"<[^>]+>", value, rule.rule)


def make(given: Given, text: str | None = None) -> World:
    """The town, its free texts filled with `text`; published, so that every page shows it."""
    filled = {kind: _texts(kind, text) for kind in Kind}
    note = given.note(**filled[Kind.POLICY_NOTE])
    theme = given.theme(**filled[Kind.THEME], parent=given.theme(**filled[Kind.THEME]))
    area = given.area(**filled[Kind.AREA], parent=given.area(**filled[Kind.AREA]))
    organisation = given.organisation(**filled[Kind.ORGANISATION])
    department = given.department(**filled[Kind.DEPARTMENT], parent=given.organisation(name="Gemeente Duinvliet"))
    goal = given.goal(**filled[Kind.GOAL], notes=[note], parent=given.goal(**filled[Kind.GOAL]))
    official = filled[Kind.PERSON] | {"person_kind": PersonKind.OFFICIAL, "public_as": PublicAs.NAME}
    first, other = (
        given.initiative(
            **filled[Kind.INITIATIVE],
            goals=[goal],
            themes=[theme],
            areas=[area],
            partners=[Tie(organisation, {"role": text} if text else {})],
            initiators=[given.organisation(**filled[Kind.ORGANISATION])],
            departments=[department],
            contact=[given.person(**official, works_for=[department])],
        )
        for _ in range(2)
    )
    scheme = given.scheme(**filled[Kind.SUBSIDY_SCHEME], serves=[goal])
    contribution = given.contribution(
        **filled[Kind.CONTRIBUTION], given_to=[first], under=[scheme], given_by=[department]
    )
    framework = given.record(Kind.ASSESSMENT_FRAMEWORK, **filled[Kind.ASSESSMENT_FRAMEWORK], framework_state="adopted")
    weighed = filled[Kind.ASSESSMENT] | {"told_on": clock.today(), "decided_on": clock.today(), "outcome": "supported"}
    ids = {
        Kind.ASSESSMENT_FRAMEWORK: framework,
        Kind.ASSESSMENT: given.record(
            Kind.ASSESSMENT, **{"motivation": "Past goed."} | weighed, judges=[first], weighed_by=[framework]
        ),
        Kind.INITIATIVE: first,
        Kind.PERSON: given.person(**official, works_for=[department]),
        Kind.ORGANISATION: organisation,
        Kind.DEPARTMENT: department,
        Kind.BODY: given.record(Kind.BODY, **filled[Kind.BODY]),
        Kind.GOAL: goal,
        Kind.POLICY_NOTE: note,
        Kind.THEME: theme,
        Kind.AREA: area,
        Kind.SUBSIDY_SCHEME: scheme,
        Kind.CONTRIBUTION: contribution,
        Kind.RESULT: given.record(Kind.RESULT, **filled[Kind.RESULT], achieved_by=[first], counts_for=[goal]),
        Kind.LESSON: given.record(Kind.LESSON, **filled[Kind.LESSON], learned_by=[first]),
        Kind.NEED: given.need(**filled[Kind.NEED], needed_by=[first]),
        Kind.OFFER: given.offer(**filled[Kind.OFFER], offered_by=[other]),
        Kind.DECISION: given.record(Kind.DECISION, **filled[Kind.DECISION], waiting=[first], decided_by=[department]),
        Kind.REQUIREMENT: given.record(
            Kind.REQUIREMENT, **filled[Kind.REQUIREMENT], must_meet=[first, other], set_by=[department]
        ),
        Kind.INTERACTION: given.record(
            Kind.INTERACTION, **filled[Kind.INTERACTION], visibility=Visibility.DRAFT, about=[first]
        ),
        Kind.COMMITMENT: given.record(
            Kind.COMMITMENT, **filled[Kind.COMMITMENT], given_to=[first], made_by=[department]
        ),
    }
    agreed = {"actor": SYSTEM, "commitment_id": ids[Kind.COMMITMENT]}
    given.graph.write(commitments.add_first_term, **agreed, term=NewTerm(clock.today()))
    (term,) = given.graph.read(commitments.page, **agreed).commitment.terms
    return World(ids, other, make_account(given), term.id)


def rules(app: Flask) -> list[Rule]:
    """Every rule, static files left out."""
    return sorted((rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"), key=lambda rule: rule.rule)


def one_of_each(app: Flask) -> list[Rule]:
    """The first rule of every view: a view that serves every kind of record is asked once."""
    return list({rule.endpoint: rule for rule in reversed(rules(app))}.values())[::-1]


def fingerprint(graph: Graph) -> str:
    """A digest of everything in the graph but sessions, counters and who read what: equal when nothing changed."""
    return graph.read(_fingerprint)


def _texts(kind: Kind, text: str | None) -> dict[str, str]:
    if text is None:
        return {}
    found = {}
    for each in SHAPE[kind].properties:
        if each.type is str and each.name not in _NOT_FREE:
            try:
                found[each.name] = checked_value(each, text)
            except Invalid:
                continue
    return found


def _fingerprint(tx: Transaction) -> str:
    nodes = tx.run(
        "MATCH (node) WHERE NOT node:Session AND NOT node:Throttle AND NOT node:SchemaVersion "
        "AND NOT coalesce(node:AuditEntry AND node.action = 'read', false) "
        "OPTIONAL MATCH (node)-[link]->(end) "
        "RETURN labels(node) AS labels, properties(node) AS properties, type(link) AS type, properties(link) AS about, "
        "elementId(end) AS end ORDER BY elementId(node), elementId(link)"
    )
    digest = hashlib.sha256()
    for row in nodes:
        digest.update(repr(sorted(row.data().items(), key=str)).encode())
    return digest.hexdigest()


def pages(app: Flask, town: World) -> Iterator[str]:
    """The address of every page that can be asked for."""
    for rule in one_of_each(app):
        if "GET" in (rule.methods or ()):
            yield town.path(rule)


def unsafe(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Every method and rule that can change something."""
    for rule in one_of_each(app):
        for method in sorted((rule.methods or set()) & set(UNSAFE)):
            yield method, rule
