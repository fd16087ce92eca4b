"""A filter with very many choices offers those that hold most, and a field to look for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.filtering import MANY, OFFERED, Select, select

if TYPE_CHECKING:
    from flask import Flask

MUCH = [(f"id-{number}", f"Thema {number:04d}", number) for number in range(1_000)]


def _made(app: Flask, query: str, choices: list[tuple[str, str, int | None]] | None = None) -> Select:
    with app.test_request_context(f"/initiatieven{query}"):
        return select("thema", "Thema", "Alle thema’s", choices or list(MUCH))


def test_few_choices_are_offered_whole(app: Flask) -> None:
    made = _made(app, "", list(MUCH[:MANY]))
    assert made.search is None
    assert len(made.options) == MANY + 1


def test_of_many_choices_those_that_hold_most_are_offered_in_their_order(app: Flask) -> None:
    made = _made(app, "")
    assert [value for value, _ in made.options] == ["", *(f"id-{number}" for number in range(1_000 - OFFERED, 1_000))]
    assert made.search is not None
    assert (made.search.found, made.search.total) == (1_000, 1_000)


def test_words_look_among_all_choices(app: Flask) -> None:
    made = _made(app, "?thema-zoek=++THEMA+0012")
    assert made.options[1:] == (("id-12", "Thema 0012 (12)"),)
    assert made.search is not None
    assert (made.search.text, made.search.found) == ("THEMA 0012", 1)


def test_what_was_chosen_is_always_offered_and_named(app: Flask) -> None:
    made = _made(app, "?thema=id-3&thema-zoek=onvindbaar")
    assert [value for value, _ in made.options] == ["", "id-3"]
    assert made.words == "Thema 0003"
    assert made.search is not None
    assert made.search.found == 0
