"""The sentences that say why two initiatives should meet."""

from __future__ import annotations

import pytest

from app.sentences import also, because, shared_wish, why
from graph.bridges.suggestions import COUNTED_TO, Reason
from graph.bridges.weights import Evidence


def reason(kind: Evidence, *, known: int | None = None) -> Reason:
    return Reason(kind=kind, id="x", name="Meer groen", part=0.5, known=known, ours="Meer bomen", note="Groenvisie")


def test_the_sentence_of_a_shared_goal_is_that_of_the_screens() -> None:
    told = why("De Kavel", "Tuin aan Zee", [reason(Evidence.GOAL, known=3)])
    assert told == (
        "De Kavel en Tuin aan Zee werken allebei aan het doel ‘Meer groen’. Bij ons bekend: 3 initiatieven. "
        "Wij zien nog geen contact tussen deze twee."
    )


def test_two_reasons_at_most() -> None:
    told = why("A", "B", [reason(Evidence.THEME, known=2), reason(Evidence.AREA), reason(Evidence.WORD)])
    assert "Zij zijn ook allebei actief in Meer groen." in told
    assert "schrijven" not in told


def test_what_was_not_counted_to_the_end_is_more_than() -> None:
    told = why("A", "B", [reason(Evidence.THEME, known=COUNTED_TO + 1)])
    assert f"meer dan {COUNTED_TO} initiatieven" in told


@pytest.mark.parametrize("kind", list(Evidence))
def test_every_kind_of_evidence_has_its_own_sentence(kind: Evidence) -> None:
    told = {because("A", "B", reason(each)) for each in Evidence} | {also(reason(each)) for each in Evidence}
    assert len(told) == 2 * len(Evidence)
    assert "Meer groen" in because("A", "B", reason(kind))


def test_what_both_groups_read_names_no_person() -> None:
    both = [reason(Evidence.PERSON, known=2), reason(Evidence.PARTNER, known=5)]
    assert "allebei samen met" in shared_wish(both)
    assert both[0].name not in shared_wish(both[:1])
