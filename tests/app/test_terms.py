"""The pages on which a term is agreed, and put right when it was written down wrong."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from graph import clock, commitments
from graph.commitments import NewTerm
from graph.model import CommitmentKind, Kind
from graph.rights import SYSTEM, Role
from tests.app.hidden import as_it_came
from tests.app.sign_in import sign_in
from tests.app.test_commitments import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from tests.given import Given

THERE = "Dit staat er nu:"


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """The day the screens show."""
    with clock.at(dt.datetime(2026, 11, 10, 12, tzinfo=dt.UTC)):
        yield


def agreed(given: Given, made_on: dt.date, due: dt.date, **named: object) -> str:
    named = {"name": "Het plein schoonmaken", "commitment_kind": CommitmentKind.AGREEMENT} | named
    record_id = given.record(Kind.COMMITMENT, made_on=made_on, **named)  # type: ignore[arg-type]
    given.graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=record_id, term=NewTerm(due))
    return record_id


def way_to_correct(page: str) -> str:
    found = re.search(r'href="(/afspraken/[\w-]+/termijnen/[\w-]+/verbeteren)"', page)
    assert found is not None
    return found[1]


def test_a_term_that_was_agreed_by_phone_before_the_old_one_passed_is_in_time(
    builder: FlaskClient, given: Given
) -> None:
    initiative = given.initiative(name="Opfleuren Duinplein")
    record_id = agreed(given, dt.date(2026, 10, 1), dt.date(2026, 11, 5), given_to=[initiative])
    assert "Het plein schoonmaken" in builder.get("/vandaag").text
    path = f"/afspraken/{record_id}/termijn"
    form = as_it_came(builder.get(path))
    assert form["set_on"] == ["10-11-2026"]
    sent = form | {"on": ["1-12-2026"], "reason": ["Op 3 november gebeld."]}
    for wrong, sentence in (
        ("", "Dit is nog leeg. Vul een datum in."),
        ("11-11-2026", "Deze dag moet nog komen."),
        ("30-9-2026", "Deze dag ligt vóór de dag van de afspraak."),
    ):
        refused = builder.post(path, data=sent | {"set_on": [wrong]})
        assert refused.status_code == 400
        assert sentence in refused.text
    assert builder.post(path, data=sent | {"set_on": ["3-11-2026"]}).status_code == 303
    page = builder.get(f"/afspraken/{record_id}").text
    assert "dagen te laat" not in text_of(page)
    assert "Afgesproken op 3 november 2026" in text_of(page)
    assert "dagen te laat" not in text_of(builder.get(f"/initiatieven/{initiative}").text)
    assert ";Loopt nog;" in builder.get("/afspraken.csv").text
    too_early = as_it_came(builder.get(path)) | {"on": ["1-1-2027"], "reason": ["Vorst."], "set_on": ["2-11-2026"]}
    refused = builder.post(path, data=too_early)
    assert refused.status_code == 400
    assert "Toen gold de vorige termijn nog niet." in refused.text


def test_a_typing_mistake_is_put_right_and_history_tells_what_stood_there(builder: FlaskClient, given: Given) -> None:
    initiative = given.initiative(name="Opfleuren Duinplein")
    record_id = agreed(given, dt.date(2026, 1, 5), dt.date(2026, 1, 12), given_to=[initiative])
    page = f"/afspraken/{record_id}"
    assert "dagen te laat" in text_of(builder.get(page).text)
    path = way_to_correct(builder.get(page).text)
    form = as_it_came(builder.get(path))
    assert (form["on"], form["set_on"]) == (["12-01-2026"], ["05-01-2026"])
    right = form | {"on": ["12-1-2027"]}
    unsaid = builder.post(path, data=right)
    assert unsaid.status_code == 400
    assert "Schrijf wat er verkeerd was." in unsaid.text
    assert 'value="12-1-2027"' in unsaid.text
    same = builder.post(path, data=form | {"reason": ["Niets."]})
    assert same.status_code == 400
    assert "Dit staat er al zo." in same.text
    done = builder.post(path, data=right | {"reason": ["Het jaar was verkeerd getypt."]})
    assert (done.status_code, done.location) == (303, page)
    for shown in (page, f"{page}?op=2026-06-01", f"/initiatieven/{initiative}", "/vandaag"):
        assert "dagen te laat" not in text_of(builder.get(shown).text), shown
    assert "Vóór 12 januari 2027" in text_of(builder.get(f"{page}?op=2026-06-01").text)
    assert "/verbeteren" not in builder.get(f"{page}?op=2026-06-01").text
    history = text_of(builder.get(f"{page}/geschiedenis").text)
    assert "Termijn verbeterd" in history
    for words in ("12 januari 2026", "12 januari 2027", "Het jaar was verkeerd getypt."):
        assert words in history
    builder.post("/uitloggen")
    public = builder.get(page).text
    assert "Vóór 12 januari 2027" in text_of(public)
    for hidden in ("12 januari 2026", "Het jaar was verkeerd getypt.", "/verbeteren"):
        assert hidden not in public


def test_what_was_kept_late_by_a_typing_mistake_was_kept_in_time(builder: FlaskClient, given: Given) -> None:
    kept = {"kept_on": dt.date(2026, 9, 18), "evidence": "Een foto."}
    record_id = agreed(given, dt.date(2026, 1, 5), dt.date(2026, 1, 12), **kept)
    page = f"/afspraken/{record_id}"
    assert "Te laat nagekomen" in builder.get(page).text
    path = way_to_correct(builder.get(page).text)
    sent = as_it_came(builder.get(path)) | {"on": ["12-1-2027"], "reason": ["Het jaar was verkeerd getypt."]}
    assert builder.post(path, data=sent).status_code == 303
    assert "Te laat nagekomen" not in builder.get(page).text


def test_the_second_who_corrects_sees_what_the_first_wrote(builder: FlaskClient, given: Given) -> None:
    record_id = agreed(given, dt.date(2026, 1, 5), dt.date(2026, 1, 12))
    path = way_to_correct(builder.get(f"/afspraken/{record_id}").text)
    older = as_it_came(builder.get(path)) | {"reason": ["Het jaar was verkeerd getypt."]}
    assert builder.post(path, data=older | {"on": ["12-1-2027"]}).status_code == 303
    late = builder.post(path, data=older | {"on": ["12-2-2026"]})
    assert late.status_code == 409
    assert "12-01-2027" in late.text.partition(THERE)[2].partition("</ul>")[0]
    assert 'value="12-2-2026"' in late.text


def test_a_term_of_another_agreement_is_not_there(builder: FlaskClient, given: Given) -> None:
    one, other = (agreed(given, dt.date(2026, 1, 5), dt.date(2026, 1, 12)) for _ in range(2))
    path = way_to_correct(builder.get(f"/afspraken/{one}").text).replace(one, other)
    assert builder.get(path).status_code == 404
    assert builder.post(path, data={"version": "1", "on": "12-1-2027", "reason": "Jaar."}).status_code == 404
