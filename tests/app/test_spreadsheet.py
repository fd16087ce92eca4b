"""CHECK 13: what people wrote never becomes a formula."""

import io

import pytest
from python_calamine import CalamineWorkbook

from app.spreadsheet import csv_file, excel_file, harmless


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


def test_csv_is_as_dutch_excel_opens_it() -> None:
    body = csv_file("lijst", ["naam", "bedrag"], [["=1+1", 2.5], ["Café", None]]).get_data()
    assert body.decode("utf-8-sig") == "naam;bedrag\r\n'=1+1;2.5\r\nCafé;\r\n"
    assert body.startswith(b"\xef\xbb\xbf")


def test_excel_holds_texts_to_the_letter() -> None:
    body = excel_file("lijst", ["naam"], [["=1+1"], ["+31 6"], ["http://example.org"]]).get_data()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0)
    assert sheet.to_python() == [["naam"], ["=1+1"], ["+31 6"], ["http://example.org"]]
