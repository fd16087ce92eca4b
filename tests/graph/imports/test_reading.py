"""The first sentence of a story, as it becomes the one that everybody reads."""

from __future__ import annotations

import pytest

from graph.imports import reading


@pytest.mark.parametrize(
    ("story", "first"),
    [
        ("Een kas voor de wijk. En meer.", "Een kas voor de wijk."),
        ("Doe mee! Elke week.", "Doe mee!"),
        ("Kom je ook? ja graag.", "Kom je ook?"),
        ("Een kas\nvoor de wijk.", "Een kas"),
        ("Een kas voor de wijk", "Een kas voor de wijk"),
        ("Wij maken i.s.m. de school een tuin. Elke week.", "Wij maken i.s.m. de school een tuin."),
        ("Wij maken i.s.m. De School een tuin. Elke week.", "Wij maken i.s.m. De School een tuin."),
        ("Soep (o.a. Thaise) op straat. Elke week.", "Soep (o.a. Thaise) op straat."),
        ("St. Jansfeest op het plein", "St. Jansfeest op het plein"),
        ("Lezen met dhr. Jansen en mevr. De Wit. Elke week.", "Lezen met dhr. Jansen en mevr. De Wit."),
        ("Muziek van J. S. Bach op nr. 12. Elke week.", "Muziek van J. S. Bach op nr. 12. Elke week."),
        ("Open van ma. t/m. Vrijdag. Elke week.", "Open van ma. t/m. Vrijdag."),
        ("Spelen, koken enz. in de hal. Elke week.", "Spelen, koken enz. in de hal."),
        ("Kijk op kas.example. Daar staat alles.", "Kijk op kas.example."),
        ("Wij begonnen in 2024. Nu zijn wij met 30.", "Wij begonnen in 2024."),
    ],
)
def test_a_sentence_does_not_end_with_an_abbreviation(story: str, first: str) -> None:
    assert reading.sentence("omschrijving", story) == first


def test_a_sentence_without_end_is_cut_off_and_shows_it() -> None:
    for story in ("woord " * 100, "a. " * 40_000, "a" * 100_000, f"{'a' * 300}. En meer."):
        found = reading.sentence("omschrijving", story)
        assert len(found) <= reading.LONGEST_SENTENCE
        assert found.endswith("…")
