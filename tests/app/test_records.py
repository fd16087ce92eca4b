"""Making, changing, ending and removing records on the pages, as a browser without script does it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest

from app.addresses import FOLDER
from graph import clock, consents, ids, laws, links, records
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM, Role
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from graph.store import Graph
    from tests.given import Given


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


def now(graph: Graph, record_id: str) -> records.RecordNow:
    return graph.read(records.read, actor=SYSTEM, record_id=record_id)


def version(graph: Graph, record_id: str) -> dict[str, str]:
    return {"version": str(now(graph, record_id).version)}


def needed(given: Given, kind: Kind) -> dict[str, Any]:
    """What a kind asks for besides its name."""
    if kind is not Kind.ASSESSMENT:
        return {}
    return {
        "initiative": given.initiative(),
        "framework": given.record(Kind.ASSESSMENT_FRAMEWORK, framework_state="adopted"),
    }


def ends(graph: Graph, record_id: str, link: Link) -> list[tuple[str, dict[str, Any]]]:
    return [(each.other_id, each.properties) for each in graph.read(links.of_record, record_id=record_id, types=[link])]


def make(browser: FlaskClient, folder: str, **fields: Any) -> TestResponse:
    return browser.post(f"/{folder}/nieuw", data={"id": ids.new_id(), "name": "Bijenlint"} | fields)


def test_the_first_page_offers_every_kind(builder: FlaskClient) -> None:
    page = builder.get("/beheer/nieuw").text
    for folder in FOLDER.values():
        assert f'href="/{folder}/nieuw"' in page


@pytest.mark.parametrize("kind", list(FOLDER))
def test_every_kind_is_made_changed_ended_reopened_and_removed(
    builder: FlaskClient, graph: Graph, given: Given, kind: Kind
) -> None:
    folder, needs = FOLDER[kind], needed(given, kind)
    empty = builder.get(f"/{folder}/nieuw")
    assert empty.status_code == 200
    record_id = hidden(empty)["id"]
    made = builder.post(f"/{folder}/nieuw", data={"id": record_id, "name": "Heel bijzonder"} | needs)
    assert (made.status_code, made.location) == (303, f"/{folder}/{record_id}")
    assert now(graph, record_id).kind is kind
    assert now(graph, record_id).visibility is Visibility.DRAFT
    form = builder.get(f"/{folder}/{record_id}/wijzigen")
    assert "Heel bijzonder" in form.text
    changed = builder.post(f"/{folder}/{record_id}/wijzigen", data=hidden(form) | {"name": "Nog bijzonderder"} | needs)
    assert changed.status_code == 303, changed.text
    assert now(graph, record_id).properties["name"] == "Nog bijzonderder"
    if kind is not Kind.ASSESSMENT:  # that one is published once it was told
        shown = builder.post(f"/{folder}/{record_id}/zichtbaarheid", data={"zichtbaar": "published", "version": "2"})
        assert shown.status_code == 303
        assert (now(graph, record_id).visibility is Visibility.PUBLISHED) is (kind not in laws.INTERNAL)
    question = builder.get(f"/{folder}/{record_id}/beeindigen")
    on = re.findall(r'name="on"[^>]*value="([^"]+)"', question.text)[0]
    assert builder.post(f"/{folder}/{record_id}/beeindigen", data={**hidden(question), "on": on}).status_code == 303
    assert now(graph, record_id).properties["until"]
    again = builder.post(f"/{folder}/{record_id}/heropenen", data=version(graph, record_id))
    assert again.status_code == 303, again.text
    history = builder.get(f"/{folder}/{record_id}/geschiedenis")
    assert "<del>Heel bijzonder</del> → <ins>Nog bijzonderder</ins>" in history.text
    question = builder.get(f"/{folder}/{record_id}/verwijderen")
    assert builder.post(f"/{folder}/{record_id}/verwijderen", data=hidden(question)).status_code == 303
    assert builder.get(f"/{folder}/{record_id}/wijzigen").status_code == 404


@pytest.mark.parametrize("role", [None, Role.INITIATOR, Role.ORGANISER])
def test_check_20_who_may_not_edit_gets_nowhere_and_nothing_changes(
    client: FlaskClient, given: Given, graph: Graph, role: Role | None
) -> None:
    record_id = given.theme(name="Groen")
    if role:
        sign_in(client, given, role)
    before = now(graph, record_id)
    for rest in ("wijzigen", "beeindigen", "heropenen", "verwijderen", "zichtbaarheid"):
        sent = client.post(f"/themas/{record_id}/{rest}", data={"version": "1", "name": "X", "on": "1-1-2026"})
        assert sent.status_code in {403, 404}
    assert client.post("/themas/nieuw", data={"id": ids.new_id(), "name": "X"}).status_code in {403, 404}
    assert client.get(f"/themas/{record_id}/wijzigen").status_code in {302, 403}
    assert now(graph, record_id) == before


def test_check_22_fields_that_nobody_asked_are_ignored(builder: FlaskClient, graph: Graph) -> None:
    record_id = ids.new_id()
    extra = {"visibility": "published", "batch": "b", "created_at": "x", "role": "admin", "source_key": "s"}
    make(builder, "themas", id=record_id, **extra)
    made = now(graph, record_id)
    assert made.visibility is Visibility.DRAFT
    assert not {"batch", "role", "source_key"} & made.properties.keys()


def test_check_57_a_double_submit_makes_one_record(builder: FlaskClient, graph: Graph) -> None:
    record_id = ids.new_id()
    for _ in range(2):
        assert make(builder, "initiatieven", id=record_id).location == f"/initiatieven/{record_id}"
    assert now(graph, record_id).version == 1


def test_an_initiative_with_everything(builder: FlaskClient, given: Given, graph: Graph) -> None:
    theme, area, partner, contact = given.theme(), given.area(), given.organisation(), given.person()
    record_id = ids.new_id()
    made = make(
        builder,
        "initiatieven",
        id=record_id,
        summary="Bloemen langs de weg",
        themes=theme,
        areas=area,
        partners=partner,
        contact=contact,
        started_on="3 februari 2026",
        channels="https://social.example/bijen\r\n\r\nhttps://video.example/bijen",
        publiceer="ja",
        **{f"partners-eigen-{partner}": "zaait"},
    )
    assert made.status_code == 303, made.text
    stored = now(graph, record_id)
    assert stored.visibility is Visibility.PUBLISHED
    assert stored.properties["started_on"].isoformat() == "2026-02-03"
    assert stored.properties["channels"] == ["https://social.example/bijen", "https://video.example/bijen"]
    assert ends(graph, record_id, Link.HAS_THEME)[0][0] == theme
    assert ends(graph, record_id, Link.PARTNERS_IN)[0][1]["role"] == "zaait"
    assert ends(graph, record_id, Link.CONTACT_FOR)[0][0] == contact
    form = builder.get(f"/initiatieven/{record_id}/wijzigen").text
    assert 'value="03-02-2026"' in form
    assert 'value="zaait"' in form


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "  ", "Dit is nog leeg."),
        ("ended_on", "31-02-2027", "Deze dag bestaat niet."),
        ("website", "javascript:alert(1)", "Begin met https://"),
        ("website", " java\tscript:alert(1)", "een teken dat niemand ziet"),
        ("channels", "data:text/html,x", "Begin met https://"),
        ("email", "geen adres", "Dit is geen e-mailadres."),
        ("summary", "a\x01b", "een teken dat niemand ziet"),
        ("summary", "a\u202eb", "een teken dat niemand ziet"),
        ("name", "a" * 400, "te lang"),
        ("description", "a" * 200_000, "te lang"),
        ("status", "`} DETACH", "Kies iets uit de lijst."),
        ("themes", "geen-id", "bestaat niet meer"),
        ("themes", "01a20d9d-fc51-7712-af80-2bdee6e03e70", "bestaat niet meer"),
        ("partners-zoek", "Korf", "Kies een van de namen"),
    ],
)
def test_checks_12_and_17_what_does_not_fit_comes_back_beside_its_field(
    builder: FlaskClient, given: Given, graph: Graph, field: str, value: str, sentence: str
) -> None:
    for number in range(13):
        given.organisation(name=f"De Korf {number}")
    record_id = ids.new_id()
    answer = make(builder, "initiatieven", id=record_id, **{field: value})
    assert answer.status_code == 400
    assert sentence in html.unescape(answer.text)
    assert not graph.read(lambda tx: list(tx.run("MATCH (n:Record {id: $id}) RETURN n", id=record_id)))


def test_check_17_a_megabyte_is_refused(builder: FlaskClient) -> None:
    assert make(builder, "initiatieven", summary="a" * 1_000_000).status_code in {400, 413}


def test_a_place_that_is_not_in_degrees_is_refused(builder: FlaskClient) -> None:
    answer = make(builder, FOLDER[Kind.AREA], longitude="92000")
    assert (answer.status_code, "Dit zijn geen graden." in answer.text) == (400, True)


def test_check_17_nul_and_lone_surrogates_are_refused(builder: FlaskClient) -> None:
    for typed in ("%00", "%ED%A0%80"):
        data = f"id={ids.new_id()}&name=Bijenlint&summary=a{typed}b"
        answer = builder.post("/initiatieven/nieuw", data=data, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in {303, 400}
        assert builder.get(f"/beheer/lijkt-op/Initiative?name=bij{typed}").status_code in {200, 400}
        assert builder.get(f"/beheer/kiezen/Initiative/themes?themes-zoek=a{typed}").status_code in {200, 400}


def test_what_was_typed_stays_when_it_is_refused(builder: FlaskClient) -> None:
    answer = make(builder, "initiatieven", ended_on="31-02-2027", summary="Bloemen").text
    assert 'value="31-02-2027"' in answer
    assert 'value="Bloemen"' in answer


def test_without_script_a_name_is_searched_and_chosen(builder: FlaskClient, given: Given, graph: Graph) -> None:
    korf = given.organisation(name="Imkervereniging De Korf")
    for number in range(14):
        given.organisation(name=f"Bakker {number}")
    record_id = ids.new_id()
    found = make(builder, "initiatieven", id=record_id, zoek="partners", **{"partners-zoek": "korf"})
    assert found.status_code == 200
    assert f'value="{korf}"' in found.text
    assert "Bakker 3" not in found.text
    chosen = make(builder, "initiatieven", id=record_id, partners=korf)
    assert chosen.status_code == 303
    assert ends(graph, record_id, Link.PARTNERS_IN)[0][0] == korf


def test_with_script_the_names_come_as_one_types(builder: FlaskClient, given: Given) -> None:
    korf = given.organisation(name="Imkervereniging De Korf")
    kept = given.organisation(name="Bakker Bol")
    for number in range(14):
        given.organisation(name=f"Slager {number}")
    part = builder.get(f"/beheer/kiezen/Initiative/partners?partners={kept}&partners-zoek=korf").text
    assert f'value="{korf}"' in part
    assert re.search(f'value="{kept}" checked', part)
    for path in ("Initiative/nergens", "Initiative/name", "Nergens/partners", "Initiative/id"):
        assert builder.get(f"/beheer/kiezen/{path}").status_code == 404


@pytest.mark.parametrize("folder", ["initiatieven", "organisaties"])
def test_what_resembles_is_shown_first(builder: FlaskClient, given: Given, folder: str) -> None:
    kind = given.initiative if folder == "initiatieven" else given.organisation
    there = kind(name="Buurtmoestuin De Kavel")
    record_id = ids.new_id()
    asked = make(builder, folder, id=record_id, name="Buurt moestuin de Kavel")
    assert asked.status_code == 200
    assert f'href="/{folder}/{there}"' in asked.text
    assert "Toch toevoegen" in asked.text
    assert make(builder, folder, id=record_id, name="Buurt moestuin de Kavel", toch="ja").status_code == 303
    part = builder.get(
        f"/beheer/lijkt-op/{'Initiative' if folder == 'initiatieven' else 'Organisation'}?name=Buurtmoestuin+kavl"
    ).text
    assert there in part


def test_who_saw_an_older_version_chooses_which_text_stays(builder: FlaskClient, given: Given, graph: Graph) -> None:
    theme = given.theme(name="Groen")
    record_id = given.initiative(name="Bijenlint", summary="Oud", website="https://oud.example")
    graph.write(
        records.change,
        actor=SYSTEM,
        record_id=record_id,
        version=1,
        properties={"summary": "Van de ander", "website": "https://ander.example"},
        ties={LinkField(Link.HAS_THEME, Kind.THEME): [Tie(theme)]},
    )
    mine = {
        "version": "1",
        "name": "Bijenlint Noord",
        "summary": "<b>Van mij</b>",
        "website": "https://oud.example",
    }
    asked = builder.post(f"/initiatieven/{record_id}/wijzigen", data=mine)
    assert asked.status_code == 409
    assert "Kies welke tekst blijft" in asked.text
    assert "Van de ander" in asked.text
    assert "&lt;b&gt;Van mij" in asked.text
    assert re.findall(r'name="kiezen" value="(\w+)"', asked.text) == ["summary", "website", "themes"]
    assert re.search(r'name="kies-website" value="hun" checked', asked.text)
    again = mine | {"gezien": "2", "kiezen": ["summary", "website", "themes"]}
    missing = builder.post(f"/initiatieven/{record_id}/wijzigen", data=again)
    assert missing.status_code == 400
    assert "Kies bij elk veld" in missing.text
    answers = {"kies-summary": "mijn", "kies-website": "hun", "kies-themes": "hun"}
    settled = builder.post(f"/initiatieven/{record_id}/wijzigen", data=again | answers)
    assert settled.status_code == 303
    stored = now(graph, record_id).properties
    assert (stored["name"], stored["summary"], stored["website"]) == (
        "Bijenlint Noord",
        "<b>Van mij</b>",
        "https://ander.example",
    )
    assert ends(graph, record_id, Link.HAS_THEME)[0][0] == theme


def test_changes_to_different_fields_do_not_get_in_each_others_way(
    builder: FlaskClient, given: Given, graph: Graph
) -> None:
    record_id = given.theme(name="Groen")
    graph.write(records.show, actor=SYSTEM, record_id=record_id, version=1, visibility=Visibility.DRAFT)
    sent = builder.post(f"/themas/{record_id}/wijzigen", data={"version": "1", "name": "Groen en water"})
    assert sent.status_code == 303
    assert now(graph, record_id).properties["name"] == "Groen en water"


@pytest.mark.parametrize("rest", ["verwijderen", "beeindigen", "heropenen", "zichtbaarheid"])
def test_who_saw_an_older_version_is_asked_again(builder: FlaskClient, given: Given, graph: Graph, rest: str) -> None:
    record_id = given.theme(name="Groen")
    graph.write(records.change, actor=SYSTEM, record_id=record_id, version=1, properties={"name": "Groener"})
    before = now(graph, record_id)
    sent = {"version": "1", "on": "1-1-2026", "zichtbaar": "draft"}
    answer = builder.post(f"/themas/{record_id}/{rest}", data=sent)
    assert answer.status_code == 409
    assert "Groener" in answer.text
    assert now(graph, record_id) == before


def test_check_9_a_name_with_markup_stays_text_on_every_page(builder: FlaskClient, given: Given) -> None:
    name = "<img src=x onerror=alert(1)>\"'{{7*7}}"
    record_id = given.person(name=name)
    for rest in ("wijzigen", "beeindigen", "verwijderen", "geschiedenis", "toestemming"):
        page = builder.get(f"/personen/{record_id}/{rest}")
        assert page.status_code == 200
        assert "<img src=x" not in page.text
        assert "{{7*7}}" in html.unescape(page.text)


def test_a_goal_cannot_be_part_of_what_is_part_of_it(builder: FlaskClient, given: Given) -> None:
    top = given.goal(name="Opgave")
    low = given.goal(name="Subdoel", parent=top)
    answer = builder.post(f"/doelen/{top}/wijzigen", data={"version": "1", "name": "Opgave", "parent": low})
    assert answer.status_code == 400
    assert "Dit valt er zelf onder." in answer.text


def test_an_address_of_another_kind_is_not_found(builder: FlaskClient, given: Given) -> None:
    assert builder.get(f"/doelen/{given.theme()}/wijzigen").status_code == 404
    assert builder.get("/doelen/%00/wijzigen").status_code in {400, 404}


def test_a_new_status_holds_from_today(builder: FlaskClient, given: Given, graph: Graph) -> None:
    record_id = given.initiative(name="Bijenlint", status="idea")
    form = builder.get(f"/initiatieven/{record_id}/wijzigen")
    builder.post(f"/initiatieven/{record_id}/wijzigen", data={**hidden(form), "name": "Bijenlint", "status": "running"})
    stored = now(graph, record_id).properties
    assert (stored["status"], stored["status_since"]) == ("running", clock.today())


def test_what_a_person_may_be_contacted_for(builder: FlaskClient, given: Given, graph: Graph) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    page = builder.get(f"/personen/{person}/toestemming")
    assert "Dan benaderen wij niemand." in page.text
    assert page.text.count('<option value="no">Nee</option>') == 3
    answer = {"version": "1", "invitation-basis": "consent", "invitation-source": "gesprek"}
    without_channel = builder.post(f"/personen/{person}/toestemming", data=answer)
    assert without_channel.status_code == 400
    assert "Kies hoe u de persoon mag bereiken." in without_channel.text
    kept = builder.post(f"/personen/{person}/toestemming", data=answer | {"invitation-channels": ["mail", "post"]})
    assert kept.status_code == 303
    found = graph.read(consents.of_person, actor=SYSTEM, person_id=person)
    assert [(each.purpose, each.channel, each.source) for each in found] == [
        ("invitation", "mail", "gesprek"),
        ("invitation", "post", "gesprek"),
    ]
    old = builder.post(f"/personen/{person}/toestemming", data=answer | {"invitation-channels": "mail"})
    assert old.status_code == 409
    by_function = {"version": "2", "news-basis": "function", "news-channels": "mail"}
    assert builder.post(f"/personen/{person}/toestemming", data=by_function).status_code == 400


def test_a_no_of_who_is_in_a_function_is_kept_and_shown_with_its_day(builder: FlaskClient, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="representative", works_for_organisation=[given.organisation()])
    url = f"/personen/{person}/toestemming"
    page = builder.get(url)
    assert "Dan is de functie zelf de grond: wij mogen deze persoon uitnodigen, tot die nee zegt." in page.text
    assert "Dan benaderen wij niemand." not in page.text
    said = {"invitation-basis": "no", "invitation-given_on": "01-09-2026", "invitation-source": "mail van haar"}
    assert builder.post(url, data=hidden(page) | said).status_code == 303
    again = builder.get(url)
    choices = again.text.split('name="invitation-basis"')[1].split("</select>")[0]
    assert '<option selected value="no">Nee</option>' in choices
    assert "Niet gevraagd" not in choices
    assert 'value="01-09-2026"' in again.text
    assert 'value="mail van haar"' in again.text
    history = builder.get(f"/personen/{person}/geschiedenis").text
    assert "Nee gezegd tegen benaderen" in history
    assert "Uitnodigingen" in history
    tomorrow = {"version": "2", "news-basis": "no", "news-given_on": f"01-01-{clock.today().year + 1}"}
    refused = builder.post(url, data=tomorrow)
    assert refused.status_code == 400
    assert "Deze dag moet nog komen." in refused.text
