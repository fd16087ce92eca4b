"""Files of every kind and every kind of nonsense: read, or refused with one reason (checks 41, 42 and 43)."""

from __future__ import annotations

import datetime as dt
import io
import random
import resource
import socket
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from graph.imports import files, reading
from graph.imports.refusals import Fault, Refusal, Refused, RowRefused

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "naam;café;bedrag\nÉén;twee;3\n"


def rows(path: Path) -> list[tuple[str, ...]]:
    return [line.cells for line in files.open_table(path).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_check_43_any_encoding_and_delimiter_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "tabel.csv"
    path.write_bytes((TEXT * 1).replace(";", delimiter).encode(encoding))
    table = files.open_table(path)
    assert table.headings == ("naam", "café", "bedrag")
    assert rows(path) == [("Één", "twee", "3")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(("said", "delimiter"), [("sep=;", ";"), ("sep=,", ","), ("SEP=\t", "\t"), ("sep=^^^", "^")])
def test_the_line_by_which_excel_says_what_stands_between_cells_is_no_row(
    tmp_path: Path, encoding: str, said: str, delimiter: str
) -> None:
    path = tmp_path / "tabel.csv"
    path.write_bytes(f"{said}\r\n{TEXT.replace(';', delimiter)}".encode(encoding))
    table = files.open_table(path)
    assert table.headings == ("naam", "café", "bedrag")
    assert [(line.number, line.cells) for line in table.rows()] == [(3, ("Één", "twee", "3"))]


@pytest.mark.parametrize("text", ["sep=;soort\nDe Kas;tuin\n", "sep;soort\nDe Kas;tuin\n"])
def test_a_heading_that_looks_like_that_line_is_a_heading(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tabel.csv"
    path.write_text(text, encoding="utf-8")
    assert rows(path) == [("De Kas", "tuin")]


def test_a_file_of_that_line_alone_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "tabel.csv"
    path.write_text("sep=;\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is Refusal.EMPTY


def test_quotes_line_ends_and_blank_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "tabel.csv"
    path.write_bytes(b'naam;tekst\r\n\r\n"De ""Kas""";"eerste\r\ntweede; regel"\r\n')
    assert rows(path) == [('De "Kas"', "eerste\r\ntweede; regel")]


def test_a_short_row_is_filled_up_and_a_long_one_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "tabel.csv"
    path.write_text("a;b\n1\n1;2;3\n1;2;\n", encoding="utf-8")
    found = list(files.open_table(path).rows())
    assert [line.cells for line in found if not line.fault] == [("1", ""), ("1", "2")]
    assert [line.fault.reason for line in found if line.fault] == [Fault.TOO_MANY_CELLS]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\n\n  \n", Refusal.EMPTY),
        (bytes(range(256)) * 20, Refusal.BINARY),
        (b"%PDF-1.7\n...", Refusal.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, Refusal.NOT_A_TABLE),
        (b"PK\x03\x04 not a zip at all", Refusal.NOT_READABLE),
        (b'{"type": "Feature"', Refusal.NOT_GEOJSON),
        (b"[" * 100_000, Refusal.NOT_GEOJSON),
        (b'{"type": "FeatureCollection", "features": []}', Refusal.NO_ROWS),
        (b"a;a\n1;2\n", Refusal.HEADINGS_TWICE),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: Refusal) -> None:
    path = tmp_path / "iets.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is reason


@pytest.mark.parametrize("rest", [b"", b"\n" + b";".join([b"x"] * 100_000) + b"\n"])
def test_check_43_100_000_columns_are_refused(tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "breed.csv"
    path.write_bytes(b";".join(b"k%d" % number for number in range(100_000)) + rest)
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is Refusal.TOO_MANY_COLUMNS


def test_check_43_100_000_cells_under_two_headings_are_rejected_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "breed.csv"
    path.write_bytes(b"naam;tekst\neen;twee\n" + b";".join([b"x"] * 100_000) + b"\ndrie;vier\n")
    found = list(files.open_table(path).rows())
    assert [line.cells for line in found if not line.fault] == [("een", "twee"), ("drie", "vier")]
    assert [(line.number, line.fault.reason) for line in found if line.fault] == [(3, Fault.TOO_MANY_CELLS)]


def test_check_43_a_file_of_100_megabytes_is_read_a_line_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.write(b"naam;tekst\n")
        for number in range(10_000):
            file.write(b"rij %d;" % number + b"x" * 10_000 + b"\n")
        # What is no UTF-8 stands behind all that was looked at first.
        file.write("laatste;café\n".encode("cp1252"))
    assert path.stat().st_size > 100_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count, last = 0, ("", "")
    for line in files.open_table(path).rows():
        assert line.fault is None
        assert line.cells[0] in {f"rij {count}", "laatste"}
        count, last = count + 1, line.cells
    assert (count, last) == (10_001, ("laatste", "café"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_check_43_a_nul_in_the_middle_leaves_the_other_lines_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "nul.csv"
    path.write_bytes(b"naam;tekst\n" + b"een;twee\n" * 500 + b"dr\x00ie;vier\n" + b"vijf;zes\n" * 500)
    found = list(files.open_table(path).rows())
    assert [line.cells for line in found if line.number != 502] == [("een", "twee")] * 500 + [("vijf", "zes")] * 500
    assert [line.cells for line in found if line.number == 502] == [("dr\x00ie", "vier")]


def test_check_43_a_field_of_50_megabytes_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    path.write_bytes(b"naam;tekst\neen;twee\ndrie;" + b"x" * 50_000_000 + b"\nvier;vijf\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = list(files.open_table(path).rows())
    assert [line.cells for line in found if not line.fault] == [("een", "twee"), ("vier", "vijf")]
    assert [line.fault.reason for line in found if line.fault] == [Fault.FIELD_TOO_LARGE]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_the_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    path, told = tmp_path / "lang.csv", list[tuple[int, int]]()
    path.write_text("naam\n" + "x\n" * 20_000, encoding="utf-8")
    assert len(list(files.open_table(path).rows(lambda done, of: told.append((done, of))))) == 20_000
    assert {of for _, of in told} == {path.stat().st_size}
    done = [each for each, _ in told]
    assert len(done) == 20
    assert done == sorted(done)
    assert 0 < done[0] < done[-1] <= path.stat().st_size


def test_an_excel_file_is_read_as_people_typed_it(tmp_path: Path) -> None:
    path = tmp_path / "tabel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("leeg")
        sheet = book.add_worksheet("gegevens")
        sheet.write_row(0, 0, ["naam", "jaar", "bedrag", "dag"])
        sheet.write_row(1, 0, ["De Kas", 2016, 10358.5])
        sheet.write_datetime(1, 3, dt.datetime(2025, 12, 31), book.add_format({"num_format": "dd-mm-yyyy"}))  # noqa: DTZ001
    assert files.open_table(path).headings == ("naam", "jaar", "bedrag", "dag")
    assert rows(path) == [("De Kas", "2016", "10358.5", "2025-12-31")]


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b"0" * 300_000_000}, Refusal.BOMB),
        ({"xl/workbook.xml": b"", **{f"xl/{number}": b"" for number in range(100_000)}}, Refusal.BOMB),
        ({"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'}, Refusal.NOT_READABLE),
        ({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b'<c r="XFD1048576"><v>1</v></c>'}, Refusal.TOO_LARGE),
        ({"word/document.xml": b"<w/>"}, Refusal.NOT_A_TABLE),
        ({"xl/workbook.bin": b"\x83\x01", "xl/worksheets/sheet1.bin": b"\x81\x01"}, Refusal.NOT_A_TABLE),
    ],
    ids=["one to a thousand", "100,000 entries", "entities", "one cell in the corner", "a letter", "a binary workbook"],
)
def test_checks_41_and_42_bombs_and_entities_are_refused_soon(
    tmp_path: Path, parts: dict[str, bytes], reason: Refusal
) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(zipped(parts))
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(Refused) as refused:
        files.open_table(path)
    assert refused.value.reason is reason
    assert time.process_time() - began < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def sheet(tmp_path: Path) -> dict[str, bytes]:
    """The parts of a small Excel file."""
    path = tmp_path / "gewoon.xlsx"
    with xlsxwriter.Workbook(path) as book:
        made = book.add_worksheet("gegevens")
        made.write_row(0, 0, ["naam", "jaar"])
        made.write_row(1, 0, ["De Kas", 2016])
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Ten of ten of ten …: 10 to the power of 9 times three letters.
LAUGHS = "".join(
    f'<!ENTITY {after} "{f"&{name};" * 10}">' for name, after in zip("abcdefghi", "bcdefghij", strict=True)
)
PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
)


@pytest.mark.parametrize("name", PARTS)
def test_checks_41_and_42_laughs_and_entities_from_elsewhere_are_refused_in_every_part(
    tmp_path: Path, name: str
) -> None:
    parts, secret = sheet(tmp_path), tmp_path / "geheim.txt"
    far_down = random.Random(7).randbytes(600_000).hex()
    secret.write_text("kanarie", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0)
        fetched = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/kanarie.dtd"
        declared = {
            "laughs": f'<!DOCTYPE x [<!ENTITY a "lol">{LAUGHS}]>',
            "a file": f'<!DOCTYPE x [<!ENTITY j SYSTEM "{secret.as_uri()}">]>',
            "an address": f'<!DOCTYPE x [<!ENTITY j SYSTEM "{fetched}">]>',
            "a parameter": f'<!DOCTYPE x [<!ENTITY % j SYSTEM "{fetched}"> %j;]>',
            "a definition": f'<!DOCTYPE x SYSTEM "{fetched}">',
            "far down": f"<!--{far_down}--><!DOCTYPE x SYSTEM '{fetched}'>",
        }
        for what, doctype in declared.items():
            head, mark, rest = parts[name].partition(b"?>")
            content = head + mark + doctype.encode() + rest.replace(b">naam<", b">&j;<")
            path = tmp_path / "entiteiten.xlsx"
            path.write_bytes(zipped(parts | {name: content}))
            before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
            with pytest.raises(Refused) as refused:
                rows(path)
            assert refused.value.reason is Refusal.NOT_READABLE, what
            assert time.process_time() - began < 2, what
            assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000, what
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


def test_check_42_entities_in_another_encoding_are_refused(tmp_path: Path) -> None:
    parts = sheet(tmp_path)
    head, mark, rest = parts["xl/sharedStrings.xml"].decode().partition("?>")
    text = head.replace("UTF-8", "UTF-16") + mark + f'<!DOCTYPE x [<!ENTITY a "lol">{LAUGHS}]>' + rest
    path = tmp_path / "entiteiten.xlsx"
    path.write_bytes(zipped(parts | {"xl/sharedStrings.xml": text.replace(">naam<", ">&j;<").encode("utf-16")}))
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is Refusal.NOT_READABLE


def test_check_42_an_open_document_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "entiteiten.ods"
    content = f'<!DOCTYPE x [<!ENTITY a "lol">{LAUGHS}]><office:document-content>&j;</office:document-content>'
    path.write_bytes(zipped({"mimetype": b"application/vnd.oasis", "content.xml": content.encode()}))
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is Refusal.NOT_READABLE


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("sheet1.xml", FAR),
        ("sheet1.data", FAR),
        ("sheet1.xml", FAR.replace(b'"', b"'")),
        ("sheet1.xml", FAR.replace(b"XFD", b"xfd")),
        ("sheet1.xml", FAR.replace(b"<c r", b'<c s="' + b" " * 100_000 + b'" r')),
        ("sheet1.xml", b'<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'),
        ("sheet1.xml", b'<row r="2">' + b"<c><v>1</v></c>" * 16_000 + b'</row><row r="1048576"><c><v>1</v></c></row>'),
    ],
    ids=["plain", "another name", "other quotes", "small letters", "far off", "row and column apart", "no place"],
)
def test_check_41_a_huge_sheet_is_refused_however_it_is_written(tmp_path: Path, name: str, more: bytes) -> None:
    parts = sheet(tmp_path)
    first, end, last = parts.pop("xl/worksheets/sheet1.xml").partition(b"</sheetData>")
    links = parts["xl/_rels/workbook.xml.rels"].replace(b"sheet1.xml", name.encode())
    path = tmp_path / "hoek.xlsx"
    path.write_bytes(
        zipped(parts | {f"xl/worksheets/{name}": first + more + end + last, "xl/_rels/workbook.xml.rels": links})
    )
    with pytest.raises(Refused) as refused:
        rows(path)
    assert refused.value.reason is Refusal.TOO_LARGE


def test_check_41_a_sheet_of_any_name_is_read(tmp_path: Path) -> None:
    parts = sheet(tmp_path)
    parts["xl/worksheets/blad.data"] = parts.pop("xl/worksheets/sheet1.xml")
    links = parts["xl/_rels/workbook.xml.rels"].replace(b"sheet1.xml", b"blad.data")
    path = tmp_path / "anders.xlsx"
    path.write_bytes(zipped(parts | {"xl/_rels/workbook.xml.rels": links}))
    assert rows(path) == [("De Kas", "2016")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€ 15.000", 15_000),
        ("10.358,00", 10_358),
        ("10358.5", 10_358.5),
        ("€\u00a01.234.567,89", 1_234_567.89),
        ("5.000,-", 5_000),
        ("€ 5.000,--", 5_000),
        ("-5.000,-", -5_000),
        ("1.250,00-", -1_250),
        ("1250 -", -1_250),
        ("-12,5", -12.5),
        ("1.500", 1_500),
        ("0,00", 0),
        ("12 euro", 12),
    ],
)
def test_dutch_numbers_are_read(text: str, value: float) -> None:
    assert reading.number("bedrag", text) == pytest.approx(value)


NO_NUMBERS = ["twaalf", "1,2,3", "€", "1e5", "--3", "-3-", "-", ",-", "1,234.56", "1,234,567", "1.23,45", "9" * 40]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(RowRefused):
        reading.number("bedrag", text)


@pytest.mark.parametrize("text", ["31-12-2025", "31/12/2025", "2025-12-31", "31 december 2025", "31 dec. 2025"])
def test_dutch_dates_are_read(text: str) -> None:
    assert reading.day("dag", text) == dt.date(2025, 12, 31)


@pytest.mark.parametrize("text", ["31-02-2025", "12-31-2025", "gisteren", "2025"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(RowRefused):
        reading.day("dag", text)
