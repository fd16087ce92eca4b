"""What an initiative likely lacks: what those have that share much with it, with the reason."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.commands import missing
from app.likely_sentences import why
from graph import clock, likely
from graph.bridges import life
from graph.evaluation.missing import Likely, Missing, Through
from graph.evaluation.splitting import Hide, Question, without
from graph.links import Tie
from graph.model import Kind
from graph.rights import SYSTEM
from tests.graph.evaluation.test_run import districts

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bridges.standing import Bridge
    from graph.store import Graph
    from tests.given import Given

ENDS = {Hide.PARTNERS: "partners", Hide.GOALS: "goals", Hide.THEMES: "themes"}


def test_the_partner_that_was_forgotten_comes_first() -> None:
    town = without(districts(), [Question("i001", "partner00")])
    first, *rest = Missing(town, Hide.PARTNERS).each(limit=3, only=["i001"])
    assert first.thing == "partner00"
    assert 1 >= first.score >= rest[0].score >= 0
    assert {each.name[:2] for each in first.through} == {"i0"}
    assert not {each.thing for each in (first, *rest)} & town.hubs_of["i001"]


def test_what_somebody_said_does_not_belong_is_left_out() -> None:
    town = without(districts(), [Question("i001", "partner00")])
    found = Missing(town, Hide.PARTNERS, refused={"i001|partner00"}).each(limit=3, only=["i001"])
    assert "partner00" not in {each.thing for each in found}


def test_everybody_gets_at_most_so_many_and_each_has_a_reason() -> None:
    found = list(Missing(districts(), Hide.PARTNERS).each(limit=2))
    assert all(each.through for each in found)
    assert max(sum(other.initiative_id == each.initiative_id for other in found) for each in found) <= 2


def test_the_reason_names_who_has_it_and_what_is_shared() -> None:
    likely = Likely("1", "De Kavel", "2", "Bakker", 1.0, (Through("Eetclub", "De Geest"), Through("Zaal", None)))
    assert (
        why(likely)
        == "Eetclub heeft ‘Bakker’ en deelt ‘De Geest’ met De Kavel. Zaal heeft ‘Bakker’ en lijkt op De Kavel."
    )


@pytest.mark.parametrize("hide", ENDS)
def test_who_stopped_gets_no_suggestion_and_is_no_reason_for_one(graph: Graph, given: Given, hide: Hide) -> None:
    area = given.area()
    made = {Hide.PARTNERS: given.organisation, Hide.GOALS: given.goal, Hide.THEMES: given.theme}[hide]
    things = [made(name="Dat"), made(name="Ook dat")]
    asks = given.initiative(name="Zoekt", areas=[area])
    given.initiative(name="Loopt", areas=[area], **{ENDS[hide]: things[:1]})
    stopped = given.initiative(name="Stopte", areas=[area], status="stopped", **{ENDS[hide]: things})

    found = list(missing.rows(graph, hide, None, limit=5))

    assert [(each["initiative_id"], each["suggested_id"]) for each in found] == [(asks, things[0])]
    assert "Stopte" not in found[0]["reasons"]
    assert not list(missing.rows(graph, hide, stopped, limit=5))


@pytest.mark.parametrize("ended", [partial(life.refuse, reason="Past niet"), life.known_already])
def test_a_party_is_no_likely_partner_after_the_bridge_with_it_ended(
    graph: Graph, given: Given, ended: Callable[..., Bridge]
) -> None:
    area, party = given.area(), given.organisation()
    asks = given.initiative(name="Zoekt", areas=[area])
    given.initiative(name="Loopt", areas=[area], partners=[party])
    assert [each["suggested_id"] for each in missing.rows(graph, Hide.PARTNERS, asks, limit=5)] == [party]
    graph.write(ended, actor=SYSTEM, a=asks, b=party)
    assert not list(missing.rows(graph, Hide.PARTNERS, asks, limit=5))


@pytest.mark.parametrize("hide", ENDS)
def test_what_it_had_before_is_not_likely_missing(graph: Graph, given: Given, hide: Hide) -> None:
    area, kind = given.area(), {Hide.PARTNERS: Kind.ORGANISATION, Hide.GOALS: Kind.GOAL, Hide.THEMES: Kind.THEME}[hide]
    thing = given.record(kind)
    before = clock.today() - dt.timedelta(days=9)
    asks = given.initiative(name="Had het", areas=[area], **{ENDS[hide]: [Tie(thing, since=before)]})
    given.initiative(name="Heeft het", areas=[area], **{ENDS[hide]: [thing]})
    graph.write(likely.take_back, actor=SYSTEM, initiative_id=asks, kind=kind, thing_id=thing)
    assert not list(missing.rows(graph, hide, asks, limit=5))
