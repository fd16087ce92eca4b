"""Every rule that no constraint can hold is broken once, and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import checks

if TYPE_CHECKING:
    from neo4j import Transaction

    from graph.store import Graph
    from tests.given import Given

# What breaks each rule, given an initiative, two goals, an area and a person.
BROKEN = {
    "records_have_one_kind": "MATCH (n:Initiative) SET n:Goal",
    "kinds_are_records": "CREATE (:Theme {id: 'loose'})",
    "values_fit_the_model": "MATCH (n:Initiative) SET n.started_on = '2026-01-01'",
    "properties_are_known": "MATCH (n:Initiative) SET n.colour = 'green'",
    "versions_count_from_one": "MATCH (n:Initiative) SET n.version = 0",
    "links_run_between_the_kinds_of_the_model": "MATCH (n:Initiative), (a:Area) CREATE (a)-[:LOCATED_IN]->(n)",
    "links_begin_before_they_end": "MATCH (n:Initiative), (a:Area) "
    "CREATE (n)-[:LOCATED_IN {since: date('2026-02-01'), until: date('2026-01-01')}]->(a)",
    "links_are_current_once": "MATCH (n:Initiative), (a:Area) CREATE (n)-[:LOCATED_IN]->(a), (n)-[:LOCATED_IN]->(a)",
    "link_values_fit_the_model": "MATCH (n:Initiative), (a:Area) CREATE (n)-[:LOCATED_IN {role: 'x'}]->(a)",
    "borders_are_stored_once": "MATCH (a:Area) CREATE (a)-[:BORDERS]->(a)",
    "initiatives_have_one_contact_person": "MATCH (n:Initiative), (p:Person) "
    "CREATE (p)-[:CONTACT_FOR]->(n), (p)-[:CONTACT_FOR]->(n)",
    "trees_have_no_circles": "MATCH (one:Goal {name: 'One'}), (two:Goal {name: 'Two'}) "
    "CREATE (one)-[:PART_OF]->(two), (two)-[:PART_OF]->(one)",
    "portfolios_are_held_by_aldermen": "MATCH (p:Person), (g:Goal {name: 'One'}) "
    "CREATE (p)-[:PORTFOLIO_HOLDER_OF]->(g)",
    "removed_records_have_no_current_links": "MATCH (n:Initiative), (a:Area) "
    "CREATE (n)-[:LOCATED_IN]->(a) SET a.visibility = 'removed'",
    "terms_say_a_day_or_that_there_is_none": "CREATE (:Term {id: 'loose'})",
    "pauses_begin_before_they_end": "CREATE (:Pause {id: 'loose', since: date('2026-01-01')})",
    "decisions_keep_their_kind_and_days": "CREATE (:Record:Decision {id: 'x', visibility: 'draft', version: 1, "
    "name: 'x', created_at: datetime(), updated_at: datetime(), decision_kind: 'question', level: 'council'})",
    "commitments_are_kept_after_they_were_made": "CREATE (:Record:Commitment {id: 'x', visibility: 'draft', "
    "version: 1, name: 'x', created_at: datetime(), updated_at: datetime(), made_on: date('2026-02-01'), "
    "kept_on: date('2026-01-01')})",
    "interactions_are_internal": "CREATE (:Record:Interaction {id: 'x', visibility: 'published', version: 1, "
    "name: 'x', created_at: datetime(), updated_at: datetime()})",
    "audit_entries_say_who_and_when": "CREATE (:AuditEntry {id: 'loose'})",
    "merged_records_lead_to_another": "MATCH (n:Initiative) SET n.merged_into = n.id",
}


def broken(tx: Transaction) -> set[str]:
    return {
        check.statement.name.removeprefix("checks/")
        for check in checks.CHECKS
        if checks.run(tx, check)  # type: ignore[arg-type]
    }


def test_every_rule_has_its_example() -> None:
    assert {check.statement.name.removeprefix("checks/") for check in checks.CHECKS} == set(BROKEN)


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_found(tx: Transaction, given: Given, rule: str) -> None:
    given.initiative()
    given.goal(name="One")
    given.goal(name="Two")
    given.area()
    given.person()
    assert broken(tx) == set()
    tx.run(BROKEN[rule]).consume()  # type: ignore[arg-type]
    assert rule in broken(tx)


def test_a_violation_says_the_rule_and_the_record(graph: Graph, tx: Transaction, given: Given) -> None:
    record_id = given.initiative()
    tx.run("MATCH (n:Initiative) SET n.colour = 'green'").consume()
    (found,) = checks.every(graph)
    assert (found.check, found.record_id, found.what) == (
        "A record has no property that the model does not know",
        record_id,
        "Initiative.colour is unknown",
    )
