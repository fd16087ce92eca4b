"""A file as a table: headings, and rows with their line numbers, whatever kind of file it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.imports import delimited, outlines, spreadsheets
from graph.imports.reading import normalised
from graph.imports.refusals import Fault, Refusal, Refused, RowRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.imports.delimited import Line, Told

MOST_COLUMNS = 1_000
MOST_BYTES = 2_000_000_000
_PART = 1 << 20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What people take for a table: pictures, documents, archives, programs.
_OTHER = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
)


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file and the way to read its rows again and again."""

    path: Path
    headings: tuple[str, ...]
    is_map: bool

    def rows(self, told: Told = delimited.untold) -> Iterator[Line]:
        """Every row, filled up to the number of headings; a row that is too long carries its fault.

        `told` hears now and then how far the reading is: so much, of so much.
        """
        source = _lines(self.path, told)
        next(source)
        width = len(self.headings)
        for line in source:
            if len(line.cells) == width:
                yield line
                continue
            extra = line.cells[width:]
            if any(extra):
                yield delimited.Line(line.number, line.cells, RowRefused("", Fault.TOO_MANY_CELLS, extra[0]))
            elif len(line.cells) < width and line.fault is None:
                yield delimited.Line(line.number, line.cells + ("",) * (width - len(line.cells)))
            else:
                yield delimited.Line(line.number, line.cells[:width], line.fault)


def open_table(path: Path) -> Table:
    """Look into the file at `path`; raises Refused when it is no table that we can read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        raise Refused(Refusal.NO_FILE, name=path.name) from error
    if size == 0 or not head.strip(b"\x00 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    if size > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    if head.startswith(_OTHER):
        raise Refused(Refusal.NOT_A_TABLE)
    source = _lines(path)
    first = next(source, None)
    if first is None:
        raise Refused(Refusal.EMPTY)
    if first.fault is not None:
        raise Refused(Refusal.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    headings = _trimmed(first.cells)
    if len(headings) > MOST_COLUMNS:
        raise Refused(Refusal.TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    known = [normalised(heading) for heading in headings if heading]
    if len(set(known)) < len(known):
        twice = next(heading for heading in headings if known.count(normalised(heading)) > 1)
        raise Refused(Refusal.HEADINGS_TWICE, heading=twice)
    return Table(path, headings, _is_map(path))


def checksum(path: Path) -> str:
    """SHA-256 of the file, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.hexdigest()


def _lines(path: Path, told: Told = delimited.untold) -> Iterator[Line]:
    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith((_ZIP, _OLE)):
        return spreadsheets.lines(path, told)
    if _is_map(path):
        return outlines.lines(path, told)
    return delimited.lines(path, told)


def _is_map(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[:width]
