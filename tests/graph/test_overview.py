"""The overview of all goals: the chain to note, alderman and official, and honest counts."""

import datetime as dt

from graph import clock, goal_pages, overview, records
from graph.links import Tie
from graph.model import PersonKind, Visibility
from graph.overview import Order, Question, Show
from graph.rights import SYSTEM, VISITOR
from graph.store import Graph
from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def test_each_goal_names_its_note_alderman_and_official_found_up_the_tree(graph: Graph, given: Given) -> None:
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder Groen")
    official = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, function="ecoloog")
    theme = given.theme(account_holder=[official])
    top = given.goal(name="Groen", code="1", holder=[alderman])
    note = given.note(name="Groenvisie")
    goal = given.goal(name="Bijen", code="1.1", parent=top, themes=[theme], notes=[Tie(note, {"page": 18})])
    given.initiative(goals=[goal])
    given.initiative(goals=[goal], visibility=Visibility.DRAFT)
    partner = given.organisation(name="Imkers", themes=[theme])

    found = graph.read(overview.overview, actor=VISITOR, question=Question())

    (programme,) = found.programmes
    first, shown = programme.goals
    assert (first.id, first.programme) == (top, programme.mention)
    assert programme.mention is not None
    assert programme.mention.name == "Groen"
    assert programme.initiatives == len(shown.initiatives) == 1
    assert [source.page for source in shown.notes] == [18]
    assert [duty.official.name for duty in shown.responsible.aldermen] == ["Els Denkbeeld"]
    assert [(duty.official.name, duty.official.function) for duty in shown.responsible.officials] == [(None, "ecoloog")]
    assert [each.id for each in shown.partners] == [partner]


def test_the_parts_of_the_overview_say_how_many_goals_they_hold(graph: Graph, given: Given) -> None:
    top = given.goal(name="Energie")
    lonely = given.goal(name="Zon", parent=top, open_for_contribution=True)
    busy = given.goal(name="Wind", parent=top)
    given.initiative(goals=[busy])

    found = graph.read(overview.overview, actor=VISITOR, question=Question(show=Show.WITHOUT_INITIATIVE))

    assert [goal.id for goal in found.goals] == [lonely]
    assert (found.count(None), found.count(Show.WITHOUT_INITIATIVE), found.count(Show.OPEN)) == (3, 1, 1)


def test_the_top_of_a_tree_tells_of_itself_as_every_goal_does(graph: Graph, given: Given) -> None:
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder Groen")
    top = given.goal(name="Groen", holder=[alderman], open_for_contribution=True)
    given.goal(name="Bijen", parent=top)
    given.initiative(name="Bomenfeest", goals=[top])
    empty = given.goal(name="Energie")
    sun = given.goal(name="Zon", parent=empty)
    draft = given.goal(name="Wind", parent=empty, visibility=Visibility.DRAFT)
    given.initiative(name="Molen", goals=[draft])

    found = graph.read(goal_pages.page, actor=VISITOR, question=Question(), skip=0, limit=None)

    energy, green = found.programmes
    first, _ = green.goals
    assert (first.goal.id, first.goal.open_for_contribution, green.number) == (top, True, 2)
    assert [each.name for each in first.around.named] == ["Bomenfeest"]
    assert [duty.official.name for duty in first.responsible.aldermen] == ["Els Denkbeeld"]
    # What works at a goal that is no draft below it counts, and only that.
    assert [each.goal.has_initiative for each in energy.goals] == [False, False]
    given.initiative(name="Zonnedak", goals=[sun])
    for question, ids in (
        (Question(), [empty, sun]),
        (Question(words="energie"), [empty]),
        (Question(show=Show.WITHOUT_INITIATIVE), []),
    ):
        page = graph.read(goal_pages.page, actor=VISITOR, question=question, skip=0, limit=None)
        shown = [each.goal for part in page.programmes for each in part.goals if each.goal.id in {empty, sun}]
        assert [goal.id for goal in shown] == ids
        assert all(goal.has_initiative for goal in shown)


