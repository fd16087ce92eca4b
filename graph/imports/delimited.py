"""Read a CSV file, whatever its delimiter, encoding and mark; one line that cannot be read does not end the reading."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from graph.imports.refusals import Fault, Refusal, Refused, RowRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

Told = Callable[[int, int], None]

SAMPLE = 262_144
EVERY = 1_000
LONGEST_LINE = 2_000_000
LONGEST_FIELD = 200_000
DELIMITERS = ";,\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Excel reads and writes a first line that says what stands between the cells; it may be filled up with more of that.
_SAYS = re.compile(r"sep=([^\w\s\"]|\t)\1*[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE)
_HALF = 0.3
_FEW = 0.01


def untold(done: int, of: int) -> None:
    """Tell nobody how far the reading is."""
    del done, of


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the file: the line it ends on, its cells, and why it cannot be read, if it cannot."""

    number: int
    cells: tuple[str, ...]
    fault: RowRefused | None = None


class _Lines:
    """The lines of a text file; a line beyond all measure raises, after which reading goes on behind it."""

    def __init__(self, file: io.TextIOBase, tell: Callable[[], None]) -> None:
        self.file, self.tell = file, tell
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.file.readline(LONGEST_LINE)
        self.number += 1
        if self.number % EVERY == 0:
            self.tell()
        if not line:
            raise StopIteration
        if len(line) >= LONGEST_LINE and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = self.file.readline(LONGEST_LINE)
            raise RowRefused("", Fault.FIELD_TOO_LARGE)
        return line


def lines(path: Path, told: Told = untold) -> Iterator[Line]:
    """The records of the file, the headings first; raises Refused when it is no text.

    `told` hears now and then how many bytes are read, and of how many.
    """
    csv.field_size_limit(LONGEST_FIELD)
    encoding, size = encoding_of(path), path.stat().st_size
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline="") as file:
        sample = file.read(SAMPLE)
        said = _SAYS.match(sample)
        file.seek(0)
        source = _Lines(file, lambda: told(raw.tell(), size))
        if said:
            next(source)
        delimiter = said[1] if said else _delimiter(sample)
        reader = csv.reader(source, delimiter=delimiter, skipinitialspace=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except RowRefused as fault:
                yield Line(source.number, (), fault)
            except csv.Error as error:
                reason = Fault.FIELD_TOO_LARGE if "field larger" in str(error) else Fault.BROKEN_LINE
                yield Line(source.number, (), RowRefused("", reason))
            else:
                if any(cells):
                    yield Line(source.number, tuple(map(str.strip, cells)))


def encoding_of(path: Path) -> str:
    """The encoding of a text file: its mark, else UTF-8 where all of the sample is, else the likeliest one.

    Raises Refused when the file is empty or is no text.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if not sample.strip(b"\x00 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    zeros = sample.count(0) / len(sample)
    if zeros > _HALF:
        return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"
    control = sum(count for byte, count in Counter(sample).items() if byte < 32 and byte not in b"\t\n\r\x1a\x00")  # noqa: PLR2004
    if control / len(sample) > _FEW or zeros > _FEW:
        raise Refused(Refusal.BINARY)
    if _is_utf8(sample):
        return "utf-8" if _is_utf8_throughout(path) else "cp1252"
    best = from_bytes(sample, cp_isolation=["cp1252", "mac_roman", "cp850"]).best()
    return best.encoding if best else "cp1252"


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8_throughout(path: Path) -> bool:
    """A file of 200 MB can be ASCII in its first part and Windows-1252 further on."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                decoder.decode(part)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(sample: str) -> str:
    """The delimiter that gives the headings the most cells, and the lines after it the same number.

    csv.Sniffer guesses letters and points on Dutch registers, so we only try what occurs in practice.
    """
    best, most = ";", 0.0
    for candidate in DELIMITERS:
        try:
            rows = [
                row for row, _ in zip(csv.reader(io.StringIO(sample), delimiter=candidate), range(20), strict=False)
            ]
        except csv.Error:
            continue
        rows = [row for row in rows if any(row)]
        if not rows or len(rows[0]) < 2:  # noqa: PLR2004
            continue
        alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        score = len(rows[0]) * alike
        if score > most:
            best, most = candidate, score
    return best
