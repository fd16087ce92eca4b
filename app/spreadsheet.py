"""CSV and Excel for people: no cell is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import xlsxwriter
from flask import Response

from graph.cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table_file(form: str, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A download in the form that the address asks for: `csv`, else Excel."""
    make = csv_file if form == "csv" else excel_file
    return make(name, columns, rows)


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A download as Dutch Excel opens it: semicolons, UTF-8 with BOM."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return _download(f"\ufeff{text.getvalue()}".encode(), "text/csv; charset=utf-8", f"{name}.csv")


def excel_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A download in which every text is a text."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in row])
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _download(buffer.getvalue(), kind, f"{name}.xlsx")


def _download(body: bytes, kind: str, file_name: str) -> Response:
    """`file_name` is one of ours: letters, digits and hyphens."""
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