def test_a_filter_counts_exactly_what_the_list_shows_with_it(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        green = given.theme(name="Groen")
        bees = given.theme(name="Bijen", parent=green)
        town = given.area(name="Oost", level="district")
        square = given.area(name="Plein", level="neighbourhood", parent=town)
        top = given.goal(name="Een groene stad", themes=[green])
        lower = given.goal(name="Meer bijen", parent=top, themes=[bees])
        later = given.goal(name="Later", themes=[green], notes=[Tie(given.note(), since=dt.date(2027, 1, 1))])
        given.goal(name="Concept", themes=[bees], visibility=Visibility.DRAFT)
        given.initiative(goals=[top], areas=[town])
        given.initiative(goals=[lower, later], areas=[square])
        gone = given.initiative(goals=[given.goal(name="Oud")], areas=[town])
        graph.write(records.end, actor=SYSTEM, record_id=gone, on=dt.date(2026, 1, 1), version=1)

        glance = graph.read(goal_pages.page, actor=VISITOR, question=Question(), skip=0, limit=None).glance

        assert len(glance.filters) == 4
        for each in glance.filters:
            asked = Question(theme=each.value) if each.filter == "theme" else Question(area=each.value)
            listed = graph.read(goal_pages.page, actor=VISITOR, question=asked, skip=0, limit=None).glance
            assert (each.filter, each.name, each.goals) == (each.filter, each.name, listed.total)


def test_words_theme_and_area_narrow_the_overview(graph: Graph, given: Given) -> None:
    area = given.area(name="Dorp", level="district")
    theme = given.theme()
    sun = given.goal(name="Zon op daken", themes=[theme])
    wind = given.goal(name="Wind")
    given.initiative(goals=[wind], areas=[area])

    def goals(question: Question) -> list[str]:
        return [goal.id for goal in graph.read(overview.overview, actor=VISITOR, question=question).goals]

    assert goals(Question(words="zon OP")) == [sun]
    assert goals(Question(theme=theme)) == [sun]
    assert goals(Question(area=area)) == [wind]


def test_a_page_tells_of_whole_programmes_also_where_it_shows_a_part(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", code="1")
    goals = [given.goal(name=f"Doel {number}", code=f"1.{number}", parent=top) for number in (10, 2, 1)]
    given.initiative(name="Eén", goals=goals)
    given.initiative(name="Twee", goals=goals[:1])

    found = graph.read(goal_pages.page, actor=VISITOR, question=Question(), skip=2, limit=1)

    (programme,) = found.programmes
    assert [each.goal.name for each in programme.goals] == ["Doel 2"]
    assert (programme.number, programme.initiatives, programme.began_earlier, programme.goes_on) == (4, 2, True, True)
    assert found.glance.total == 4


def test_a_page_counts_and_finds_what_the_whole_overview_does(graph: Graph, given: Given) -> None:
    area = given.area(name="Dorp", level="district")
    theme = given.theme()
    given.goal(name="Zon op daken", themes=[theme], open_for_contribution=True)
    wind = given.goal(name="Wind", parent=given.goal(name="Energie", code="2"))
    for number in range(3):
        given.initiative(name=f"Molen {number}", goals=[wind], areas=[area] if number else [])

    for question in (
        Question(),
        Question(words="zon"),
        Question(theme=theme),
        Question(area=area),
        Question(show=Show.OPEN),
        Question(show=Show.WITHOUT_INITIATIVE),
        *(Question(order=order) for order in Order),
    ):
        whole = graph.read(overview.overview, actor=VISITOR, question=question)
        page = graph.read(goal_pages.page, actor=VISITOR, question=question, skip=0, limit=None)
        shown = [each for programme in page.programmes for each in programme.goals]
        assert [each.goal.id for each in shown] == [each.id for each in whole.goals]
        assert [each.around.initiatives for each in shown] == [len(each.initiatives) for each in whole.goals]
        assert [each.around.named for each in shown] == [each.named for each in whole.goals]
        assert [each.more for each in shown] == [each.more for each in whole.goals]
        assert [programme.initiatives for programme in page.programmes] == [
            programme.initiatives for programme in whole.programmes
        ]
        assert page.glance.counts == {show: whole.count(show) for show in page.glance.counts}
        assert page.glance.without_initiative == whole.without_initiative


def test_goals_come_in_the_order_that_was_asked_for(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", code="2")
    water = given.goal(name="Water", code="2.10", parent=top)
    trees = given.goal(name="Bomen", code="2.2", parent=top)
    alone = given.goal(name="Alleen", parent=given.goal(name="Anders", code="1"), code="1.1")
    for _ in range(2):
        given.initiative(goals=[water])
    given.initiative(goals=[alone])
    given.initiative(goals=[trees], visibility=Visibility.DRAFT)

    def shown(order: Order) -> list[str]:
        page = graph.read(goal_pages.page, actor=VISITOR, question=Question(order=order), skip=0, limit=None)
        assert (len(page.programmes) == 1) is (order is not Order.PROGRAMME)
        return [each.goal.name for programme in page.programmes for each in programme.goals]

    assert shown(Order.PROGRAMME) == ["Anders", "Alleen", "Groen", "Bomen", "Water"]
    assert shown(Order.NAME) == ["Alleen", "Anders", "Bomen", "Groen", "Water"]
    assert shown(Order.MOST) == ["Water", "Alleen", "Anders", "Bomen", "Groen"]
    assert shown(Order.FEWEST) == ["Anders", "Bomen", "Groen", "Alleen", "Water"]
    (first,) = graph.read(
        goal_pages.page, actor=VISITOR, question=Question(order=Order.FEWEST), skip=0, limit=2
    ).programmes
    assert (first.mention, first.number, first.initiatives, first.goes_on) == (None, 5, 3, True)
