"""Two people change the same thing: who is second sees what the first wrote, before anything is written over it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from graph import assessments, clock, commitments, consents, records, submissions
from graph.assessments import CriterionText
from graph.commitments import NewTerm
from graph.consents import Channel, Consent
from graph.decisions import acts
from graph.ids import new_id
from graph.invitations import meetings
from graph.links import LinkField, Tie
from graph.model import Basis, Kind, Link, Outcome, Purpose
from graph.rights import SYSTEM, Role
from tests.app.hidden import as_it_came
from tests.app.sign_in import sign_in
from tests.graph.assessments.weighing import adopted, begun, draft, filled

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

MAIL, CALL = Channel.MAIL, Channel.TELEPHONE
THERE = "Dit staat er nu:"


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


def there_now(page: str) -> str:
    """What the page says that somebody else wrote."""
    return page.partition(THERE)[2].partition("</ul>")[0]


def version(graph: Graph, record_id: str) -> int:
    return graph.read(records.read, actor=SYSTEM, record_id=record_id).version


def asked_for(page: str) -> list[str]:
    return re.findall(r'name="kiezen" value="(\w+)"', page)


def test_a_nought_is_not_lost_to_who_left_the_amount_empty(builder: FlaskClient, given: Given, graph: Graph) -> None:
    gift = given.contribution(name="Subsidie voor zaad", contribution_kind="money", amount_asked=500.0)
    path = f"/bijdragen/{gift}/wijzigen"
    older = as_it_came(builder.get(path))
    first = older | {"amount_granted": ["0"], "reason": ["De regeling is op."]}
    assert builder.post(path, data=first).status_code == 303
    asked = builder.post(path, data=older | {"name": ["Subsidie voor bloemzaad"]})
    assert asked.status_code == 409
    assert asked_for(asked.text) == ["amount_granted", "reason"]
    assert re.search(r'name="kies-amount_granted" value="hun" checked', asked.text)
    assert builder.post(path, data=as_it_came(asked)).status_code == 303
    stored = graph.read(records.read, actor=SYSTEM, record_id=gift).properties
    assert (stored["name"], stored["amount_granted"]) == ("Subsidie voor bloemzaad", 0.0)
    assert stored["reason"] == "De regeling is op."


def agreed(purpose: Purpose, *channels: Channel, source: str = "gesprek") -> list[Consent]:
    day = dt.date(2026, 1, 1)
    return [Consent(purpose, each, Basis.CONSENT, source, day) for each in channels]


@pytest.fixture
def resident(given: Given, graph: Graph) -> str:
    """Who may be mailed and called for invitations, and mailed for news."""
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    say(graph, person, *agreed(Purpose.INVITATION, MAIL, CALL), *agreed(Purpose.NEWS, MAIL))
    return person


def say(graph: Graph, person: str, *wanted: Consent) -> None:
    seen = version(graph, person)
    graph.write(consents.replace, actor=SYSTEM, person_id=person, version=seen, consents=wanted)


def may(graph: Graph, person: str) -> set[tuple[str, str, str | None]]:
    found = graph.read(consents.of_person, actor=SYSTEM, person_id=person)
    return {(each.purpose, each.channel, each.source) for each in found}


def test_a_consent_that_was_withdrawn_stays_so_unless_somebody_chooses_otherwise(
    builder: FlaskClient, resident: str, graph: Graph
) -> None:
    path = f"/personen/{resident}/toestemming"
    older = as_it_came(builder.get(path)) | {"invitation-source": ["brief"]}
    say(graph, resident)
    asked = builder.post(path, data=older)
    assert asked.status_code == 409
    assert asked_for(asked.text) == ["invitation", "news"]
    for words in (
        "Nee;",
        "Ja, de persoon gaf toestemming; E-mail, Telefoon; Hoe weten wij dit? brief",
    ):
        assert words in asked.text
    assert re.search(r'name="kies-invitation" value="hun" checked', asked.text)
    assert may(graph, resident) == set()

    chosen = as_it_came(asked)
    left_out = {name: values for name, values in chosen.items() if name != "kies-invitation"}
    again = builder.post(path, data=left_out)
    assert again.status_code == 400
    assert "Kies bij elk veld een van de twee." in again.text
    assert asked_for(again.text) == ["invitation", "news"]
    assert builder.post(path, data=chosen).status_code == 303
    assert may(graph, resident) == set()


def test_the_stricter_consent_is_chosen_beforehand_and_the_other_can_be_taken(
    builder: FlaskClient, resident: str, graph: Graph
) -> None:
    path = f"/personen/{resident}/toestemming"
    older = as_it_came(builder.get(path)) | {"invitation-channels": ["mail"]}
    say(graph, resident, *agreed(Purpose.INVITATION, MAIL, CALL, source="aan de deur"), *agreed(Purpose.NEWS, MAIL))
    asked = builder.post(path, data=older)
    assert asked_for(asked.text) == ["invitation"]
    assert re.search(r'name="kies-invitation" value="mijn" checked', asked.text)
    assert "aan de deur" in asked.text
    assert builder.post(path, data=as_it_came(asked) | {"kies-invitation": ["hun"]}).status_code == 303
    assert may(graph, resident) == {
        ("invitation", "mail", "aan de deur"),
        ("invitation", "telephone", "aan de deur"),
        ("news", "mail", "gesprek"),
    }


def test_only_the_purpose_that_was_changed_meanwhile_is_asked(
    builder: FlaskClient, resident: str, graph: Graph
) -> None:
    path = f"/personen/{resident}/toestemming"
    older = as_it_came(builder.get(path))
    say(graph, resident, *agreed(Purpose.INVITATION, MAIL, CALL))
    mine = older | {"invitation-channels": ["mail"]}
    asked = builder.post(path, data=mine)
    assert asked_for(asked.text) == ["news"]
    assert builder.post(path, data=as_it_came(asked)).status_code == 303
    assert may(graph, resident) == {("invitation", "mail", "gesprek")}


def test_a_refused_form_of_consents_stays_of_the_version_it_was_of(
    builder: FlaskClient, resident: str, graph: Graph
) -> None:
    path = f"/personen/{resident}/toestemming"
    older = as_it_came(builder.get(path))
    say(graph, resident)
    refused = builder.post(path, data=older | {"invitation-channels": []})
    assert refused.status_code == 400
    assert as_it_came(refused)["version"] == older["version"]


def test_the_second_who_weighs_sees_the_answers_of_the_first(builder: FlaskClient, given: Given, graph: Graph) -> None:
    adopted(given, "Past het bij een doel?", "Is het veilig?")
    case = begun(given, given.initiative())
    path = f"/afwegingen/{case}/invullen"
    older = as_it_came(builder.get(path))
    theirs = filled(given, case, Outcome.PARTLY, motivation="Het plein is te klein.", asked_on=None, decided_on=None)
    only = dict(list(theirs.answers.items())[1:])
    written = assessments.Draft(outcome=theirs.outcome, motivation=theirs.motivation, answers=only)
    graph.write(assessments.save, actor=SYSTEM, assessment_id=case, version=1, draft=written)
    mine = older | {"motivation": ["Wij helpen graag."], "antwoord_1": ["yes"], "asked_on": ["12-01-2026"]}
    late = builder.post(path, data=mine)
    assert late.status_code == 400
    there = there_now(late.text)
    for words in ("Uitkomst", "Het plein is te klein.", "Antwoord op vraag 2", "Dat past goed."):
        assert words in there
    for words in ("Antwoord op vraag 1", "Wanneer vroeg"):
        assert words not in there
    assert "Wij helpen graag." in late.text
    assert builder.post(path, data=as_it_came(late)).status_code == 303
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=case)
    assert page.case.motivation == "Wij helpen graag."


def test_the_second_who_writes_a_criterion_sees_the_first(builder: FlaskClient, given: Given, graph: Graph) -> None:
    framework = draft(given, "Past het?")
    (criterion,) = graph.read(assessments.version_page, actor=SYSTEM, framework_id=framework).criteria
    path = f"/afwegingskader/{framework}/criteria/{criterion.id}"
    older = as_it_came(builder.get(path))
    named = {"framework_id": framework, "criterion_id": criterion.id, "version": 1}
    graph.write(assessments.change_criterion, actor=SYSTEM, **named, text=CriterionText("Past het hier?", "Uitleg"))
    refused = builder.post(path, data=older | {"name": [""]})
    assert as_it_came(refused)["version"] == ["1"]
    late = builder.post(path, data=older | {"name": ["Past het bij een doel?"]})
    assert late.status_code == 400
    assert "Past het hier?" in there_now(late.text)
    assert 'value="Past het bij een doel?"' in late.text
    assert builder.post(path, data=as_it_came(late)).status_code == 303


def test_who_records_that_a_framework_was_adopted_sees_what_changed(
    builder: FlaskClient, given: Given, graph: Graph
) -> None:
    framework, body = draft(given, "Past het?"), given.record(Kind.BODY, name="Gemeenteraad")
    path = f"/afwegingskader/{framework}/vaststellen"
    older = as_it_came(builder.get(path)) | {"body": [body]}
    named = {"record_id": framework, "version": version(graph, framework)}
    graph.write(records.change, actor=SYSTEM, **named, properties={"url": "https://besluit.example"})
    refused = builder.post(path, data=older | {"adopted_on": ["31-02-2026"]})
    assert as_it_came(refused)["version"] == older["version"]
    late = builder.post(path, data=older)
    assert late.status_code == 400
    assert "https://besluit.example" in there_now(late.text)
    assert builder.post(path, data=as_it_came(late) | {"url": ["https://besluit.example"]}).status_code == 303


def test_the_second_who_decides_sees_what_was_decided(builder: FlaskClient, given: Given, graph: Graph) -> None:
    decision = given.record(Kind.DECISION, decision_kind="question", asked_on=dt.date(2026, 8, 14))
    here = f"/besluiten/{decision}"
    older, stopping = as_it_came(builder.get(f"{here}/besluit")), as_it_came(builder.get(f"{here}/terugdraaien"))
    taken = {"decided_on": dt.date(2026, 8, 20), "outcome": "Het mag.", "reason": "Er is plek."}
    graph.write(acts.decide, actor=SYSTEM, decision_id=decision, version=1, **taken)

    refused = builder.post(f"{here}/besluit", data=older | {"outcome": ["Het mag niet."]})
    assert refused.status_code == 400
    assert as_it_came(refused)["version"] == older["version"]
    mine = older | {"outcome": ["Het mag niet."], "reason": ["Er is geen plek."]}
    late = builder.post(f"{here}/besluit", data=mine)
    assert late.status_code == 409
    for words in ("Het mag.", "Er is plek.", "20-08-2026"):
        assert words in there_now(late.text)
    assert 'value="Het mag niet."' in late.text
    undone = builder.post(f"{here}/terugdraaien", data=stopping | {"because": ["Een vergissing."]})
    assert undone.status_code == 409
    assert "Het mag." in there_now(undone.text)


def test_the_second_who_says_that_it_was_kept_sees_the_first(builder: FlaskClient, given: Given, graph: Graph) -> None:
    agreement = given.record(Kind.COMMITMENT, commitment_kind="agreement", made_on=dt.date(2026, 2, 17))
    named = {"actor": SYSTEM, "commitment_id": agreement}
    graph.write(commitments.add_first_term, **named, term=NewTerm(dt.date(2026, 5, 1)))
    here = f"/afspraken/{agreement}"
    term, kept = as_it_came(builder.get(f"{here}/termijn")), as_it_came(builder.get(f"{here}/nagekomen"))
    later = NewTerm(dt.date(2026, 7, 1), "De ploeg was ziek.")
    graph.write(commitments.add_term, **named, version=1, term=later)
    second = builder.post(f"{here}/termijn", data=term | {"on": ["01-08-2026"], "reason": ["Het strand."]})
    assert second.status_code == 409
    for words in ("01-07-2026", "De ploeg was ziek."):
        assert words in there_now(second.text)
    done = {"kept_on": dt.date(2026, 4, 1), "evidence": "Een foto."}
    graph.write(commitments.keep, **named, version=2, **done)
    late = builder.post(f"{here}/nagekomen", data=kept | {"evidence": ["Een brief."]})
    assert late.status_code == 409
    for words in ("01-04-2026", "Een foto."):
        assert words in there_now(late.text)
    assert "Een brief." in late.text


def test_the_second_who_fills_in_a_gap_sees_what_filled_it(builder: FlaskClient, given: Given, graph: Graph) -> None:
    first, second = (given.person(name=name, person_kind="official") for name in ("Bram Bedacht", "Vera Verzonnen"))
    initiative = given.initiative(name="Plukroute")
    ties = {LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False): [Tie(first)]}
    named = {"actor": SYSTEM, "record_id": initiative, "version": 1}
    graph.write(records.change, **named, properties={"summary": "Appels voor wie loopt."}, ties=ties)
    sent = {"initiatief": initiative, "id": initiative, "version": "1"}
    late = builder.post("/aanvullen", data=sent | {"veld": "summary", "summary": "Peren."})
    assert late.status_code == 409
    assert "Appels voor wie loopt." in there_now(late.text)
    assert 'value="Peren."' in late.text
    late = builder.post("/aanvullen", data=sent | {"veld": "contact", "contact": second})
    assert late.status_code == 409
    assert "Bram Bedacht" in there_now(late.text)


def test_the_second_who_changes_a_question_sees_what_it_asks_now(builder: FlaskClient, given: Given) -> None:
    plants, trees = given.theme(name="Planten"), given.theme(name="Bomen")
    question_id = new_id()
    form = {"id": question_id, "vraag": "zonder-contactpersoon", "thema": plants, "naam": "Planten", "voor": "allen"}
    assert builder.post("/vragen", data=form).status_code == 303
    path = f"/vragen/{question_id}/wijzigen"
    older = as_it_came(builder.get(path))
    first = older | {"thema": [trees], "voor": ["mij"]}
    assert builder.post(path, data=first).status_code == 303
    late = builder.post(path, data=older | {"naam": ["Struiken"]})
    assert late.status_code == 409
    for words in ("Bomen", "Voor mij", "Planten"):
        assert words in there_now(late.text)
    assert 'value="Struiken"' in late.text


def test_the_second_who_calls_off_a_meeting_sees_the_reason_of_the_first(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    sign_in(client, given, Role.ORGANISER)
    meeting = graph.write(
        meetings.add,
        actor=SYSTEM,
        meeting_id=new_id(),
        name="Initiatieventafel",
        held_on=clock.today() + dt.timedelta(days=10),
        starts_at="19.30",
        place="De Schelp",
        seats=8,
        invitations=[],
    )
    graph.write(meetings.call_off, actor=SYSTEM, meeting_id=meeting, version=1, because="De zaal lekt.")
    late = client.post(f"/bijeenkomsten/{meeting}/afgelasten", data={"version": "1", "because": "Te weinig mensen."})
    assert late.status_code == 400
    assert "De Schelp (gaat niet door: De zaal lekt.)" in late.text
    assert 'value="Te weinig mensen."' in late.text


def test_the_second_who_ends_a_record_sees_the_day_of_the_first(
    builder: FlaskClient, given: Given, graph: Graph
) -> None:
    theme = given.theme(name="Groen")
    path = f"/themas/{theme}/beeindigen"
    older = as_it_came(builder.get(path))
    graph.write(records.end, actor=SYSTEM, record_id=theme, version=1, on=dt.date(2026, 3, 5))
    refused = builder.post(path, data=older | {"on": ["31-02-2026"]})
    assert refused.status_code == 400
    assert as_it_came(refused)["version"] == older["version"]
    late = builder.post(path, data=older)
    assert late.status_code == 409
    assert "05-03-2026" in there_now(late.text)
    assert f'value="{clock.today():%d-%m-%Y}"' in late.text


def test_an_initiator_does_not_propose_to_take_back_what_was_changed_meanwhile(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    els = given.person(name="Els Verzonnen")
    own = given.initiative(name="Plukroute", summary="Appels.", website="https://oud.example", initiating_people=[els])
    sign_in(client, given, Role.INITIATOR, person_id=els)
    path = f"/mijn-initiatief/{own}/wijzigen"
    older = as_it_came(client.get(path))
    changed = {"website": "https://nieuw.example", "summary": "Appels en peren."}
    seen = version(graph, own)
    graph.write(records.change, actor=SYSTEM, record_id=own, version=seen, properties=changed)
    mine = older | {"summary": ["Appels en noten."], "description": ["Langs het kanaal."]}
    assert client.post(path, data=mine).status_code == 303
    (waiting,) = graph.read(submissions.listing, actor=SYSTEM).rows
    assert waiting.submission.says.properties == {
        "summary": "Appels en noten.",
        "description": "Langs het kanaal.",
    }
