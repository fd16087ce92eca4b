"""What the values of one row cannot be beside each other: the same that the forms refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import clock
from graph.decisions import rules
from graph.imports.refusals import Fault
from graph.model import Kind
from graph.properties import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def faults(kind: Kind, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every property that cannot be so beside the others, with the reason."""
    if kind is Kind.DECISION:
        yield from rules.faults(values)
    elif kind is Kind.COMMITMENT:
        yield from _commitment(values)
    elif kind is Kind.CONTRIBUTION:
        yield from _contribution(values)
    elif kind is Kind.INTERACTION:
        yield from _ahead(values, "happened_on", "next_done_on")
    elif kind is Kind.ASSESSMENT:
        yield from _assessment(values)


def _ahead(values: Mapping[str, Any], *names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        if values.get(name) and values[name] > clock.today():
            yield name, Reason.IN_FUTURE


def _commitment(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _ahead(values, "made_on", "kept_on")
    kept, made = values.get("kept_on"), values.get("made_on")
    if kept and made and kept < made:
        yield "kept_on", Reason.BEFORE_MADE
    if kept and not values.get("evidence"):
        yield "evidence", Reason.MISSING


def _contribution(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("amount_asked", "amount_granted"):
        if values.get(name, 0) < 0:
            yield name, Fault.BELOW_ZERO
    asked, refused = values.get("asked_on"), values.get("refused_on")
    for name in ("granted_on", "refused_on"):
        if asked and values.get(name) and values[name] < asked:
            yield name, Reason.BEFORE_ASKED
    if refused and (values.get("granted_on") or values.get("amount_granted")):
        yield "refused_on", Reason.GIVEN


def _assessment(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _ahead(values, "decided_on", "told_on")
    if values.get("told_on") and not (values.get("decided_on") and values.get("outcome")):
        yield "told_on", Reason.NOT_DECIDED
