"""Contributions: what the list shows to whom, and totals that never count one twice in the whole."""

import datetime as dt

import pytest

from graph import clock, comparing, contributions, initiatives
from graph.contributions import By, Order, Selection, Stage
from graph.errors import NotFound
from graph.figures import overall
from graph.links import Tie
from graph.model import ContributionKind, PersonKind, Visibility
from graph.rights import SYSTEM, VISITOR, Actor
from graph.store import Graph
from graph.timeline import Contribution
from tests.given import Given

DAY = dt.date(2026, 3, 1)


def names(graph: Graph, selection: Selection, actor: Actor = VISITOR, order: Order = Order.NEWEST) -> list[str]:
    found = graph.read(contributions.rows, actor=actor, selection=selection, order=order, skip=0, limit=50)
    return [each.name for each in found]


def test_a_stage_follows_from_the_days_and_amounts(graph: Graph, given: Given) -> None:
    to = given.initiative()
    given.contribution(name="Geld", amount_asked=100.0, amount_granted=80.0, given_to=[to])
    given.contribution(name="Uren", granted_on=DAY, given_to=[to])
    given.contribution(name="Wacht", amount_asked=50.0, asked_on=DAY, given_to=[to])
    given.contribution(name="Nee", amount_asked=50.0, amount_granted=0.0, given_to=[to])

    assert sorted(names(graph, Selection(stage=Stage.GIVEN))) == ["Geld", "Uren"]
    assert names(graph, Selection(stage=Stage.ASKED)) == ["Wacht"]
    assert names(graph, Selection(stage=Stage.REFUSED)) == ["Nee"]


def test_what_is_no_money_is_refused_on_a_day_and_was_asked_before(graph: Graph, given: Given) -> None:
    asked, refused = dt.date(2025, 12, 1), DAY
    to = given.initiative()
    permit = given.contribution(
        name="Vergunning", contribution_kind="permit", asked_on=asked, refused_on=refused, given_to=[to]
    )

    def on(day: dt.date) -> list[object]:
        with clock.showing(day):
            found = graph.read(
                contributions.listing, actor=VISITOR, selection=Selection(), order=Order.NAME, skip=0, limit=5
            )
            page = graph.read(contributions.page, actor=VISITOR, contribution_id=permit)
            years = graph.read(contributions.totals, actor=VISITOR, by=By.YEAR).rows
            (entry,) = graph.read(initiatives.page, actor=VISITOR, initiative_id=to).timeline
            assert isinstance(entry, Contribution)
            assert found.rows[0].stage is page.stage
            assert [each.value for each in found.choices_of("stage")] == [page.stage]
            assert found.rows[0].refused_on == page.refused_on == entry.refused_on
            assert names(graph, Selection(stage=page.stage, year=page.year)) == ["Vergunning"]
            assert [each.value for each in years] == [str(page.year)]
            assert not entry.is_given
            return [page.stage, entry.is_refused, page.refused_on, page.year, entry.day]

    assert on(dt.date(2026, 2, 28)) == [Stage.ASKED, False, None, 2025, asked]
    assert on(DAY) == on(clock.today()) == [Stage.REFUSED, True, refused, 2026, refused]


def test_what_was_refused_counts_nowhere_as_given(graph: Graph, given: Given) -> None:
    goal, team = given.goal(), given.department()
    to = given.initiative(goals=[goal])
    refused = {"refused_on": DAY, "amount_granted": 900.0, "granted_on": DAY, "given_to": [to], "given_by": [team]}
    given.contribution(name="Toch niet", **refused)

    assert names(graph, Selection(stage=Stage.REFUSED)) == ["Toch niet"]
    found = graph.read(contributions.listing, actor=VISITOR, selection=Selection(), order=Order.NAME, skip=0, limit=5)
    (line,) = graph.read(contributions.totals, actor=VISITOR, by=By.GOAL).rows
    assert (found.sum.contributions, found.sum.granted, line.contributions, line.granted) == (1, 0, 1, 0)
    figures = graph.read(overall.overall)
    assert (figures.gifts.given, figures.gifts.granted) == (0, 0)
    assert graph.read(comparing.on_day, day=clock.today()).gifts == ()


def test_check_24_a_contribution_to_a_hidden_initiative_shows_and_counts_nowhere(graph: Graph, given: Given) -> None:
    hidden = given.initiative(visibility=Visibility.DRAFT)
    gift = given.contribution(amount_granted=900.0, year=2026, given_to=[hidden])
    draft = given.contribution(visibility=Visibility.DRAFT, given_to=[given.initiative()])

    found = graph.read(contributions.listing, actor=VISITOR, selection=Selection(), order=Order.NAME, skip=0, limit=25)
    totals = graph.read(contributions.totals, actor=VISITOR, by=By.YEAR)

    assert (found.sum.contributions, found.rows, found.choices, totals.rows) == (0, (), (), ())
    for each in (gift, draft):
        with pytest.raises(NotFound):
            graph.read(contributions.page, actor=VISITOR, contribution_id=each)
        assert graph.read(contributions.page, actor=SYSTEM, contribution_id=each).id == each


