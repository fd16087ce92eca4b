"""Each question with what must be in its answers, and what must not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, initiatives, records, schemes, statuses
from graph.bridges import life
from graph.decisions import acts
from graph.errors import Invalid, NotAllowed
from graph.initiatives.listing import Selection
from graph.model import Kind, SupplyKind, Visibility
from graph.properties import Reason
from graph.questions import Ask, Question, answers
from graph.questions.answers import MOST_COUNTED
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.questions import Answers
    from graph.store import Graph
    from tests.given import Given

CARLA = Actor("Carla", account_id="carla", roles=frozenset({Role.BRIDGE_BUILDER}))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def ask(graph: Graph, what: Ask, **named: object) -> Answers:
    return graph.read(answers, actor=CARLA, question=Question(what, **named))  # type: ignore[arg-type]


def remove(graph: Graph, record_id: str) -> None:
    graph.write(records.remove, actor=SYSTEM, record_id=record_id, version=1)


def pairs(found: Answers) -> set[frozenset[str]]:
    return {frozenset(each.id for each in row.subjects) for row in found.rows}


def subjects(found: Answers) -> list[str]:
    return [row.subjects[0].id for row in found.rows]


def test_pairs_that_share_a_goal_but_no_partner_and_show_no_contact(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Bijen")
    below = given.goal(parent=goal)
    partner, party = given.organisation(), given.organisation()
    one = given.initiative(goals=[goal], partners=[partner])
    same_partner = given.initiative(goals=[goal], partners=[partner])
    lower = given.initiative(goals=[below], initiators=[party])
    same_party = given.initiative(goals=[goal], partners=[party])
    given.initiative(goals=[given.goal()])
    given.initiative(goals=[goal], status="completed")
    remove(graph, given.initiative(goals=[goal]))
    found = ask(graph, Ask.SHARED_GOAL, goal=goal)
    everybody = [one, same_partner, lower, same_party]
    expected = {frozenset({a, b}) for a in everybody for b in everybody if a < b}
    assert pairs(found) == expected - {frozenset({one, same_partner}), frozenset({lower, same_party})}
    assert found.named["goal"].name == "Bijen"  # type: ignore[index]
    assert not found.more


def test_a_pair_with_a_bridge_under_way_is_no_answer(graph: Graph, given: Given) -> None:
    goal = given.goal()
    one, other, third = (given.initiative(goals=[goal]) for _ in range(3))
    graph.write(life.ask, actor=CARLA, a=one, b=other, text="Wij willen allebei bloemen.")
    assert pairs(ask(graph, Ask.SHARED_GOAL, goal=goal)) == {frozenset({one, third}), frozenset({other, third})}


def test_pairs_can_be_asked_for_in_one_area(graph: Graph, given: Given) -> None:
    goal, town = given.goal(), given.area()
    street = given.area(parent=town)
    one = given.initiative(goals=[goal], areas=[street])
    other = given.initiative(goals=[goal], areas=[town])
    given.initiative(goals=[goal], areas=[given.area()])
    found = ask(graph, Ask.SHARED_GOAL, goal=goal, area=town)
    assert pairs(found) == {frozenset({one, other})}
    assert len(found.rows[0].areas) == 2


def test_initiatives_without_a_contact_person_go_on_and_have_the_theme(graph: Graph, given: Given) -> None:
    theme, area = given.theme(), given.area()
    narrower = given.theme(parent=theme)
    wanted = given.initiative(themes=[narrower], areas=[area])
    elsewhere = given.initiative(themes=[theme])
    given.initiative(themes=[theme], areas=[area], contact=[given.person()])
    given.initiative(themes=[theme], areas=[area], status="stopped")
    given.initiative(areas=[area])
    assert subjects(ask(graph, Ask.WITHOUT_CONTACT, theme=theme)) == [elsewhere, wanted]
    assert subjects(ask(graph, Ask.WITHOUT_CONTACT, theme=theme, area=area)) == [wanted]


def test_goals_below_a_goal_without_an_initiative_in_the_area(graph: Graph, given: Given) -> None:
    top, area = given.goal(), given.area()
    empty, served, above = (given.goal(parent=top) for _ in range(3))
    below = given.goal(parent=above)
    given.goal()
    given.initiative(goals=[served], areas=[given.area()])
    given.initiative(goals=[below], areas=[area])
    assert set(subjects(ask(graph, Ask.WHITE_SPOTS, goal=top))) == {empty}
    assert set(subjects(ask(graph, Ask.WHITE_SPOTS, goal=top, area=area))) == {empty, served}


def test_organisations_that_take_part_in_several_initiatives_of_a_theme(graph: Graph, given: Given) -> None:
    theme = given.theme()
    often, once = given.organisation(), given.organisation()
    for _ in range(3):
        given.initiative(themes=[theme], partners=[often])
    given.initiative(themes=[theme], partners=[once])
    given.initiative(partners=[once])
    found = ask(graph, Ask.PARTNERS, theme=theme, number=2)
    assert subjects(found) == [often]
    assert found.rows[0].amount == 3
    assert len(found.rows[0].through) == 3


def test_initiatives_that_wait_long_for_a_decision_of_a_team(graph: Graph, given: Given) -> None:
    team, other = given.department(), given.department()
    long, short, decided = (given.initiative() for _ in range(3))

    on = clock.today()

    def decision(days: int, **named: object) -> str:
        asked_on = on - dt.timedelta(days=days)
        return given.record(Kind.DECISION, asked_on=asked_on, decision_kind="question", **named)  # type: ignore[arg-type]

    decision(70, waiting=[long], decided_by=[team])
    decision(20, waiting=[short], decided_by=[other])
    done = decision(90, waiting=[decided], decided_by=[team])
    graph.write(acts.decide, actor=SYSTEM, decision_id=done, version=1, decided_on=on, outcome="Ja", reason="Het past.")
    standing_still = decision(80, waiting=[given.initiative()], decided_by=[team])
    graph.write(acts.pause, actor=SYSTEM, decision_id=standing_still, version=1, since=on, reason="Stuur een tekening.")
    assert subjects(ask(graph, Ask.WAITING, number=56)) == [long]
    assert subjects(ask(graph, Ask.WAITING, number=10)) == [long, short]
    assert subjects(ask(graph, Ask.WAITING, number=10, team=other)) == [short]
    assert ask(graph, Ask.WAITING, number=10).rows[0].amount == 70


def test_initiatives_without_a_sign_of_life_are_those_of_the_list_of_statuses(graph: Graph, given: Given) -> None:
    old, area = dt.date(2025, 1, 10), given.area()
    with clock.at(dt.datetime(2025, 1, 10, 12, tzinfo=dt.UTC)):
        quiet = given.initiative(status="running", status_since=old, areas=[area])
        spoken = given.initiative(status="running", status_since=old)
        given.initiative(status="completed", status_since=old)
        just_in = given.initiative(status="running", status_since=old)
    with clock.at(NOON):
        given.record(
            Kind.INTERACTION,
            visibility=Visibility.DRAFT,
            happened_on=dt.date(2026, 10, 1),
            about=[spoken],
            description="x",
        )
        given.record(Kind.CONTRIBUTION, contribution_kind="money", given_to=[just_in], granted_on=dt.date(2025, 11, 25))
        found = ask(graph, Ask.SILENT, number=12)
        assert subjects(found) == [quiet]
        doubted = graph.read(statuses.doubted, actor=CARLA).rows
        assert {each.id for each in doubted if statuses.Reason.QUIET in each.reasons} == {quiet}
        assert found.rows[0].amount == 22
        assert subjects(ask(graph, Ask.SILENT, number=11)) == [just_in, quiet]
        assert subjects(ask(graph, Ask.SILENT, number=12, area=area)) == [quiet]
        assert subjects(ask(graph, Ask.SILENT, number=36)) == []


def test_needs_that_an_offer_fits_without_a_bridge(graph: Graph, given: Given) -> None:
    area = given.area()
    seeks, offers, knows = (given.initiative(areas=[area]) for _ in range(3))
    need = given.need(name="Gereedschap voor de tuin", supply_kind="materials", needed_by=[seeks])
    offer = given.offer(name="Gereedschap te leen", supply_kind="materials", offered_by=[offers])
    given.offer(name="Gereedschap in de schuur", supply_kind="materials", offered_by=[knows])
    room = given.need(name="Een zaal", supply_kind="room", needed_by=[seeks])
    near = given.offer(name="Kantine op zondag", supply_kind="room", offered_by=[offers])
    given.offer(name="Taart", supply_kind="other", offered_by=[offers])
    graph.write(life.known_already, actor=CARLA, a=seeks, b=knows)
    found = ask(graph, Ask.UNMET)
    assert {tuple(each.id for each in row.through) for row in found.rows} == {(need, offer), (room, near)}
    assert pairs(found) == {frozenset({seeks, offers})}
    assert len(ask(graph, Ask.UNMET, kind=SupplyKind.ROOM, area=area).rows) == 1
    assert ask(graph, Ask.UNMET, kind=SupplyKind.MONEY).rows == ()
    assert ask(graph, Ask.UNMET, area=given.area()).rows == ()


def test_who_could_apply_together_is_as_on_the_page_of_the_scheme(graph: Graph, given: Given) -> None:
    top = given.goal()
    left, right = given.goal(parent=top), given.goal(parent=top)
    scheme, party = given.scheme(), given.organisation()
    one = given.initiative(goals=[left])
    other = given.initiative(goals=[left], initiators=[party])
    third = given.initiative(goals=[right], initiators=[party])
    refused = given.initiative(goals=[left])
    for each in (one, other, third):
        given.contribution(contribution_kind="money", given_to=[each], under=[scheme], amount_granted=100.0)
    given.contribution(contribution_kind="money", given_to=[refused], under=[scheme], amount_granted=0.0)
    found = ask(graph, Ask.TOGETHER, scheme=scheme)
    listed = graph.read(schemes.pairs, actor=CARLA, scheme_id=scheme).rows
    assert pairs(found) == {frozenset({each.first.id, each.second.id}) for each in listed}
    assert pairs(found) == {frozenset({one, other})}
    wider = ask(graph, Ask.TOGETHER, scheme=scheme, goal=top)
    assert pairs(wider) == {frozenset({one, other}), frozenset({one, third})}


def test_a_hidden_record_is_in_no_answer(graph: Graph, given: Given) -> None:
    theme = given.theme()
    shown = given.initiative(themes=[theme], visibility=Visibility.DRAFT)
    remove(graph, given.initiative(themes=[theme]))
    assert subjects(ask(graph, Ask.WITHOUT_CONTACT, theme=theme)) == [shown]
    with pytest.raises(NotAllowed):
        graph.read(answers, actor=VISITOR, question=Question(Ask.WITHOUT_CONTACT, theme=theme))


@pytest.mark.parametrize(
    ("question", "field", "reason"),
    [
        (Question(Ask.SHARED_GOAL), "goal", Reason.MISSING),
        (Question(Ask.WAITING), "number", Reason.MISSING),
        (Question(Ask.WAITING, number=0), "number", Reason.NOT_A_NUMBER),
        (Question(Ask.SILENT, number=121), "number", Reason.NOT_A_NUMBER),
        (Question(Ask.SILENT, number=12, goal="x"), "goal", Reason.UNKNOWN),
        (Question(Ask.SHARED_GOAL, goal="019b8d2b-8c00-7a11-8bee-000000000112"), "goal", Reason.UNKNOWN),
    ],
)
def test_a_question_that_cannot_be_asked_says_what_is_wrong(
    graph: Graph, question: Question, field: str, reason: Reason
) -> None:
    with pytest.raises(Invalid) as wrong:
        graph.read(answers, actor=CARLA, question=question)
    assert (wrong.value.field, wrong.value.reason) == (field, reason)


def test_a_record_of_another_kind_is_no_parameter(graph: Graph, given: Given) -> None:
    with pytest.raises(Invalid):
        ask(graph, Ask.SHARED_GOAL, goal=given.theme())


def test_more_than_a_thousand_answers_are_counted_as_more(graph: Graph, given: Given) -> None:
    goal = given.goal()
    for _ in range(46):
        given.initiative(goals=[goal])
    found = ask(graph, Ask.SHARED_GOAL, goal=goal)
    assert (len(found.rows), found.more, found.total) == (MOST_COUNTED, True, MOST_COUNTED + 1)


def test_the_questions_and_the_list_of_initiatives_agree(graph: Graph, given: Given) -> None:
    theme = given.theme()
    for contact in ([], [given.person()]):
        given.initiative(themes=[theme], contact=contact, status="running")
    listed = graph.read(
        initiatives.listing, actor=SYSTEM, selection=Selection(theme=theme, without_contact=True), skip=0, limit=9
    )
    assert subjects(ask(graph, Ask.WITHOUT_CONTACT, theme=theme)) == [each.id for each in listed.rows]
