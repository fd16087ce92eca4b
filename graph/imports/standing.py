"""What stands in the graph and no sheet changes: an adopted framework, a keeper, a contact person, a first day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from graph import keepers
from graph.imports import chunks
from graph.imports.finding import PRESENT, keys_by_kind
from graph.imports.refusals import Fault, RowRefused
from graph.model import FrameworkState, Kind, Link
from graph.properties import Reason
from graph.query import Read
from graph.values import to_python

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.imports.chunks import TieNow
    from graph.imports.drafts import Draft, Named, Tied
    from graph.imports.finding import Key, RecordThere
    from graph.imports.known import Known
    from graph.imports.profile import Profile
    from graph.rights import Actor
    from graph.store import Graph, Transaction


@dataclass(frozen=True, slots=True)
class Contact:
    """The contact person of an initiative."""

    id: str
    source_key: str | None


OTHER_CONTACT = Read("imports/other_contact", Contact)


class Standing:
    """Rows are held against the graph while the file is looked through; each record is asked for once."""

    def __init__(self, graph: Graph, actor: Actor, profile: Profile, known: Known) -> None:
        """Nothing was asked yet."""
        self._graph, self._actor, self._profile, self._known = graph, actor, profile, known
        self._adopted: dict[str, bool] = {}
        self._keepers: dict[str, str | None] = {}
        self._contacts: dict[str, str] = {}
        self._contacts_left: set[tuple[str, str]] = set()

    def must_allow(self, draft: Draft) -> None:
        """Raise RowRefused when the row asks for what is settled already, or for two contact persons."""
        if draft.main.kind == Kind.CRITERION:
            for named in draft.named:
                if named.kind == Kind.ASSESSMENT_FRAMEWORK and self._is_adopted(named):
                    raise RowRefused(named.part, Fault.ADOPTED, named.properties["name"])
        contacts: dict[str, str] = {}
        for tie in draft.ties:
            if tie.link == Link.KEEPS:
                keeper = self._keeper(tie.end)
                if keeper is not None and keeper not in self._known.candidates(tie.start):
                    raise RowRefused(tie.start.part, Fault.KEPT, tie.start.properties["name"])
            if tie.link == Link.CONTACT_FOR:
                self._must_be_the_contact(tie, contacts)
            if tie.ends and "until" in tie.properties and "since" not in tie.properties:
                self._must_have_begun(tie, tie.ends)
        self._contacts |= contacts

    def _must_have_begun(self, tie: Tied, column: str) -> None:
        """A row that says only until when may end no link before the day on which that is known to begin."""
        until = tie.properties["until"]
        for found in self._there(tie):
            if any(to_python(each.properties.get("until")) == until for each in found):
                continue  # the period that the row speaks of is over already
            for each in found:
                since = to_python(each.properties.get("since"))
                if each.properties.get("until") is None and since and since > until:
                    raise RowRefused(column, Reason.TOO_EARLY, until.isoformat())

    def _must_be_the_contact(self, tie: Tied, contacts: dict[str, str]) -> None:
        """An initiative has one contact person: not two in one file, and none besides the present one.

        A row that says until when somebody was it makes room for another, in the rows after it. `contacts` are those of
        this row, which count for other rows only when all of it can be written.
        """
        names = self._one(tie.start)
        if "until" in tie.properties:
            if self._ends_what_lasts(tie):
                self._contacts_left |= {(tie.end.key, each) for each in (tie.start.key, *names)}
            if self._contacts.get(tie.end.key) == tie.start.key:
                del self._contacts[tie.end.key]
            return
        column = self._profile.records[tie.start.part].each or tie.start.part
        if tie.start.key != contacts.get(tie.end.key, self._contacts.get(tie.end.key, tie.start.key)):
            raise RowRefused(column, Fault.TWO_CONTACTS, tie.start.properties["name"])
        for each in self._graph.read(_other_contacts, tie, self._one(tie.end), names):
            if self._contacts_left.isdisjoint({(tie.end.key, each.id), (tie.end.key, each.source_key or "")}):
                raise RowRefused(column, Fault.OTHER_CONTACT, tie.start.properties["name"])
        contacts[tie.end.key] = tie.start.key

    def _ends_what_lasts(self, tie: Tied) -> bool:
        """Whether the row speaks of a period that lasts, and not of one before it (`graph.imports.periods`)."""
        since = tie.properties.get("since")
        for found in self._there(tie):
            for each in found:
                begun = to_python(each.properties.get("since"))
                if each.properties.get("until") is None and (since is None or begun in {None, since}):
                    return True
        return False

    def _there(self, tie: Tied) -> Iterator[list[TieNow]]:
        """The links of that type which the graph has, for each two records that the row may mean."""
        for start, end in product(self._known.candidates(tie.start), self._known.candidates(tie.end)):
            yield self._graph.read(_links, tie.link, start, end)

    def _one(self, named: Named) -> list[str]:
        """The id of the record that `named` is found to be; none when it may be several."""
        found = self._known.candidates(named)
        return found if len(found) == 1 else []

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


def _links(tx: Transaction, link: str, start_id: str, end_id: str) -> list[TieNow]:
    return chunks.TIE_VALUES.all(tx, type=link, start_id=start_id, end_id=end_id)


def _other_contacts(tx: Transaction, tie: Tied, ids: list[str], contact_ids: list[str]) -> list[Contact]:
    return OTHER_CONTACT.all(tx, key=tie.end.key, ids=ids, contact_key=tie.start.key, contact_ids=contact_ids)


def present(tx: Transaction, key: Key, others: list[str]) -> tuple[RecordThere, ...]:
    """The records with this source key, or with one of the `others` as id."""
    return PRESENT.one(tx, keys=keys_by_kind([key]), ids=others).records
