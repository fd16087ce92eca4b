"""The same pages of two days: each shows what held on its own day, and no more than the reader may see."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import clock, commitments, goals, initiatives, overview, records, requirements, statuses
from graph.decisions import acts
from graph.initiatives.moments import Moment, What
from graph.links import LinkField, Tie
from graph.model import CommitmentKind, Kind, Link, PersonKind, PublicAs, RequirementState, Status, Visibility
from graph.overview import Question
from graph.rights import SYSTEM, VISITOR
from graph.timeline import Commitment, Contribution, Decision

if TYPE_CHECKING:
    from graph.initiatives.page import InitiativePage
    from graph.store import Graph, Transaction
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
CONTACT = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)
MARCH, OCTOBER = dt.date(2026, 3, 1), dt.date(2026, 10, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def until(graph: Graph, one: str, other: str, on: str) -> None:
    """End the link between two records."""

    def end(tx: Transaction) -> None:
        tx.run(
            "MATCH (:Record {id: $one})-[link]->(:Record {id: $other}) SET link.until = $on",
            {"one": one, "other": other, "on": day(on)},
        ).consume()

    graph.write(end)


def test_two_days_give_two_overviews(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        before = given.person(name="Els Vroeger", person_kind=PersonKind.ALDERMAN)
        after = given.person(name="Bram Nieuw", person_kind=PersonKind.ALDERMAN)
        goal = given.goal(
            name="Meer bijen",
            holder=[
                Tie(before, since=day("2024-01-01")),
                Tie(after, since=day("2026-06-01")),
            ],
        )
        given.initiative(name="Bijenlint", goals=[Tie(goal, since=day("2026-05-01"))])
        hotel = given.initiative(name="Bijenhotel", goals=[Tie(goal, since=day("2025-01-01"))])
        until(graph, before, goal, "2026-06-01")
        until(graph, hotel, goal, "2026-05-01")

        def shown(on: dt.date) -> tuple[list[str | None], list[str]]:
            with clock.showing(on):
                found = graph.read(overview.overview, actor=VISITOR, question=Question())
                page = graph.read(goals.page, actor=VISITOR, goal_id=goal)
            (each,) = found.goals
            assert [one.id for one in each.initiatives] == [one.id for one in page.initiatives]
            holders = [duty.official.name for duty in each.responsible.aldermen]
            assert [duty.official.name for duty in page.responsible.aldermen] == holders
            return holders, [one.name for one in each.initiatives]

        assert shown(MARCH) == (["Els Vroeger"], ["Bijenhotel"])
        assert shown(OCTOBER) == (["Bram Nieuw"], ["Bijenlint"])


def test_an_initiative_stands_as_it_was(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        first = given.person(person_kind=PersonKind.OFFICIAL, function="wijkmanager")
        second = given.person(person_kind=PersonKind.OFFICIAL, function="ecoloog")
        goal = given.goal()
        shown = given.initiative(
            status=Status.IDEA,
            status_since=day("2026-01-01"),
            goals=[Tie(goal, since=day("2026-04-01"))],
            contact=[Tie(first, since=day("2026-01-01"))],
        )
        given.contribution(
            given_to=[shown], asked_on=day("2026-02-01"), granted_on=day("2026-09-01"), amount_granted=900.0
        )
        until(graph, first, shown, "2026-06-01")
        graph.write(
            records.change,
            actor=SYSTEM,
            record_id=shown,
            version=graph.read(initiatives.page, actor=SYSTEM, initiative_id=shown).facts.version,
            properties={"status": Status.RUNNING, "status_since": day("2026-07-01")},
            ties={CONTACT: [Tie(second, since=day("2026-06-01"))]},
        )

        def on(day: dt.date) -> initiatives.InitiativePage:
            with clock.showing(day):
                return graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)

        march, october = on(MARCH), on(OCTOBER)
        assert (march.facts.status, march.facts.status_since) == (Status.IDEA, day("2026-01-01"))
        assert (october.facts.status, october.facts.status_since) == (Status.RUNNING, day("2026-07-01"))
        assert march.facts.contact is not None
        assert october.facts.contact is not None
        assert (march.facts.contact.official.function, october.facts.contact.official.function) == (
            "wijkmanager",
            "ecoloog",
        )
        assert (len(march.goals), len(october.goals)) == (0, 1)
        (asked,), (given_,) = march.timeline, october.timeline
        assert isinstance(asked, Contribution)
        assert isinstance(given_, Contribution)
        assert (asked.is_given, given_.is_given) == (False, True)
        assert on(day("2025-12-01")).facts.status is None
        assert on(day("2025-12-01")).timeline == ()


def test_who_left_is_not_named_again_and_hidden_records_stay_hidden(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        left = given.person(
            name="Karel Vertrokken",
            person_kind=PersonKind.OFFICIAL,
            function="ecoloog",
            public_as=PublicAs.NAME,
            until=day("2026-08-01"),
        )
        goal = given.goal(account_holder=[Tie(left, since=day("2025-01-01"))])
        shown = given.initiative(
            goals=[Tie(goal, since=day("2025-01-01"))],
            contact=[Tie(left, since=day("2025-01-01"))],
        )
        until(graph, left, goal, "2026-08-01")
        until(graph, left, shown, "2026-08-01")
        hidden = given.initiative(
            name="Concept", visibility=Visibility.DRAFT, goals=[Tie(goal, since=day("2025-01-01"))]
        )
        with clock.showing(MARCH):
            page = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
            at_goal = graph.read(goals.page, actor=VISITOR, goal_id=goal)
        assert page.facts.contact is not None
        assert (page.facts.contact.official.name, page.facts.contact.official.function) == (None, "ecoloog")
        assert [duty.official.name for duty in at_goal.responsible.officials] == [None]
        assert hidden not in [each.id for each in at_goal.initiatives]
        assert (page.related, page.bridges) == ((), ())


def test_an_agreement_is_open_until_the_day_it_was_kept() -> None:
    made = Commitment("c", "Plein", CommitmentKind.AGREEMENT, day("2026-02-17"), day("2026-09-18"), "foto", (), (), ())
    assert made.on(day("2026-02-16")) is None
    march = made.on(MARCH)
    assert march is not None
    assert (march.kept_on, march.evidence) == (None, None)
    assert made.on(OCTOBER) == made


def test_a_decision_is_waited_for_until_the_day_it_was_taken() -> None:
    taken = Decision(
        "d", "Vergunning", None, day("2026-02-01"), None, None, day("2026-09-01"), "Ja", "Past", (), (), ()
    )
    assert taken.on(day("2026-01-31")) is None
    with clock.at(NOON), clock.showing(MARCH):
        march = taken.on(MARCH)
        assert march is not None
        assert (march.is_waiting, march.outcome, march.days_waited) == (True, None, 28)
    assert taken.on(OCTOBER) == taken


def test_today_is_no_earlier_day() -> None:
    with clock.at(NOON), clock.showing(day("2026-11-23")):
        assert not clock.is_past()
    with clock.at(NOON), clock.showing(MARCH):
        assert (clock.today(), clock.really_today(), clock.is_past()) == (MARCH, day("2026-11-23"), True)


def test_the_timeline_holds_what_happened_around_an_initiative(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        shown = given.initiative(status=Status.RUNNING, status_since=day("2026-04-01"))
        given.record(Kind.RESULT, achieved_by=[shown], reached_on=day("2026-09-01"))
        given.record(
            Kind.ASSESSMENT,
            judges=[shown],
            outcome="supported",
            motivation="Het past.",
            asked_on=day("2026-02-01"),
            decided_on=day("2026-05-01"),
            told_on=day("2026-05-02"),
        )
        with clock.showing(OCTOBER):
            page = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        assert [str(each.what) for each in page.story if isinstance(each, Moment)] == [
            "result",
            "assessment_told",
            "assessed",
            "status",
            "assessment_asked",
        ]
        with clock.showing(MARCH):
            early = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        assert [str(each.what) for each in early.story if isinstance(each, Moment)] == ["assessment_asked"]


def test_a_former_alderman_is_shown_by_function(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        former = given.person(
            name="Gerda Eerder",
            person_kind=PersonKind.ALDERMAN,
            function="wethouder Buurten",
            until=day("2026-05-21"),
        )
        goal = given.goal(holder=[Tie(former, since=day("2022-01-01"))])
        until(graph, former, goal, "2026-05-21")
        with clock.showing(MARCH):
            page = graph.read(goals.page, actor=VISITOR, goal_id=goal)
        assert [(duty.official.name, duty.official.function) for duty in page.responsible.aldermen] == [
            (None, "wethouder Buurten")
        ]


def told(page: InitiativePage) -> list[tuple[str, str | None]]:
    """What the moments on a page say, and about which record."""
    return [(str(each.what), each.about and each.about.name) for each in page.story if isinstance(each, Moment)]


def test_the_timeline_tells_what_was_taken_up_and_let_go(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        goal, partner = given.goal(name="Meer groen"), given.organisation(name="Buurtclub")
        contact = given.person(name="Ada Voorbeeld", person_kind=PersonKind.OFFICIAL)
        neighbour = given.person(name="Buur Voorbeeld", person_kind=PersonKind.RESIDENT)
        hidden = given.goal(name="Geheim doel", visibility=Visibility.DRAFT)
        shown = given.initiative(
            goals=[Tie(goal, since=day("2026-02-01")), Tie(hidden, since=day("2026-02-02"))],
            partners=[Tie(partner, since=day("2026-03-01"))],
            contact=[Tie(contact, since=day("2026-04-01"))],
            interested_people=[Tie(neighbour, since=day("2026-10-01"))],
        )
        given.need(name="Een schuur", needed_by=[Tie(shown, since=day("2026-05-01"))])
        given.offer(name="Compost", offered_by=[Tie(shown, since=day("2026-06-01"))])
        given.record(Kind.LESSON, name="Begin klein", learned_by=[Tie(shown, since=day("2026-07-01"))])
        given.record(Kind.REQUIREMENT, name="Hek", must_meet=[Tie(shown, since=day("2026-09-01"))])
        until(graph, partner, shown, "2026-08-01")
        public = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        assert told(public) == [
            ("interest", None),
            ("requirement", "Hek"),
            ("partner_ended", "Buurtclub"),
            ("lesson", "Begin klein"),
            ("offer", "Compost"),
            ("need", "Een schuur"),
            ("contact", None),
            ("partner", "Buurtclub"),
            ("goal", "Meer groen"),
        ]
        staff = dict(told(graph.read(initiatives.page, actor=SYSTEM, initiative_id=shown)))
        assert (staff["contact"], staff["interest"]) == ("Ada Voorbeeld", "Buur Voorbeeld")
        with clock.showing(MARCH):
            march = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        assert told(march) == [("partner", "Buurtclub"), ("goal", "Meer groen")]


def test_the_timeline_tells_every_status_and_every_mark(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2026, 2, 1, 12, tzinfo=dt.UTC)):
        shown = given.initiative(status=Status.IDEA, status_since=day("2026-01-05"))
        fence = given.record(Kind.REQUIREMENT, name="Hek", must_meet=[shown])
        other = given.record(Kind.REQUIREMENT, name="Lamp", must_meet=[shown])
    for month, status, state in ((3, Status.STARTED, "met"), (5, Status.RUNNING, "open")):
        with clock.at(dt.datetime(2026, month, 1, 12, tzinfo=dt.UTC)):
            graph.write(statuses.confirm, actor=SYSTEM, initiative_id=shown, status=status)
            graph.write(
                requirements.mark,
                actor=SYSTEM,
                initiative_id=shown,
                requirement_id=fence,
                state=RequirementState(state),
            )
    with clock.at(dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)):
        graph.write(
            requirements.mark, actor=SYSTEM, initiative_id=shown, requirement_id=other, state=RequirementState.DROPPED
        )
    with clock.at(NOON):
        page = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        moments = [each for each in page.story if isinstance(each, Moment)]
        assert [(each.day.month, str(each.way)) for each in moments if each.what is What.STATUS] == [
            (5, "running"),
            (3, "started"),
            (1, "idea"),
        ]
        assert [each for each in told(page) if each[0].startswith("requirement_")] == [
            ("requirement_dropped", "Lamp"),
            ("requirement_open", "Hek"),
            ("requirement_met", "Hek"),
        ]
        with clock.showing(MARCH):
            march = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        assert ("requirement_met", "Hek") in told(march)
        assert ("requirement_open", "Hek") not in told(march)


def test_only_staff_see_every_day_of_contact(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        shown = given.initiative()
        for on in ("2026-02-01", "2026-09-01"):
            given.record(
                Kind.INTERACTION, about=[shown], happened_on=day(on), description="Geheim", visibility=Visibility.DRAFT
            )
        assert told(graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)) == []
        staff = graph.read(initiatives.page, actor=SYSTEM, initiative_id=shown)
        assert [each.day.month for each in staff.story if isinstance(each, Moment)] == [9, 2]
        assert "Geheim" not in repr(staff.moments)


def test_what_somebody_did_stays_with_the_team_of_that_day(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        old, new = given.department(name="Oud team"), given.department(name="Nieuw team")
        mover = given.person(
            name="Mo Verhuizer", person_kind=PersonKind.OFFICIAL, works_for=[Tie(old, since=day("2024-01-01"))]
        )
        leaver = given.person(
            name="Lea Vertrekt", person_kind=PersonKind.OFFICIAL, works_for=[Tie(old, since=day("2024-01-01"))]
        )
        shown = given.initiative(name="Plein")
        for name, by in (("Bankje", mover), ("Boom", leaver)):
            given.record(
                Kind.COMMITMENT,
                name=name,
                commitment_kind=CommitmentKind.AGREEMENT,
                made_on=day("2026-02-01"),
                promised_by=[Tie(by, since=day("2026-02-01"))],
                given_to=[shown],
            )
            decision = given.record(Kind.DECISION, name=name, asked_on=day("2026-01-01"), waiting=[shown])
            by_person = LinkField(Link.DECIDES, Kind.PERSON, outgoing=False)
            graph.write(
                records.change,
                actor=SYSTEM,
                record_id=decision,
                version=1,
                properties={},
                ties={by_person: [Tie(by, since=day("2026-01-01"))]},
            )
            said = {"decided_on": day("2026-03-01"), "outcome": "Ja", "reason": "Het past."}
            graph.write(acts.decide, actor=SYSTEM, decision_id=decision, version=2, **said)
        works = LinkField(Link.WORKS_FOR, Kind.DEPARTMENT)
        graph.write(records.change, actor=SYSTEM, record_id=mover, version=1, properties={}, ties={works: [Tie(new)]})
        until(graph, mover, old, "2026-06-01")
        graph.write(records.end, actor=SYSTEM, record_id=leaver, version=1, on=day("2026-06-01"))
        page = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown)
        entries = [each for each in page.timeline if isinstance(each, Commitment | Decision)]
        teams = {
            (type(each).__name__, each.name): [
                team.name for team in (each.makers if isinstance(each, Commitment) else each.deciders)
            ]
            for each in entries
        }
        assert teams == {
            (kind, name): ["Oud team"] for kind in ("Commitment", "Decision") for name in ("Bankje", "Boom")
        }
        listed = graph.read(commitments.listing, actor=SYSTEM, selection=commitments.Selection())
        assert {tuple(team.name for team in each.commitment.makers) for each in listed.rows} == {("Oud team",)}
