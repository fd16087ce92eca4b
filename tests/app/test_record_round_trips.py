"""Who opens a form and sends it as it came changes nothing, in either language; nothing is lost that nobody touched."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from app.addresses import address
from graph import links, records
from graph.ids import new_id
from graph.links import LinkField, Tie
from graph.model import Kind, Link, PersonKind, Visibility
from graph.rights import SYSTEM, Role
from tests.app.hidden import as_it_came
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.links import LinkNow
    from graph.store import Graph
    from tests.given import Given

DAY = dt.date(2026, 3, 5)
ONE = "Hier hoort er één. Haal het vinkje weg bij wat niet klopt."
LINKS = tuple(set(Link) - {Link.MAY_BE_CONTACTED})


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


def filled(given: Given) -> dict[Kind, str]:
    """Records with numbers, days, choices, texts of more lines, and links with words of their own."""
    theme, area, body = given.theme(), given.area(level="district"), given.record(Kind.BODY, body_kind="council")
    party, team = given.organisation(), given.department()
    official = given.person(person_kind=PersonKind.OFFICIAL, works_for=[Tie(team, {"role": "adviseur"})])
    note = given.note(adopted_on=DAY, adopted_by=[body], url="https://nota.example", themes=[theme])
    goal = given.goal(code="1.2", notes=[Tie(note, {"page": 12})], open_for_contribution=True, parent=given.goal())
    initiative = given.initiative(
        summary="Bloemen, ook in de winter.",
        description="Eerst een regel.\n\nDan nog een.",
        status="running",
        status_since=DAY,
        started_on=DAY,
        channels=["https://een.example", "https://twee.example"],
        partners=[Tie(party, {"role": "geeft kasten"})],
        goals=[goal],
        areas=[area],
        contact=[official],
        keeper=[official],
    )
    scheme = given.scheme(ceiling=50_000.0, deadline=DAY, joint_application=False, serves=[goal])
    return {
        Kind.INITIATIVE: initiative,
        Kind.GOAL: goal,
        Kind.POLICY_NOTE: note,
        Kind.SUBSIDY_SCHEME: scheme,
        Kind.CONTRIBUTION: given.contribution(
            contribution_kind="money",
            amount_asked=1_250_000.0,
            amount_granted=1_234.5,
            asked_on=DAY,
            granted_on=DAY,
            given_to=[initiative],
            under=[scheme],
        ),
        Kind.RESULT: given.record(
            Kind.RESULT,
            indicator="bezoekers",
            aimed_at="1.250 per week",
            achieved="1,5 keer zoveel",
            reached_on=DAY,
            achieved_by=[initiative],
            counts_for=[goal],
        ),
        Kind.AREA: given.area(level="neighbourhood", longitude=4.3947, latitude=-52.13990000000001, parent=area),
        Kind.COMMITMENT: given.record(
            Kind.COMMITMENT, commitment_kind="agreement", made_on=DAY, given_to=[initiative], made_by=[team]
        ),
        Kind.DECISION: given.record(
            Kind.DECISION, decision_kind="question", asked_on=DAY, expected_on=DAY, waiting=[initiative]
        ),
        Kind.PERSON: official,
        Kind.NEED: given.need(supply_kind="materials", wanted_until=DAY, needed_by=[initiative]),
    }


def now(graph: Graph, record_id: str) -> tuple[records.RecordNow, list[LinkNow]]:
    found = graph.read(links.of_record, record_id=record_id, types=LINKS)
    return graph.read(records.read, actor=SYSTEM, record_id=record_id), found


def ends(graph: Graph, record_id: str, link: Link) -> set[str]:
    return {each.other_id for each in graph.read(links.of_record, record_id=record_id, types=[link]) if each.outgoing}


def add(graph: Graph, kind: Kind, name: str, link_field: LinkField, *others: str) -> str:
    """A record with more links of one type than its form used to know, as an import or a merge lays them."""
    return graph.write(
        records.add,
        actor=SYSTEM,
        kind=kind,
        properties={"name": name},
        ties={link_field: [Tie(each) for each in others]},
        visibility=Visibility.PUBLISHED,
        record_id=new_id(),
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_that_is_sent_as_it_came_changes_nothing(
    builder: FlaskClient, given: Given, graph: Graph, language: str
) -> None:
    builder.get(f"/?taal={language}")
    for kind, record_id in filled(given).items():
        before, path = now(graph, record_id), f"{address(kind, record_id)}/wijzigen"
        answer = builder.post(path, data=as_it_came(builder.get(path)))
        assert answer.status_code == 303, (kind, answer.text)
        assert now(graph, record_id) == before, kind


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("amount", [50_000.0, 1_234.5, 1_250_000.0, 0.0, 33_333.333333333336])
def test_an_amount_stays_when_something_else_is_changed(
    builder: FlaskClient, given: Given, graph: Graph, language: str, amount: float
) -> None:
    builder.get(f"/?taal={language}")
    scheme = given.scheme(name="Groenfonds", ceiling=amount)
    path = f"/regelingen/{scheme}/wijzigen"
    sent = as_it_came(builder.get(path)) | {"description": ["Voor bomen."]}
    assert builder.post(path, data=sent).status_code == 303
    stored = now(graph, scheme)[0].properties
    assert (stored["ceiling"], stored["description"]) == (amount, "Voor bomen.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_amount_is_read_as_the_form_writes_it(
    builder: FlaskClient, given: Given, graph: Graph, language: str
) -> None:
    builder.get(f"/?taal={language}")
    scheme = given.scheme(name="Groenfonds")
    path = f"/regelingen/{scheme}/wijzigen"
    for typed, amount in (("1.250.000", 1_250_000.0), ("1.234,5", 1_234.5)):
        sent = as_it_came(builder.get(path)) | {"ceiling": [typed]}
        assert builder.post(path, data=sent).status_code == 303
        assert now(graph, scheme)[0].properties["ceiling"] == amount
        assert as_it_came(builder.get(path))["ceiling"] == [typed]


def test_a_theme_keeps_all_its_broader_themes(builder: FlaskClient, given: Given, graph: Graph) -> None:
    broader = [given.theme(name=name) for name in ("Gezondheid", "Vrije tijd", "Wonen")]
    theme = add(graph, Kind.THEME, "Sport", LinkField(Link.NARROWER_THAN, Kind.THEME), *broader)
    path = f"/themas/{theme}/wijzigen"
    form = builder.get(path)
    assert set(as_it_came(form)["broader"]) == set(broader)
    assert ONE not in form.text
    assert builder.post(path, data=as_it_came(form) | {"description": ["Bewegen."]}).status_code == 303
    assert ends(graph, theme, Link.NARROWER_THAN) == set(broader)
    fewer = as_it_came(builder.get(path)) | {"broader": broader[:2]}
    assert builder.post(path, data=fewer).status_code == 303
    assert ends(graph, theme, Link.NARROWER_THAN) == set(broader[:2])


def test_the_page_of_a_theme_shows_every_broader_theme_once(client: FlaskClient, given: Given, graph: Graph) -> None:
    society = given.theme(name="Samenleving")
    health, leisure = given.theme(name="Gezondheid", parent=society), given.theme(name="Vrije tijd", parent=society)
    theme = add(graph, Kind.THEME, "Sport", LinkField(Link.NARROWER_THAN, Kind.THEME), leisure, health, society)
    page = client.get(f"/themas/{theme}").text
    trail = page.partition('aria-label="Kruimelpad"')[2].partition("</nav>")[0]
    steps = [re.findall(r"/themas/([^\"]+)", each) for each in trail.split("</li>")]
    assert [each for each in steps if each] == [[society], [health, leisure]]


@pytest.mark.parametrize(
    ("kind", "other", "link", "name"),
    [
        (Kind.GOAL, Kind.GOAL, Link.PART_OF, "parent"),
        (Kind.POLICY_NOTE, Kind.BODY, Link.ADOPTED_BY, "adopted_by"),
        (Kind.AREA, Kind.AREA, Link.PART_OF, "parent"),
    ],
)
def test_where_one_belongs_and_two_are_both_stay_until_one_is_taken_away(
    builder: FlaskClient, given: Given, graph: Graph, kind: Kind, other: Kind, link: Link, name: str
) -> None:
    first, second, third = (given.record(other, name=f"Nummer {number}") for number in range(3))
    record_id = add(graph, kind, "Bijzonder", LinkField(link, other), first, second)
    path = f"{address(kind, record_id)}/wijzigen"
    form = builder.get(path)
    assert ONE in form.text
    assert set(as_it_came(form)[name]) == {first, second}
    kept = builder.post(path, data=as_it_came(form) | {"description": ["Uitleg."]})
    assert kept.status_code == 303
    assert ends(graph, record_id, link) == {first, second}

    more = builder.post(path, data=as_it_came(builder.get(path)) | {name: [first, second, third]})
    assert more.status_code == 400
    assert ONE in more.text
    assert set(as_it_came(more)[name]) == {first, second, third}
    assert ends(graph, record_id, link) == {first, second}

    fewer = builder.post(path, data=as_it_came(builder.get(path)) | {name: [second]})
    assert fewer.status_code == 303
    assert ends(graph, record_id, link) == {second}
    form = builder.get(path)
    assert ONE not in form.text
    assert as_it_came(form)[name] == [second]
    refused = builder.post(path, data=as_it_came(form) | {name: [first, second]})
    assert refused.status_code == 400
    assert ends(graph, record_id, link) == {second}


def test_a_search_in_a_field_that_holds_two_keeps_both(builder: FlaskClient, given: Given) -> None:
    goals = [given.goal(name=f"Doel {number}") for number in range(14)]
    part = builder.get(f"/beheer/kiezen/Goal/parent?parent={goals[0]}&parent={goals[1]}&parent-zoek=doel+5").text
    assert 'type="radio"' not in part
    assert part.count(" checked") == 2
    assert ONE in part
