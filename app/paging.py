"""Pages of a list: which there are, and the address of each with the filters kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from flask import request

from app.addresses import same_page
from graph.counting import MOST_COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Row = TypeVar("Row")

PAGE_SIZE = 25
LAST_PAGE = 10_000
# A file is read from the graph so many rows at a time, and holds no more than this: what Excel makes in some seconds.
ROWS_AT_ONCE = 5_000
MOST_IN_FILE = 100_000


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `page` (from 1) of `total` rows, `size` to a page."""

    page: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1; where there are more rows than were counted, one more than this one."""
        known = max(1, -(-self.total // self.size))
        return max(known, self.page + 1) if self.total == MOST_COUNTED + 1 else known

    @property
    def skip(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * self.size

    @property
    def window(self) -> list[int]:
        """The page numbers worth showing: the first, the last, and those around this one."""
        near = {1, self.pages, *range(self.page - 2, self.page + 3)}
        return sorted(number for number in near if 1 <= number <= self.pages)

    def url(self, page: int) -> str:
        """The address of another page, with the same filters."""
        return same_page(pagina=page)


def asked_page() -> int:
    """The page in the address, clamped to what can be."""
    text = request.args.get("pagina", "1")
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 10 else 1  # noqa: PLR2004


def every_row(read: Callable[[int, int], Sequence[Row]]) -> Iterator[Row]:
    """All rows of a list, for a file: `read(skip, limit)` gives some of them, in the order of the list."""
    for skip in range(0, MOST_IN_FILE, ROWS_AT_ONCE):
        some = read(skip, ROWS_AT_ONCE)
        yield from some
        if len(some) < ROWS_AT_ONCE:
            return
