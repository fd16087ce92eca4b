"""The choice of guests, without a database."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from graph.invitations.selection import Choice, Demand, Option, greedy, optimum, value

KEYS = ["goal", "theme", "area", "kind"]

options_of = st.lists(
    st.builds(
        Option,
        id=st.uuids().map(str),
        relevance=st.floats(0, 1),
        covers=st.frozensets(st.sampled_from(KEYS)),
        houses=st.frozensets(st.sampled_from("abc"), max_size=1),
    ),
    max_size=7,
    unique_by=lambda option: option.id,
)
demands_of = st.dictionaries(st.sampled_from(KEYS), st.builds(Demand, weight=st.floats(0, 1), target=st.integers(1, 3)))


def worth(options: list[Option], demands: dict[str, Demand], chosen: list[Choice]) -> float:
    ids = {choice.id for choice in chosen}
    return value([option for option in options if option.id in ids], demands)


@given(options_of, demands_of, st.integers(1, 4))
def test_greedy_reaches_63_percent_of_the_optimum(
    options: list[Option], demands: dict[str, Demand], seats: int
) -> None:
    best = optimum(options, demands, seats=seats)
    found = worth(options, demands, greedy(options, demands, seats=seats))
    assert found >= (1 - 1 / math.e) * best - 1e-9
    assert found <= best + 1e-9


@given(options_of, demands_of, st.integers(1, 4))
def test_with_a_limit_per_organisation_greedy_reaches_half(
    options: list[Option], demands: dict[str, Demand], seats: int
) -> None:
    best = optimum(options, demands, seats=seats, per_house=1)
    chosen = greedy(options, demands, seats=seats, per_house=1)
    assert worth(options, demands, chosen) >= best / 2 - 1e-9
    houses = [house for option in options if option.id in {choice.id for choice in chosen} for house in option.houses]
    assert len(houses) == len(set(houses))


@given(options_of, demands_of, st.integers(1, 4))
def test_gains_never_grow_and_add_up_to_the_value(
    options: list[Option], demands: dict[str, Demand], seats: int
) -> None:
    chosen = greedy(options, demands, seats=seats)
    gains = [choice.gain for choice in chosen]
    assert all(before >= after - 1e-9 for before, after in itertools.pairwise(gains))
    assert math.isclose(sum(gains), worth(options, demands, chosen), abs_tol=1e-9)


@given(options_of, demands_of)
def test_the_certain_ones_come_first_and_order_does_not_matter(
    options: list[Option], demands: dict[str, Demand]
) -> None:
    must = [option.id for option in options[:1]]
    chosen = greedy(options, demands, seats=3, must=must)
    assert [choice.id for choice in chosen[: len(must)]] == must
    assert chosen == greedy(options[::-1], demands, seats=3, must=must)


@given(options_of, demands_of)
def test_the_certain_ones_all_get_in_when_they_are_more_than_the_seats(
    options: list[Option], demands: dict[str, Demand]
) -> None:
    chosen = greedy(options, demands, seats=1, must=[option.id for option in options], per_house=1)
    assert {choice.id for choice in chosen} == {option.id for option in options}


def test_a_goal_that_nobody_covers_yet_goes_before_a_little_more_relevance() -> None:
    options = [
        Option("a", 0.9, frozenset({"goal"})),
        Option("b", 0.8, frozenset({"goal"})),
        Option("c", 0.1, frozenset({"area"})),
    ]
    demands = {"goal": Demand(1, 1), "area": Demand(1, 1)}
    assert [choice.id for choice in greedy(options, demands, seats=2)] == ["a", "c"]