def test_a_resident_who_gives_is_counted_and_not_named_for_a_visitor(graph: Graph, given: Given) -> None:
    resident = given.person(name="Bewoner Geheim", person_kind=PersonKind.RESIDENT)
    gift = given.contribution(name="Struiken", given_to=[given.initiative()], given_by_person=[resident])

    seen = graph.read(contributions.page, actor=VISITOR, contribution_id=gift)
    inside = graph.read(contributions.page, actor=SYSTEM, contribution_id=gift)

    assert (seen.givers, seen.unnamed) == ((), 1)
    assert ([each.name for each in inside.givers], inside.unnamed) == (["Bewoner Geheim"], 0)


def test_filters_count_what_the_list_would_show_given_the_others(graph: Graph, given: Given) -> None:
    theme = given.theme(name="Groen")
    narrow = given.theme(name="Bijen", parent=theme)
    green = given.initiative(themes=[narrow])
    other = given.initiative()
    given.contribution(name="A", contribution_kind=ContributionKind.MONEY, year=2025, given_to=[green])
    given.contribution(name="B", contribution_kind=ContributionKind.MEANS, year=2026, given_to=[green])
    given.contribution(name="C", contribution_kind=ContributionKind.MONEY, year=2026, given_to=[other])

    found = graph.read(
        contributions.listing,
        actor=VISITOR,
        selection=Selection(theme=theme, kind=ContributionKind.MONEY),
        order=Order.NAME,
        skip=0,
        limit=25,
    )

    assert [each.name for each in found.rows] == ["A"]
    assert {(each.value, each.contributions) for each in found.choices_of("kind")} == {("money", 1), ("means", 1)}
    assert {(each.name, each.contributions) for each in found.choices_of("theme")} == {("Groen", 1), ("Bijen", 1)}
    assert [(each.value, each.contributions) for each in found.choices_of("year")] == [("2025", 1)]


def test_the_list_is_sorted_by_day_amount_or_name(graph: Graph, given: Given) -> None:
    to = given.initiative()
    given.contribution(name="b oud", amount_granted=10.0, granted_on=dt.date(2020, 1, 1), given_to=[to])
    given.contribution(name="a zonder dag", amount_granted=20.0, given_to=[to])
    given.contribution(name="c nieuw", granted_on=DAY, given_to=[to])

    assert names(graph, Selection()) == ["c nieuw", "b oud", "a zonder dag"]
    assert names(graph, Selection(), order=Order.AMOUNT) == ["a zonder dag", "b oud", "c nieuw"]
    assert names(graph, Selection(), order=Order.NAME) == ["a zonder dag", "b oud", "c nieuw"]


def test_a_contribution_counts_for_both_goals_and_once_in_all(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen")
    bees, trees = given.goal(name="Bijen", parent=top), given.goal(name="Bomen", parent=top)
    to = given.initiative(goals=[bees, trees])
    given.contribution(amount_asked=100.0, amount_granted=60.0, given_to=[to])
    given.contribution(amount_asked=40.0, given_to=[given.initiative()])

    found = graph.read(contributions.totals, actor=VISITOR, by=By.GOAL)

    assert {(each.name, each.contributions, each.asked, each.granted) for each in found.rows} == {
        (name, 1, 100.0, 60.0) for name in ("Groen", "Bijen", "Bomen")
    }
    assert (found.sum.contributions, found.sum.asked, found.sum.granted) == (2, 140.0, 60.0)


def test_the_year_is_that_of_the_register_else_of_the_day(graph: Graph, given: Given) -> None:
    to = given.initiative()
    given.contribution(name="register", year=2024, granted_on=DAY, given_to=[to])
    given.contribution(name="dag", granted_on=DAY, given_to=[to])
    given.contribution(name="niets", given_to=[to])

    rows = graph.read(contributions.totals, actor=VISITOR, by=By.YEAR).rows

    assert [(each.value, each.contributions) for each in rows] == [("2026", 1), ("2024", 1)]
    assert names(graph, Selection(year=2026)) == ["dag"]


@pytest.mark.parametrize("by", [By.GOAL, By.THEME, By.AREA])
def test_the_sum_of_one_record_is_its_line_in_the_totals(graph: Graph, given: Given, by: By) -> None:
    made = {By.GOAL: given.goal, By.THEME: given.theme, By.AREA: given.area}[by]
    word = {By.GOAL: "goals", By.THEME: "themes", By.AREA: "areas"}[by]
    top = made(name="Boven")
    below = made(name="Onder", parent=top)
    given.contribution(amount_granted=5.0, given_to=[given.initiative(**{word: [Tie(below)]})])

    lines = {each.value: each for each in graph.read(contributions.totals, actor=VISITOR, by=by).rows}
    for record in (top, below):
        found = graph.read(contributions.of_record, actor=VISITOR, by=by, record_id=record)
        assert (found.contributions, found.granted) == (lines[record].contributions, lines[record].granted) == (1, 5.0)
