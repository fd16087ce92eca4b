"""A ranking that starves a district or small initiatives is seen; one that gives everybody a turn is not blamed."""

from __future__ import annotations

import numpy as np
import pytest

from graph.evaluation import exposure
from graph.evaluation.exposure import NO_AREA, By
from graph.evaluation.projection import Hub, Initiative, Projection, Tie

ALL = [f"i{number}" for number in range(20)]
NORTH, SOUTH = ALL[:10], ALL[10:18]


def town() -> Projection:
    """Ten initiatives in the north, eight in the south, two nowhere; the first five of the north have a partner too."""
    ties = [
        *(Tie(each, "noord", "LOCATED_IN") for each in NORTH),
        *(Tie(each, "zuid", "LOCATED_IN") for each in SOUTH),
        *(Tie(each, "bakker", "PARTNERS_IN") for each in NORTH[:5]),
    ]
    hubs = (Hub("noord", "Noord", "area", 10), Hub("zuid", "Zuid", "area", 8), Hub("bakker", "De bakker", "partner", 5))
    return Projection(tuple(Initiative(each, each) for each in ALL), tuple(ties), hubs)


def shown_to(them: list[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([float(each in them) for each in ALL])


def test_everybody_alike_is_the_share_of_everybody() -> None:
    found = exposure.groups(town(), ALL, shown_to(ALL))
    assert all(each.ratio == pytest.approx(1) for each in found)
    assert not any(each.starved for each in found)
    assert {each.name: each.of_candidates for each in found if each.by is By.AREA} == {
        "Noord": pytest.approx(0.5),
        "Zuid": pytest.approx(0.4),
        NO_AREA: pytest.approx(0.1),
    }


def test_a_district_that_is_hardly_shown_is_starved() -> None:
    found = {each.name: each for each in exposure.groups(town(), ALL, shown_to([*NORTH, *ALL[18:], SOUTH[0]]))}
    assert found["Zuid"].starved
    assert found["Zuid"].ratio == pytest.approx((1 / 13) / 0.4)
    assert found["Noord"].starved is False


def test_small_initiatives_that_are_never_shown_are_starved() -> None:
    found = exposure.groups(town(), ALL, shown_to(NORTH[:5]))
    few = next(each for each in found if each.by is By.LINKS and each.name.startswith("few"))
    assert few.starved
    assert few.ratio == 0


def test_a_group_that_is_too_small_says_nothing() -> None:
    seen = town()
    lone = Projection(
        (*seen.initiatives, *(Initiative(f"x{number}", "x") for number in range(40))), seen.ties[:11], seen.hubs
    )
    names = [each.id for each in lone.initiatives]
    found = exposure.groups(lone, names, np.array([float(each != ALL[10]) for each in names]))
    south = next(each for each in found if each.name == "Zuid")
    assert south.ratio == 0
    assert south.starved is None


def test_a_thing_stands_where_the_initiatives_are_that_have_it() -> None:
    found = exposure.groups(town(), ["bakker"], np.array([3.0]))
    assert [(each.name, each.ratio) for each in found if each.by is By.AREA] == [("Noord", 1.0)]


def test_every_initiative_asks_and_what_is_closed_or_not_found_is_not_shown() -> None:
    found = exposure.measure(
        town(),
        ALL,
        scores=lambda _: np.where(shown_to(SOUTH) > 0, 1.0, -np.inf),
        closed=lambda asker: [asker, SOUTH[0]],
        seed=1,
    )
    assert {each.name: each.of_shown for each in found if each.by is By.AREA}["Zuid"] == pytest.approx(1)
