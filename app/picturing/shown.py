"""A picture as its page shows it: the legend, the list, the rows of the table, and the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from flask_babel import gettext, ngettext

from app.addresses import address
from app.formatting import number
from app.paging import Paging, asked_page
from app.picturing.drawing import CENTRE_SIZE, OTHER_SIZE, Dot, Stroke, drawing
from app.picturing.words import BRIDGE, BRIDGE_WORDS, LINK_WORDS, ORDER
from graph.model import Kind
from graph.network.picture import MOST_COUNTED

if TYPE_CHECKING:
    from graph.network.picture import Line, Node, Picture

ROWS = 15
INITIATIVE_SIZE = 27
# From this many nodes on a drawing is hard to read.
LARGE = 300


class View(Protocol):
    """What the address says about the picture, and where its links lead."""

    @property
    def hidden(self) -> frozenset[Kind]:
        """The kinds left out."""
        ...

    def toggled(self, kind: Kind) -> str:
        """What the address says of the kinds left out after one is switched."""
        ...

    def opening(self, record_id: str) -> str:
        """The address that shows more around a record."""
        ...

    def more(self, picture: Picture) -> Any | None:
        """The next larger picture (with its `url`), None when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class InLegend:
    """One kind in the legend: how many, whether it is shown, and what the address says after it is switched."""

    kind: Kind
    count: int
    on: bool
    without: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its two ends."""

    start: Node
    end: Node
    line: Line


class Shown:
    """What the templates read; the table and the drawing hold the same nodes and the same lines."""

    def __init__(self, picture: Picture, view: View) -> None:
        """Show `picture` as `view` asks."""
        self.picture = picture
        self.view = view
        ranked = sorted(picture.nodes, key=lambda node: (node != picture.centre, ORDER.index(node.kind)))
        self.nodes = [node for node in ranked if node == picture.centre or node.kind not in view.hidden]
        self.listed = ranked
        known = {node.id: node for node in self.nodes}
        place = {node.id: rank for rank, node in enumerate(ranked)}
        self.rows = sorted(
            (
                Row(known[line.start], known[line.end], line)
                for line in picture.lines
                if line.start in known and line.end in known
            ),
            key=lambda row: (not row.line.is_bridge, place[row.start.id], place[row.end.id], row.line.link or ""),
        )
        self.paging = Paging(asked_page(), len(self.rows), ROWS)
        self.page_rows = self.rows[self.paging.skip : self.paging.skip + ROWS]
        ends = {node.id for row in self.rows for node in (row.start, row.end)}
        self.alone = [node for node in self.nodes if node.id not in ends and node != picture.centre]

    @property
    def has_bridges(self) -> bool:
        """Whether a suggested bridge is drawn."""
        return any(row.line.is_bridge for row in self.rows)

    @property
    def is_large(self) -> bool:
        """Whether the drawing is hard to read for its size."""
        return len(self.picture.nodes) >= LARGE

    @property
    def first(self) -> Node:
        """The node that is chosen when the page opens."""
        return self.nodes[0]

    @property
    def first_lines(self) -> int:
        """How many lines that node has in this picture."""
        return sum(1 for row in self.rows if self.first in {row.start, row.end})

    @property
    def legend(self) -> list[InLegend]:
        """Every kind in the picture, also those that are left out now."""
        counts = {kind: sum(1 for node in self.picture.nodes if node.kind is kind) for kind in ORDER}
        return [
            InLegend(kind, count, kind not in self.view.hidden, self.view.toggled(kind))
            for kind, count in counts.items()
            if count
        ]

    @property
    def lead(self) -> str:
        """How much of everything is shown, and how it was chosen."""
        shown, total = self.picture.shown, self.picture.total
        if self.picture.is_capped:
            most = number(MOST_COUNTED)
            text = gettext("U ziet %(shown)s van meer dan %(most)s verbindingen.", shown=shown, most=most)
        elif shown >= total:
            if not total:
                return str(gettext("Bij ons zijn nog geen verbindingen bekend."))
            return str(ngettext("U ziet de enige verbinding.", "U ziet alle %(num)s verbindingen.", total))
        else:
            text = gettext("U ziet %(shown)s van de %(total)s verbindingen.", shown=shown, total=number(total))
        return f"{text} {gettext('Wij kozen wat het meest bijzonder is.')}"

    @property
    def drawing(self) -> dict[str, Any]:
        """The drawing as data. What is left out is there but hidden, so that the rest keeps its place."""
        dots = [self._dot(node) for node in self.listed]
        strokes = [Stroke(line.start, line.end, self.words(line), dotted=line.is_bridge) for line in self.picture.lines]
        return drawing(dots, strokes, centre=self.first.id)

    @property
    def larger(self) -> Any | None:
        """The next larger picture, None when there is none."""
        return self.view.more(self.picture)

    def expand(self, node: Node) -> str:
        """The address that shows more around a node; of the one in the middle that is the larger picture."""
        if node == self.picture.centre and self.larger:
            return str(self.larger.url)
        return self.view.opening(node.id)

    @staticmethod
    def words(line: Line) -> str:
        """How the line reads from its first to its second end."""
        return f"{BRIDGE}: {BRIDGE_WORDS}" if line.link is None else str(LINK_WORDS[line.link])

    def _dot(self, node: Node) -> Dot:
        size = CENTRE_SIZE if node == self.picture.centre else OTHER_SIZE
        if node.kind is Kind.INITIATIVE:
            size = max(size, INITIATIVE_SIZE)
        return Dot(
            id=node.id,
            kind=node.kind,
            label=node.name,
            url=address(node.kind, node.id),
            expand=self.expand(node),
            size=size,
            hidden=node.kind in self.view.hidden and node != self.picture.centre,
        )
