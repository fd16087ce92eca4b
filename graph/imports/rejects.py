"""The file of rows that were not written: the row as it was, with line, column, reason and value in front."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from graph.cells import harmless
from graph.imports.refusals import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from graph.imports.refusals import Rejected

FEW = 200
LONGEST_CELL = 5_000


class RejectsFile:
    """A CSV file that Dutch Excel opens well; made when the first row is rejected. Keeps the first few in memory."""

    def __init__(self, path: Path | None, headings: Sequence[str]) -> None:
        """Write to `path`, or to nothing."""
        self.path = path
        self.count = 0
        self.first: list[Rejected] = []
        self._headings = headings
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, rejected: Rejected, because: str) -> None:
        """Write one row; `because` is the reason in words. Raises Refused when the file cannot be written."""
        self.count += 1
        if len(self.first) < FEW:
            self.first.append(rejected)
        if self.path is None:
            return
        try:
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8-sig", newline="")
                self._write(["regel", "kolom", "reden", "waarde", *self._headings])
            self._write([str(rejected.line), rejected.column, because, rejected.value, *rejected.cells])
        except OSError as error:
            raise Refused(Refusal.NO_REJECTS, path=self.path) from error

    def _write(self, cells: list[str]) -> None:
        if self._file:
            safe = [harmless(cell[:LONGEST_CELL]).replace("\x00", "") for cell in cells]
            csv.writer(self._file, delimiter=";").writerow(safe)
