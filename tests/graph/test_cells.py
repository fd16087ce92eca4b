"""CHECK 13: what people wrote never becomes a formula."""

from __future__ import annotations

import pytest

from graph.cells import harmless


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\x00=1",
        "＝1+1",
        "＠SUM(A1)",
        "\n=HYPERLINK()",
    ],
)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["+31 6", "+31 6 1234 5678", "-15", "Plein 1945", "a=b", "", "3 + 4", "(070) 123"])
def test_other_texts_come_back_unchanged(text: str) -> None:
    assert harmless(text) == text
