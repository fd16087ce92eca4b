"""What may be stored and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given as generated
from hypothesis import strategies

from graph.errors import Invalid
from graph.model import LINK, SHAPE, Kind, Link, Property
from graph.properties import Reason, checked, checked_link, checked_value, clean_text, mail_address, web_address


def test_a_name_with_cypher_in_it_is_kept_to_the_letter() -> None:
    name = "'}) DETACH DELETE n //"
    assert checked(Kind.INITIATIVE, {"name": name})["name"] == name


def test_a_record_without_its_name_is_refused() -> None:
    for given in ({}, {"name": ""}, {"name": " \t "}, {"name": "\u200b\ufeff"}, {"name": None}):
        with pytest.raises(Invalid) as refused:
            checked(Kind.GOAL, given, complete=True)
        assert (refused.value.field, refused.value.reason) == ("name", Reason.MISSING)


def test_a_change_that_does_not_name_the_name_is_accepted() -> None:
    assert checked(Kind.GOAL, {"description": "Meer groen."}) == {"description": "Meer groen."}


@pytest.mark.parametrize("field", ["id", "version", "created_at", "updated_at", "visibility", "role", "name) SET n.x"])
def test_what_only_the_graph_writes_and_what_nobody_knows_is_refused(field: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(Kind.INITIATIVE, {"name": "Bijenlint", field: "x"})
    assert refused.value.reason == Reason.UNKNOWN


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a\x00b", Reason.CONTROL_CHARACTER),
        ("a\rb", Reason.CONTROL_CHARACTER),
        ("a\nb", Reason.CONTROL_CHARACTER),
        ("a\ud800b", Reason.CONTROL_CHARACTER),
        ("a\u202eb", Reason.CONTROL_CHARACTER),
        ("a" * 301, Reason.TOO_LONG),
        ("a" * 1_000_000, Reason.TOO_LONG),
    ],
)
def test_check_17_texts_that_are_not_what_they_seem_are_refused(text: str, reason: Reason) -> None:
    with pytest.raises(Invalid) as refused:
        checked(Kind.INITIATIVE, {"name": text})
    assert refused.value.reason == reason


def test_a_story_may_have_lines_and_a_name_may_not() -> None:
    assert checked(Kind.INITIATIVE, {"description": "Eerst\r\ndan"}) == {"description": "Eerst\ndan"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "http://[",
        "ftp://example.org",
        'https://example.org/"onclick',
        "https://example.org\\@evil.example",
    ],
)
def test_check_12_only_http_and_https_addresses_are_accepted(address: str) -> None:
    with pytest.raises(Invalid):
        web_address("website", address)


def test_a_good_address_is_kept() -> None:
    assert (
        web_address("website", " https://bijenlint.example/kaart?wijk=1 ") == "https://bijenlint.example/kaart?wijk=1"
    )


@pytest.mark.parametrize(
    "address", ["carla", "a@b@c.nl", "carla@example.org\r\nBcc: all@example.org", "carla@localhost"]
)
def test_check_14_a_mail_address_is_one_address(address: str) -> None:
    with pytest.raises(Invalid):
        mail_address("email", address)


def test_choices_come_from_the_closed_set() -> None:
    assert checked(Kind.INITIATIVE, {"status": "running"}) == {"status": "running"}
    assert checked(Kind.INITIATIVE, {"status": ""}) == {"status": None}
    with pytest.raises(Invalid) as refused:
        checked(Kind.INITIATIVE, {"status": "sleeping"})
    assert refused.value.reason == Reason.NOT_A_CHOICE


def test_values_of_another_type_are_refused() -> None:
    for field, value in [
        ("started_on", "2026-01-01"),
        ("started_on", dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
        ("name", 5),
        ("channels", "https://example.org"),
        ("channels", ["nergens"]),
    ]:
        with pytest.raises(Invalid):
            checked(Kind.INITIATIVE, {field: value})


def test_numbers_are_finite_and_fit_the_database() -> None:
    assert checked(Kind.SUBSIDY_SCHEME, {"ceiling": 15_000}) == {"ceiling": 15_000.0}
    for value in (float("nan"), float("inf"), True, "15.000"):
        with pytest.raises(Invalid):
            checked(Kind.SUBSIDY_SCHEME, {"ceiling": value})
    with pytest.raises(Invalid):
        checked_link(LINK[Link.DERIVED_FROM].properties, {"page": 2**63})


@pytest.mark.parametrize(("field", "most"), [("longitude", 180), ("latitude", 90)])
def test_degrees_go_no_further_than_the_earth(field: str, most: float) -> None:
    for value in (-most, 0, most):
        assert checked(Kind.AREA, {field: value}) == {field: value}
    for value in (-most - 0.1, most + 0.1, 463_000):
        with pytest.raises(Invalid) as refused:
            checked(Kind.AREA, {field: value})
        assert (refused.value.field, refused.value.reason) == (field, Reason.NOT_DEGREES)


def test_a_link_has_its_own_properties_only() -> None:
    assert checked_link(LINK[Link.PARTNERS_IN].properties, {"role": " graaft "}) == {"role": "graaft"}
    with pytest.raises(Invalid):
        checked_link(LINK[Link.PARTNERS_IN].properties, {"since": "x"})


def test_one_value_can_be_checked_alone() -> None:
    name = SHAPE[Kind.THEME].property("name")
    assert checked_value(name, " Groen ") == "Groen"
    with pytest.raises(Invalid):
        checked_value(name, " ")
    with pytest.raises(KeyError):
        SHAPE[Kind.THEME].property("colour")


@generated(strategies.text())
def test_every_text_is_either_refused_or_stays_the_same_when_cleaned_again(text: str) -> None:
    try:
        once = clean_text("name", text, lines=False)
    except Invalid:
        return
    assert once is None or clean_text("name", once, lines=False) == once


@generated(
    strategies.sampled_from([each for shape in SHAPE.values() for each in shape.properties]), strategies.binary()
)
def test_no_value_makes_the_check_fail_in_another_way(known: Property, value: bytes) -> None:
    for given in (value, value.decode("utf-8", "surrogateescape"), {"a": value}, [value]):
        try:
            checked_value(known, given)
        except Invalid as refused:
            assert refused.field == known.name  # noqa: PT017 — not every value is refused
