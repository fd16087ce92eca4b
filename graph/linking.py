"""One link more, or one less, beside what a record has: what a button does, where a form sends the whole set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import links, records
from graph.errors import NotFound
from graph.links import LinkField, Tie
from graph.model import Kind, Link

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

PARTNERS = LinkField(Link.PARTNERS_IN, Kind.ORGANISATION, outgoing=False)
GOALS = LinkField(Link.CONTRIBUTES_TO, Kind.GOAL)
THEMES = LinkField(Link.HAS_THEME, Kind.THEME)


def add(tx: Transaction, *, actor: Actor, initiative_id: str, field: LinkField, other_id: str) -> bool:
    """Lay the link from today on; False when it was there. Raises NotAllowed, NotFound, Invalid, Conflict."""
    present = _present(tx, actor, initiative_id, field)
    if other_id in present:
        return False
    _make(tx, actor, initiative_id, field, [*present, other_id])
    return True


def end(tx: Transaction, *, actor: Actor, initiative_id: str, field: LinkField, other_id: str) -> bool:
    """End the link today; False when there was none. Raises NotAllowed, NotFound, Conflict."""
    present = _present(tx, actor, initiative_id, field)
    if other_id not in present:
        return False
    _make(tx, actor, initiative_id, field, [each for each in present if each != other_id])
    return True


def _present(tx: Transaction, actor: Actor, initiative_id: str, field: LinkField) -> list[str]:
    if records.read(tx, actor=actor, record_id=initiative_id).kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    found = links.of_record(tx, record_id=initiative_id, types=[field.link])
    return [each.other_id for each in found if (each.outgoing, each.other_kind) == (field.outgoing, field.other)]


def _make(tx: Transaction, actor: Actor, initiative_id: str, field: LinkField, others: list[str]) -> None:
    version = records.read(tx, actor=actor, record_id=initiative_id).version
    ties = {field: [Tie(each) for each in others]}
    records.change(tx, actor=actor, record_id=initiative_id, version=version, properties={}, ties=ties)
