"""The dry run: what an import would do, chunk by chunk, with nothing written.

Not counted is what can only be seen when all is written: borders and parents of areas, and who stands in for whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.imports import chunks, corrections, look, writing
from graph.imports.writing import Counts
from graph.query import Read

if TYPE_CHECKING:
    from graph.imports.chunks import Plan
    from graph.imports.corrections import Corrected, Stays
    from graph.imports.known import Known
    from graph.imports.look import Look, Progress
    from graph.store import Graph, Transaction


@dataclass(frozen=True, slots=True)
class WordThere:
    """A word that initiatives mention already."""

    stem: str


WORDS = Read("imports/words", WordThere)


def dream(graph: Graph, seen: Look, known: Known, *, size: int, progress: Progress) -> tuple[Counts, list[Corrected]]:
    """What writing the file that was `seen` would count up to, and what of it would stay as people corrected it."""
    counts, dreamt, stems = Counts(), set[int](), set[str]()
    corrected: Stays = {}
    speak = look.may_speak(seen.contradicted)
    changed = bytearray(seen.rows)
    for tree in (False, True) if seen.profile.self_links else (False,):
        for chunk in writing.in_chunks(seen, 0, size, tree=tree):
            plan = graph.read(chunks.plan, chunk.drafts, known, may_speak=speak, tree=tree, dreamt=dreamt)
            corrections.note(corrected, plan.corrected)
            counts.add(_all_of(graph, plan, stems))
            if tree:
                counts.add(_moved(plan, changed))
            else:
                counts.add(Counts(plan.count("created"), plan.count("updated"), plan.count("unchanged")))
            for row, what in plan.rows.items():
                changed[row] |= what != "unchanged"
            progress("dream", chunk.next_row, seen.rows)
    return counts, list(corrected.values())


def _all_of(graph: Graph, plan: Plan, stems: set[str]) -> Counts:
    """The nodes and relationships of one chunk, with the words; `stems` grows by those that would be made."""
    said = [stem for _, found in writing.saying(plan) for stem in found]
    new = set(said) - stems
    new -= {each.stem for each in graph.read(_words, sorted(new))} if new else set()
    stems |= new
    return Counts(nodes=plan.nodes + len(new), relationships=plan.links + len(said))


def _words(tx: Transaction, stems: list[str]) -> list[WordThere]:
    return WORDS.all(tx, stems=stems)


def _moved(plan: Plan, changed: bytearray) -> Counts:
    """A row that only gets its place in the tree is updated, not unchanged."""
    moved = sum(what != "unchanged" and not changed[row] for row, what in plan.rows.items())
    return Counts(updated=moved, unchanged=-moved)
