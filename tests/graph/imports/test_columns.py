"""What a cell says is remembered, and that changes nothing about what it says."""

from __future__ import annotations

import pytest

from graph.imports import columns, profile
from graph.imports.columns import Reader
from graph.imports.refusals import RowRefused
from tests.graph.imports.conftest import REGISTER

CELLS = ("Stichting De Kas", "Kas", "Groen", "Team 1", "Groen", "2016", "Eenmalig", "€ 15.000", "10.358,00")


def reader() -> Reader:
    return Reader(profile.load("subsidy-register"), tuple(REGISTER.split(";")))


def test_a_row_says_the_same_when_it_is_read_again_and_when_much_was_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "MOST_REMEMBERED", 2)
    again = reader()
    for number in range(20):
        cells = (*CELLS[:5], str(2000 + number % 4), CELLS[6], f"€ {number % 5}.000", str(number % 3))
        assert again.read(cells) == reader().read(cells)
        assert again.read(cells).values["year"] == 2000 + number % 4


def test_the_same_text_is_read_by_the_column_it_stands_in() -> None:
    found = reader().read((*CELLS[:5], "2016", "2016", "2016", "2016")).values
    assert (found["year"], found["periodicity"], found["asked"]) == (2016, "2016", 2016.0)


def test_what_is_no_amount_is_refused_each_time_and_a_value_that_says_nothing_says_nothing_each_time() -> None:
    again = reader()
    for _ in range(2):
        with pytest.raises(RowRefused):
            again.read((*CELLS[:8], "veel"))
        assert "recipient" not in again.read(("(Particulier)", *CELLS[1:])).values
