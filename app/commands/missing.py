"""Rows of `suggest --kind` for a likely partner, goal or theme, with the reason in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.likely_sentences import why
from graph import likely
from graph.bridges import suggestions
from graph.evaluation import projection
from graph.evaluation.missing import Missing
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.evaluation.splitting import Hide
    from graph.store import Graph


def rows(graph: Graph, hide: Hide, initiative_id: str | None, *, limit: int) -> Iterator[dict[str, Any]]:
    """What is likely for one initiative or for all, with the columns that bridges have."""
    seen = graph.read(projection.read, actor=SYSTEM)
    only = None if initiative_id is None else [initiative_id]
    known = {each.id: each.external_id for each in seen.initiatives}
    refused = graph.read(likely.refused)
    for each in Missing(seen, hide, refused=refused).each(limit=limit, only=only):
        yield {
            "initiative_id": each.initiative_id,
            "initiative_external_id": known[each.initiative_id],
            "initiative": each.initiative,
            "suggested_id": each.thing_id,
            "suggested_external_id": None,
            "suggested": each.thing,
            "score": round(each.score, 9),
            "reasons": why(each),
        }


def named(graph: Graph, text: str) -> str:
    """The id of the one initiative that is meant; raises ClickException."""
    found = graph.read(suggestions.find, actor=SYSTEM, text=text)
    if not found:
        message = f"There is no initiative with the id, external id or name {text!r}."
        raise click.ClickException(message)
    if len(found) > 1:
        message = f"{text!r} means {len(found)} initiatives; name one by its id: {', '.join(found)}"
        raise click.ClickException(message)
    return found[0]
