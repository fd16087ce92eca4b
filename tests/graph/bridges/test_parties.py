"""An initiative and an organisation that should meet: the search equals what the definition says of every pair."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import clock
from graph.bridges import parties
from graph.bridges.weights import whole
from tests.graph.bridges import test_search as towns_of
from tests.graph.bridges.test_search import HUBS, INITIATIVES

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.server import Address

ORGANISATIONS = HUBS["Organisation"]
MORE = [
    *towns_of.LINKS,
    ("HAS_INTEREST_IN", ORGANISATIONS, HUBS["Goal"]),
    ("HAS_INTEREST_IN", ORGANISATIONS, INITIATIVES),
    ("HAS_THEME", ORGANISATIONS, HUBS["Theme"]),
    ("OFFERS", ORGANISATIONS, HUBS["Offer"]),
    ("WORKS_FOR", HUBS["Person"], ORGANISATIONS),
]
WEIGHTS = whole()
# Of these a link may have ended on the day on which it was laid.
TIES = {"PARTNERS_IN", "INITIATES", "CONTACT_FOR", "WORKS_FOR", "HANDLED_BY", "PART_OF"}
BEFORE, LATER = dt.date(2019, 1, 1), dt.date(2999, 1, 1)
HAVING = {"CONTRIBUTES_TO": "goal", "HAS_INTEREST_IN": "goal", "HAS_THEME": "theme", "LOCATED_IN": "area"}
MAKE_BRIDGES = """
UNWIND $bridges AS each
MATCH (a:Initiative {id: each[0]}), (b:Organisation {id: each[1]})
CREATE (a)<-[:BETWEEN]-(:Bridge {id: randomUUID(), pair: randomUUID(), state: each[2]})-[:BETWEEN]->(b)
"""

since = st.sampled_from([None, BEFORE, towns_of.ENDED])
planned = st.sampled_from([None, None, towns_of.ENDED, LATER])


@st.composite
def towns(draw: st.DrawFn) -> dict[str, Any]:
    """A small town in which organisations do all that they can do."""
    town = draw(towns_of.towns())
    town["links"] = [each for each in town["links"] if each["link"] != "WORKS_FOR"]
    for link, starts, ends in MORE[len(towns_of.LINKS) :]:
        pairs = draw(st.sets(st.tuples(st.sampled_from(starts), st.sampled_from(ends)), max_size=6))
        town["links"] += [
            {"link": link, "start": start, "end": end, "until": draw(towns_of.until)} for start, end in sorted(pairs)
        ]
    for each in town["links"]:
        if each["link"] in TIES:
            each["since"] = draw(since)
        elif each["link"] == "HAS_INTEREST_IN":
            each |= {"since": draw(planned), "until": draw(planned)}
    town["bridges"] = []
    pair = st.tuples(
        st.sampled_from(INITIATIVES), st.sampled_from(ORGANISATIONS), st.sampled_from(["suggested", "refused"])
    )
    town["parties"] = draw(st.lists(pair, max_size=2))
    return town


class Definition:
    """The score of every pair as `graph.bridges.parties` defines it, computed pair by pair in Python."""

    def __init__(self, town: dict[str, Any], visible: list[str], *, common: int, rare: int) -> None:
        self.town, self.common, self.rare = town, common, rare
        self.seen = {each["id"] for each in town["records"] if each["visibility"] in visible}
        self.ended = {each["id"] for each in town["records"] if each["until"]}
        self.stopped = {each["id"] for each in town["records"] if each["status"] == "stopped"}
        self.now = [each for each in town["links"] if self.holds(each)]
        self.having: dict[str, set[tuple[str, str]]] = {}
        self.working: dict[str, set[str]] = {}
        for each in self.now:
            if each["link"] in HAVING and each["end"] not in INITIATIVES and each["end"] in self.seen:
                self.having.setdefault(each["start"], set()).add((HAVING[each["link"]], each["end"]))
            if each["link"] in {"PARTNERS_IN", "INITIATES"} and each["start"] in ORGANISATIONS:
                self.working.setdefault(each["start"], set()).add(each["end"])
                if each["start"] in self.seen:
                    self.having.setdefault(each["end"], set()).add(("partner", each["start"]))

    @staticmethod
    def holds(link: dict[str, Any]) -> bool:
        if link["link"] != "HAS_INTEREST_IN":
            return not link["until"]
        today = clock.today()
        return (link["since"] or today) <= today and (link["until"] or LATER) > today

    def links(self, thing: str) -> int:
        """How many links the thing has, those that ended too."""
        if thing in ORGANISATIONS:
            return sum(
                each["start"] == thing and each["link"] in {"PARTNERS_IN", "INITIATES"} for each in self.town["links"]
            )
        return sum(each["end"] == thing and each["link"] in HAVING for each in self.town["links"])

    def counts(self, party: str) -> bool:
        return party in self.seen and party not in self.ended

    def score(self, initiative: str, organisation: str) -> int:
        ours, theirs = self.having.get(initiative, set()), self.having.get(organisation, set())
        known = self.links(organisation) <= self.common
        through = {
            thing
            for each in self.working.get(organisation, set()) - {initiative}
            if self.counts(each) and known
            for thing in self.having.get(each, set())
        }
        total, kinds = 0, set()
        for kind, thing in ours:
            if (kind, thing) in theirs and kind != "partner" and self.links(thing) <= self.common:
                total, kinds = total + WEIGHTS[kind] // self.links(thing), kinds | {kind}
            elif (kind, thing) in through and thing != organisation and self.links(thing) <= self.rare:
                total, kinds = total + WEIGHTS[kind] // (2 * self.links(thing)), kinds | {kind}
        return total + self.near(ours, theirs, kinds) + self.fits(initiative, organisation)

    def near(self, ours: set[tuple[str, str]], theirs: set[tuple[str, str]], kinds: set[str]) -> int:
        steps = {
            frozenset((each["start"], each["end"]))
            for each in self.now
            if each["link"] in {"PART_OF", "NARROWER_THAN"} and each["start"] not in HUBS["Department"]
        }
        most: dict[str, int] = {}
        for (kind, one), (other_kind, other) in product(ours, theirs):
            size = self.links(one) + self.links(other)
            if kind == other_kind != "partner" and frozenset((one, other)) in steps and size <= self.common:
                most[kind] = max(most.get(kind, 0), WEIGHTS[f"near_{kind}"] // (2 * size))
        return sum(weight for kind, weight in most.items() if kind not in kinds)

    def fits(self, initiative: str, organisation: str) -> int:
        held = {(each["start"], each["end"]) for each in self.now if each["link"] in {"NEEDS", "OFFERS"}}
        pairs = {(each["start"], each["end"]) for each in self.town["links"] if each["link"] == "FITS"}
        total = 0
        for offer, need in pairs:
            size = sum(offer in pair for pair in pairs) + sum(need in pair for pair in pairs)
            for kind, mine, other in (("offered", need, offer), ("sought", offer, need)):
                both = (initiative, mine) in held and (organisation, other) in held
                if both and all(self.counts(each) for each in (mine, other)):
                    total += WEIGHTS[kind] // size
        return total

    def tied(self, initiative: str, organisation: str) -> bool:
        links = {
            (each["link"], each["start"], each["end"])
            for each in self.town["links"]
            if not (each["until"] and each.get("since") and each["until"] <= each["since"])
        }
        people = {end for _, end, party in (each for each in links if each[0] == "WORKS_FOR") if party == organisation}
        teams = {team for kind, team, whole in links if kind == "PART_OF" and whole == organisation}
        return (
            any((link, organisation, initiative) in links for link in ("PARTNERS_IN", "INITIATES"))
            or any((link, who, initiative) in links for link in ("INITIATES", "CONTACT_FOR") for who in people)
            or any(("HANDLED_BY", initiative, team) in links for team in teams)
            or any(each[:2] == (initiative, organisation) and each[2] != "suggested" for each in self.town["parties"])
        )

    def best(self, party: str) -> list[tuple[str, int]]:
        others = ORGANISATIONS if party in INITIATIVES else INITIATIVES
        pairs = [(each, (party, each) if party in INITIATIVES else (each, party)) for each in others]
        found = [
            (each, self.score(*pair))
            for each, pair in pairs
            if self.counts(party) and self.counts(each) and not self.tied(*pair) and not self.stopped & set(pair)
        ]
        return sorted((each for each in found if each[1]), key=lambda each: (-each[1], each[0]))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    town=towns(),
    limit=st.integers(1, 5),
    visible=st.sampled_from([["published"], ["draft", "published"]]),
    bounds=st.sampled_from([(200, 12), (4, 2)]),
)
def test_from_either_side_the_search_gives_what_the_definition_says(
    driver: Driver,
    address: Address,
    town: dict[str, Any],
    limit: int,
    visible: list[str],
    bounds: tuple[int, int],
) -> None:
    definition = Definition(town, visible, common=bounds[0], rare=bounds[1])
    kept = parties.COMMON, parties.RARE
    parties.COMMON, parties.RARE = bounds
    try:
        with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
            towns_of.build(tx, town)
            tx.run(MAKE_BRIDGES, bridges=[list(each) for each in town["parties"]]).consume()
            for party in INITIATIVES + ORGANISATIONS:
                found = parties.best(tx, party_id=party, limit=limit, visible=visible, weights=WEIGHTS)
                other = [(each.id if party in INITIATIVES else initiative, each.score) for initiative, each in found]
                assert other == definition.best(party)[:limit]
            tx.rollback()
    finally:
        parties.COMMON, parties.RARE = kept
