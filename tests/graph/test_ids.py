"""Identities are in order of the time they were made."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph import ids


@given(st.integers(0, 1_000_000))
@settings(max_examples=50)
def test_an_earlier_id_comes_before_every_id_of_its_moment_and_after_those_before(seconds: int) -> None:
    identity = ids.new_id()
    first = ids.earlier(identity, seconds=seconds)
    assert ids.is_id(first)
    assert first <= identity
    assert ids.earlier(identity, seconds=seconds + 1) < first
    assert ids.earlier(first, seconds=0) == first


def test_an_id_from_the_beginning_of_time_has_none_before_it() -> None:
    assert ids.earlier("00000000-0001-7000-8000-000000000000", seconds=60) == "00000000-0000-7000-8000-000000000000"
