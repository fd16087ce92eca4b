"""CHECK 13: what people wrote never becomes a formula."""

import io

from python_calamine import CalamineWorkbook

from app.spreadsheet import csv_file, excel_file


def test_csv_is_as_dutch_excel_opens_it() -> None:
    body = csv_file("lijst", ["naam", "bedrag"], [["=1+1", 2.5], ["Café", None]]).get_data()
    assert body.decode("utf-8-sig") == "naam;bedrag\r\n'=1+1;2.5\r\nCafé;\r\n"
    assert body.startswith(b"\xef\xbb\xbf")


def test_excel_holds_texts_to_the_letter() -> None:
    body = excel_file("lijst", ["naam"], [["=1+1"], ["+31 6"], ["http://example.org"]]).get_data()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0)
    assert sheet.to_python() == [["naam"], ["=1+1"], ["+31 6"], ["http://example.org"]]
