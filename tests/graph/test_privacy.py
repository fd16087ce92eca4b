"""What is kept of a person: whole when asked for, gone when erased, and kept where a duty says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import accounts, audit, checks, clock, duplicates, ids, links, privacy, records, submissions
from graph.bridges import life
from graph.bridges.standing import Happened
from graph.errors import NotAllowed, NotFound
from graph.links import LinkField, Tie
from graph.mentions import Spoken
from graph.model import InteractionKind, Kind, Link, Visibility
from graph.privacy import Ground, NotErasable, Proposal
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

ADMINISTRATOR = Actor(name="Beheer", account_id="beheer", roles=frozenset({Role.ADMINISTRATOR}))
NAME, EMAIL, TELEPHONE = "Roos Kanarievogel", "roos.kanarievogel@example.org", "06 12 34 56 78"
TOLD = "Kanarievogel wil graag een bankje bij het water."
EVERY_TEXT = (
    "MATCH (node) UNWIND keys(node) AS key WITH labels(node) AS place, key, toString(node[key]) AS text "
    "WHERE toLower(text) CONTAINS 'kanarievogel' OR text = '06 12 34 56 78' RETURN place, key, text "
    "UNION MATCH ()-[link]->() UNWIND keys(link) AS key WITH [type(link)] AS place, key, toString(link[key]) AS text "
    "WHERE toLower(text) CONTAINS 'kanarievogel' RETURN place, key, text"
)


def resident(graph: Graph, given: Given) -> str:
    """Somebody of whom something is kept in every place."""
    person = given.person(name=NAME, email=EMAIL, telephone=TELEPHONE)
    lint, square = given.initiative(name="Bijenlint", initiating_people=[person]), given.initiative(name="Plein")
    told = {"name": f"Gebeld met {NAME}", "interaction_kind": "call", "description": TOLD}
    graph.write(
        records.add,
        actor=SYSTEM,
        kind=Kind.INTERACTION,
        properties={**told, "happened_on": dt.date(2024, 3, 2)},
        ties={LinkField(Link.ABOUT, Kind.PERSON): [Tie(person)]},
    )
    account = graph.write(
        accounts.add, actor=SYSTEM, email=EMAIL, password=None, person_id=person, roles=[Role.INITIATOR]
    )
    graph.write(
        submissions.introduce,
        submission_id=ids.new_id(),
        by=submissions.sender(NAME, EMAIL),
        from_id=lint,
        to_id=square,
        message="Zullen we samen zaaien?",
        sent_to=None,
    )
    staff = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
    herself = Actor(name=NAME, account_id=account, person_id=person, roles=frozenset({Role.INITIATOR}))
    graph.write(life.ask, actor=staff, a=lint, b=square, text="Kom eens langs.")
    graph.write(life.answer, actor=herself, a=lint, b=square, side_id=lint, yes=True, text="Graag.")
    return person


def kept(graph: Graph) -> list[list[object]]:
    """Every place where something of the person stands."""
    return graph.read(lambda tx: [record.values() for record in tx.run(EVERY_TEXT)])


def test_the_dossier_holds_all_that_is_kept_and_looking_is_written_down(graph: Graph, given: Given) -> None:
    person = resident(graph, given)
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)
    assert found.name == NAME
    assert found.properties["telephone"] == TELEPHONE
    assert {(each.type, each.other_name) for each in found.links} == {
        ("INITIATES", "Bijenlint"),
        ("ABOUT", f"Gebeld met {NAME}"),
    }
    assert [each.told["description"] for each in found.links if each.type == "ABOUT"] == [TOLD]
    assert [each.email for each in found.accounts] == [EMAIL]
    assert ["zaaien" in each.content for each in found.submissions] == [True]
    assert [(each.between, each.what, each.text) for each in found.bridges] == [
        (("Bijenlint", "Plein"), Happened.YES, "Graag.")
    ]
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=person)
    assert [(line.action, line.field) for line in lines].count(("read", "dossier")) == 1


def test_only_administrators_and_the_person_see_a_dossier(graph: Graph, given: Given) -> None:
    person = resident(graph, given)
    builder = Actor(name="Bouwer", account_id="b", roles=frozenset({Role.BRIDGE_BUILDER}))
    for actor in (VISITOR, builder):
        with pytest.raises(NotAllowed):
            graph.write(privacy.dossier, actor=actor, person_id=person)
        with pytest.raises(NotAllowed):
            graph.write(privacy.erase, actor=actor, person_id=person, version=1)
    own = Actor(name=NAME, account_id="r", person_id=person, roles=frozenset({Role.INITIATOR}))
    mine = graph.read(privacy.of_account, actor=own)
    assert mine is not None
    assert mine.name == NAME


def test_an_erased_person_stands_nowhere_and_the_graph_stays_whole(graph: Graph, given: Given) -> None:
    person = resident(graph, given)
    assert kept(graph) != []
    graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=person, version=1)
    assert kept(graph) == []
    assert graph.read(links.of_record, record_id=person, types=[Link.INITIATES]) == []
    assert [each for check in checks.CHECKS for each in graph.read(checks.run, check)] == []
    assert graph.read(accounts.by_email, actor=SYSTEM, email=EMAIL) is None


def test_an_office_money_and_a_running_application_are_grounds_to_keep(graph: Graph, given: Given) -> None:
    theme = given.theme()
    alderman = given.person(name="Wethouder", person_kind="alderman")
    given.record(Kind.THEME, holder=[alderman])
    asked = given.person(name="Aanvrager")
    initiative = given.initiative(initiating_people=[asked], themes=[theme])
    given.contribution(contribution_kind="money", granted_on=clock.today(), given_to=[initiative])
    given.record(Kind.DECISION, decision_kind="application", asked_on=clock.today(), waiting=[initiative])
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=alderman) == (Ground.OFFICE,)
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=asked) == (Ground.MONEY, Ground.APPLICATION)
    with pytest.raises(NotErasable) as refused:
        graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=asked, version=1)
    assert refused.value.grounds == (Ground.MONEY, Ground.APPLICATION)
    assert graph.read(records.read, actor=SYSTEM, record_id=asked).properties["name"] == "Aanvrager"


def test_who_decided_and_who_gave_money_is_kept(graph: Graph, given: Given) -> None:
    official = given.person(name="Bram", person_kind="official")
    given.record(Kind.DECISION, decision_kind="question", decided_on=clock.today(), decided_by_person=[official])
    sponsor, helper = given.person(name="Gever"), given.person(name="Helper")
    given.contribution(contribution_kind="money", asked_on=clock.today(), given_by_person=[sponsor])
    given.contribution(contribution_kind="capacity", asked_on=clock.today(), given_by_person=[helper])
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=official) == (Ground.OFFICE,)
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=sponsor) == (Ground.MONEY,)
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=helper) == ()
    with pytest.raises(NotErasable):
        graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=official, version=1)


def test_money_of_long_ago_keeps_nobody(graph: Graph, given: Given) -> None:
    person = given.person(name="Aanvrager")
    initiative = given.initiative(initiating_people=[person])
    given.contribution(contribution_kind="money", year=clock.today().year - 9, given_to=[initiative])
    assert graph.read(privacy.grounds, actor=ADMINISTRATOR, person_id=person) == ()


def proposed(graph: Graph) -> dict[Proposal, tuple[privacy.Stale, ...]]:
    return graph.read(privacy.proposals, actor=ADMINISTRATOR, only=None, limit=10).shown


def test_what_nobody_needs_any_more_is_proposed(graph: Graph, given: Given) -> None:
    busy = resident(graph, given)
    with clock.at(dt.datetime(2024, 1, 8, 9, tzinfo=dt.UTC)):
        idle = given.person(name="Vroeger Verzonnen")
        given.person(name="Wethouder", person_kind="alderman")
    found = proposed(graph)
    assert [each.id for each in found[Proposal.PEOPLE]] == [idle]
    assert busy not in {each.id for each in found[Proposal.PEOPLE]}
    note = found[Proposal.NOTES][0]
    # The subject is made of what was said, so it is not shown.
    assert (note.name, note.spoken) == ("", Spoken(InteractionKind.CALL, dt.date(2024, 3, 2)))
    graph.write(privacy.forget_note, actor=ADMINISTRATOR, note_id=note.id)
    assert proposed(graph)[Proposal.NOTES] == ()
    fresh = given.record(
        Kind.INTERACTION, name="Net gebeld", happened_on=clock.today(), description="Kort.", visibility=Visibility.DRAFT
    )
    for kept in (fresh, "nobody"):
        with pytest.raises(NotFound):
            graph.write(privacy.forget_note, actor=ADMINISTRATOR, note_id=kept)


def test_money_and_what_ended_long_ago_is_proposed(graph: Graph, given: Given) -> None:
    today = clock.today()
    ago = {years: today.replace(year=today.year - years, day=min(today.day, 28)) for years in (1, 6, 8)}
    old = given.contribution(name="Oud geld", contribution_kind="money", granted_on=ago[8])
    given.contribution(name="Nieuw geld", contribution_kind="money", asked_on=ago[8], granted_on=ago[6])
    given.contribution(name="Ooit in een jaar", contribution_kind="money", year=today.year - 2)
    weighed = given.record(
        Kind.ASSESSMENT,
        name="Oude afweging",
        outcome="supported",
        motivation="Past.",
        decided_on=ago[8] + dt.timedelta(days=1),
        visibility=Visibility.DRAFT,
    )
    gone = given.initiative(name="Lang voorbij", until=ago[6])
    paid = given.initiative(name="Voorbij met geld", until=ago[6])
    given.contribution(name="Voor wie voorbij is", contribution_kind="money", granted_on=ago[6], given_to=[paid])
    given.initiative(name="Net voorbij", until=ago[1])
    given.goal(name="Oud doel", until=ago[8])
    found = proposed(graph)
    assert [each.id for each in found[Proposal.MONEY]] == [old, weighed]
    assert [each.id for each in found[Proposal.ENDED]] == [gone]


def test_proposals_come_in_pages_and_are_counted_to_the_end(graph: Graph, given: Given) -> None:
    for day, name in ((8, "Bea Verzonnen"), (9, "Ada Verzonnen"), (10, "Cas Verzonnen")):
        with clock.at(dt.datetime(2024, 1, day, 9, tzinfo=dt.UTC)):
            given.person(name=name)

    def names(**asked: Any) -> list[str]:
        found = graph.read(privacy.proposals, actor=ADMINISTRATOR, only=Proposal.PEOPLE, **asked)
        assert found.counts == {each: 3 if each is Proposal.PEOPLE else 0 for each in Proposal}
        assert list(found.shown) == [Proposal.PEOPLE]
        return [each.name for each in found.shown[Proposal.PEOPLE]]

    assert names(limit=2) == ["Bea Verzonnen", "Ada Verzonnen"]
    assert names(skip=2, limit=2) == ["Cas Verzonnen"]
    assert names(order=privacy.Order.NAME, limit=2) == ["Ada Verzonnen", "Bea Verzonnen"]


def test_the_dossier_tells_where_the_signpost_was_wrong_and_which_questions_are_kept(
    graph: Graph, given: Given
) -> None:
    person = resident(graph, given)

    def keep(tx: Transaction) -> None:
        tx.run(
            """
            MATCH (person:Person {id: $id})<-[:IS]-(account:Account)
            CREATE (wrong:Misroute {key: 'k', stems: ['tuin'], words: ['tuinen'], day: date('2026-10-01')})
            CREATE (wrong)-[:SENT_TO]->(person)
            CREATE (saved:SavedQuestion {id: 'q', name: 'Groen zonder contact', is_shared: false})-[:KEPT_BY]->(account)
            CREATE (saved)<-[:WATCHES]-(:QuestionAlert {id: 'a', since: date('2026-11-01')})-[:TELLS]->(account)
            """,
            {"id": person},
        ).consume()

    graph.write(keep)
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)
    assert [(each.day, tuple(each.words)) for each in found.misroutes] == [(dt.date(2026, 10, 1), ("tuinen",))]
    assert [(each.name, each.is_mailed, each.since) for each in found.questions] == [
        ("Groen zonder contact", False, None),
        ("Groen zonder contact", True, dt.date(2026, 11, 1)),
    ]


def merged_in(graph: Graph, given: Given, person: str) -> str:
    """Another record of the same person, with something of its own in every place, merged into `person`."""
    old = "oud.kanarievogel@example.org"
    other = given.person(name="R. Kanarievogel", email=old, function="Bakker")
    shop, tower = given.initiative(name="Bakkerij", initiating_people=[other]), given.initiative(name="Toren")
    note = given.record(
        Kind.INTERACTION, name="Over Kanarievogel", about_people=[other], visibility=Visibility.DRAFT, description=TOLD
    )
    no_more = {LinkField(Link.ABOUT, Kind.PERSON): []}
    graph.write(records.change, actor=SYSTEM, record_id=note, version=1, properties={}, ties=no_more)
    by = submissions.sender("R. Kanarievogel", old)
    sent = {"submission_id": ids.new_id(), "by": by, "from_id": shop, "to_id": tower}
    graph.write(submissions.introduce, **sent, message="Van mijn oude adres.", sent_to=None)
    herself = Actor(name="R. Kanarievogel", account_id="r", person_id=other, roles=frozenset({Role.BRIDGE_BUILDER}))
    graph.write(life.ask, actor=herself, a=shop, b=tower, text="Kom proeven.")
    now = {each: graph.read(records.read, actor=SYSTEM, record_id=each).version for each in (person, other)}
    graph.write(
        duplicates.merge,
        actor=SYSTEM,
        survivor_id=person,
        loser_id=other,
        survivor_version=now[person],
        loser_version=now[other],
    )
    return other


def test_the_dossier_holds_what_was_known_of_who_was_merged_in(graph: Graph, given: Given) -> None:
    person = resident(graph, given)
    other = merged_in(graph, given, person)
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)
    (merged,) = found.merged
    assert merged.id == other
    assert (merged.properties["name"], merged.properties["email"], merged.properties["function"]) == (
        "R. Kanarievogel",
        "oud.kanarievogel@example.org",
        "Bakker",
    )
    assert ("merge", "merged_into", NAME) in {(each.action, each.field, each.other_name) for each in merged.history}
    assert ("merge", "INITIATES", "Bakkerij") in {(each.action, each.field, each.other_name) for each in found.history}
    assert any("Van mijn oude adres." in each.content for each in found.submissions)
    assert {each.about for each in found.submissions} == {"Bijenlint", "Bakkerij"}
    assert "Kom proeven." in [each.text for each in found.bridges]
    # A link that went along stands there once, one that was over before stands there too.
    known = sorted((each.type, each.other_name) for each in found.links)
    assert known == [
        ("ABOUT", f"Gebeld met {NAME}"),
        ("ABOUT", "Over Kanarievogel"),
        ("INITIATES", "Bakkerij"),
        ("INITIATES", "Bijenlint"),
    ]


def test_erasing_takes_along_what_was_known_of_who_was_merged_in(graph: Graph, given: Given) -> None:
    person = resident(graph, given)
    merged_in(graph, given, person)
    version = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person).version
    graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=person, version=version)
    assert kept(graph) == []
    assert [each for check in checks.CHECKS for each in graph.read(checks.run, check)] == []
