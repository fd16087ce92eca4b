"""Lists count exactly up to 1,000, and say `meer dan` beyond that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.filtering import select
from app.formatting import counted

if TYPE_CHECKING:
    from flask import Flask


def test_up_to_a_thousand_is_exact_and_more_is_more(app: Flask) -> None:
    with app.test_request_context("/initiatieven"):
        assert [str(counted(each)) for each in (0, 24, 1_000, 1_001, 100_000)] == [
            "0",
            "24",
            "1.000",
            "meer dan 1.000",
            "meer dan 1.000",
        ]


def test_the_choices_of_a_filter_count_the_same_way(app: Flask) -> None:
    with app.test_request_context("/initiatieven"):
        options = select("thema", "Thema", "Alle", [("a", "Groen", 1_001), ("b", "Water", 3), ("c", "Lucht", None)])
    assert [words for _, words in options.options] == ["Alle", "Groen (meer dan 1.000)", "Water (3)", "Lucht"]
