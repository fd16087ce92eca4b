"""What stands in the graph and is not changed by a sheet: an adopted framework, and a record that somebody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import keepers
from graph.imports import chunks
from graph.imports.refusals import Fault, RowRefused
from graph.model import FrameworkState, Kind, Link

if TYPE_CHECKING:
    from graph.imports.chunks import RecordThere
    from graph.imports.drafts import Draft, Named
    from graph.imports.known import Known
    from graph.rights import Actor
    from graph.store import Graph, Transaction


class Standing:
    """Rows are held against the graph while the file is looked through; each record is asked for once."""

    def __init__(self, graph: Graph, actor: Actor, known: Known) -> None:
        """Nothing was asked yet."""
        self._graph, self._actor, self._known = graph, actor, known
        self._adopted: dict[str, bool] = {}
        self._keepers: dict[str, str | None] = {}

    def must_allow(self, draft: Draft) -> None:
        """Raise RowRefused when the row asks for what is settled already."""
        if draft.main.kind == Kind.CRITERION:
            for named in draft.named:
                if named.kind == Kind.ASSESSMENT_FRAMEWORK and self._is_adopted(named):
                    raise RowRefused(named.part, Fault.ADOPTED, named.properties["name"])
        for tie in draft.ties:
            if tie.link == Link.KEEPS:
                keeper = self._keeper(tie.end)
                if keeper is not None and keeper not in self._known.candidates(tie.start):
                    raise RowRefused(tie.start.part, Fault.KEPT, tie.start.properties["name"])

    def _is_adopted(self, named: Named) -> bool:
        if named.key not in self._adopted:
            there = self._graph.read(present, (named.kind, named.key), self._known.candidates(named))
            states = {each.properties.get("framework_state") for each in there}
            self._adopted[named.key] = not states <= {FrameworkState.DRAFT}
        return self._adopted[named.key]

    def _keeper(self, kept: Named) -> str | None:
        """The id of who keeps the record that `kept` names; None when nobody does, or it is not known which it is."""
        if kept.key not in self._keepers:
            found = self._known.candidates(kept)
            now = (
                self._graph.read(keepers.of_record, actor=self._actor, record_id=found[0]) if len(found) == 1 else None
            )
            self._keepers[kept.key] = now.keeper.id if now and now.keeper else None
        return self._keepers[kept.key]


def present(tx: Transaction, key: chunks.Key, others: list[str]) -> tuple[RecordThere, ...]:
    """The records with this source key, or with one of the `others` as id."""
    return chunks.PRESENT.one(tx, keys=chunks.keys_by_kind([key]), ids=others).records
