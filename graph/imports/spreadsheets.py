"""Read an Excel or OpenDocument file: first whether it is safe to unpack, then its first sheet with something in it.

The reader (calamine) builds the whole rectangle of a sheet in memory, so one cell in the far corner would cost
gigabytes. That is why the parts are read once before it, in a stream, with a limit on all they can become. (A sheet of
the old kind, .xls, ends at 65,536 rows of 256 columns, which is within that limit.)
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import python_calamine

from graph.imports.delimited import EVERY, Line, Told, untold
from graph.imports.reading import as_text
from graph.imports.refusals import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 2_000
MOST_BYTES = 400_000_000
HIGHEST_RATIO = 200
SMALL = 1_000_000
MOST_CELLS = 20_000_000
ROWS_OF_A_SHEET = 1_048_576
COLUMNS_OF_A_SHEET = 16_384

# Where a cell or a row says it stands, however it is written; and the cells themselves, which need not say it.
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})0*(\d{1,7})["']""")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d{5,})"')
LONGEST_TAG = 65_536
_PART = 1 << 20


def lines(path: Path, told: Told = untold) -> Iterator[Line]:
    """The rows of the first sheet that has any, the headings first; raises Refused.

    `told` hears now and then how many rows are read, and of how many.
    """
    if zipfile.is_zipfile(path):
        must_be_safe(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            first = sheet.start[0] if sheet.start else 0
            found = False
            for number, row in enumerate(sheet.iter_rows(), start=1):
                if number % EVERY == 0:
                    told(number, sheet.height)
                cells = tuple(map(as_text, row))
                if any(cells):
                    found = True
                    yield Line(first + number, cells)
            if found:
                return
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise Refused(Refusal.NOT_READABLE) from error


def must_be_safe(path: Path) -> None:
    """Raise Refused when the file unpacks to far more than it is, holds entities, or claims a huge sheet."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise Refused(Refusal.BOMB)
            names = {part.filename for part in parts}
            # Not a binary workbook (.xlsb): what its sheets claim cannot be read before the reader takes it.
            if not ({"xl/workbook.xml", "content.xml"} & names):
                raise Refused(Refusal.NOT_A_TABLE)
            left = MOST_BYTES
            for part in parts:
                left -= _read_through(archive, part, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused(Refusal.NOT_READABLE) from error


def _read_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    size, rows, columns, unplaced, before = 0, 0, 0, 0, b""
    with archive.open(part) as stream:
        while data := stream.read(_PART):
            size += len(data)
            if size > left or (size > SMALL and size > HIGHEST_RATIO * max(part.compress_size, 1)):
                raise Refused(Refusal.BOMB)
            # Whole tags only; a tag that is longer than any of a sheet is looked at in parts.
            window = before + data
            end = window.rfind(b">") + 1
            whole = len(window) - end < LONGEST_TAG
            window, before = (window[:end], window[end:]) if whole else (window, window[-200:])
            if part.filename.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in window or b"<!ENTITY" in window):
                raise Refused(Refusal.NOT_READABLE)
            if _REPEATED.search(window) and part.filename == "content.xml":
                _must_be_few_repeats(window)
            # A sheet may have any name: the workbook says which part it is.
            places = _PLACE.findall(window)
            unplaced += len(_CELL.findall(window)) - sum(1 for letters, _ in places if letters)
            for letters, row in places:
                columns = max(columns, _column(letters))
                rows = max(rows, int(row))
    # Cells that do not say where they stand come behind each other, at worst in one row.
    columns += min(max(unplaced, 0), COLUMNS_OF_A_SHEET)
    if rows * columns > MOST_CELLS:
        raise Refused(Refusal.TOO_LARGE)
    return size


def _must_be_few_repeats(window: bytes) -> None:
    """LibreOffice repeats empty rows to the end of the sheet (about a million); more is not its doing."""
    if any(int(times) > ROWS_OF_A_SHEET for times in _REPEATED.findall(window)):
        raise Refused(Refusal.TOO_LARGE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
