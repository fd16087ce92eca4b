"""Sessions, tokens and throttles, on a real graph. Numbers are those of the security checks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import accounts, clock, resets, sessions, throttle
from graph.errors import Invalid, NotFound
from graph.rights import SYSTEM, Actor, Permission, Role
from tests.app.sign_in import PASSWORD, make_account, open_session
from tests.graph.counting import count

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ADMINISTRATOR = Actor("Bea Verzonnen", account_id="admin", roles=frozenset({Role.ADMINISTRATOR}))


def begin(graph: Graph, account_id: str, *, idle: int = 60, longest: int = 720) -> str:
    token = sessions.new_token()
    graph.write(
        sessions.begin,
        account_id=account_id,
        token=token,
        idle=dt.timedelta(minutes=idle),
        longest=dt.timedelta(minutes=longest),
    )
    return token


def test_check_33_a_session_ends_when_it_is_not_used(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        token = begin(graph, account_id)
    with clock.at(NOON + dt.timedelta(minutes=59)):
        assert graph.read(sessions.owner, token=token)
    with clock.at(NOON + dt.timedelta(minutes=61)):
        assert graph.read(sessions.owner, token=token) is None
        graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
        assert graph.read(sessions.owner, token=token) is None


def test_check_33_a_session_ends_in_any_case(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        token = begin(graph, account_id, longest=120)
    for minutes in range(30, 150, 30):
        with clock.at(NOON + dt.timedelta(minutes=minutes)):
            graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
            assert (graph.read(sessions.owner, token=token) is not None) == (minutes < 120)


def test_most_page_views_do_not_write(graph: Graph, given: Given) -> None:
    hour = dt.timedelta(hours=1)
    with clock.at(NOON):
        token = begin(graph, make_account(given))
        owner = graph.read(sessions.owner, token=token)
    assert owner is not None
    with clock.at(NOON + dt.timedelta(seconds=30)):
        assert not owner.is_due(hour)
    with clock.at(NOON + dt.timedelta(seconds=90)):
        assert owner.is_due(hour)


def test_check_30_an_ended_session_stays_ended(graph: Graph, given: Given) -> None:
    token = begin(graph, make_account(given))
    graph.write(sessions.end, token=token)
    graph.write(sessions.end, token=token)
    graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
    assert graph.read(sessions.owner, token=token) is None


def test_check_31_disabling_ends_every_session_and_refuses_new_ones(graph: Graph, given: Given) -> None:
    account_id = make_account(given, password=PASSWORD)
    tokens = [begin(graph, account_id) for _ in range(2)]
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    graph.write(accounts.enable, actor=SYSTEM, account_id=account_id)
    assert [graph.read(sessions.owner, token=token) for token in tokens] == [None, None]
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    assert graph.read(accounts.for_login, email=graph.read(accounts.own, actor=_as(account_id)).email) is None
    with pytest.raises(NotFound):
        begin(graph, account_id)


def test_check_31_a_new_password_ends_the_other_sessions(graph: Graph, given: Given) -> None:
    account_id = make_account(given, password=PASSWORD)
    here, there = begin(graph, account_id), begin(graph, account_id)
    new = "zeven gele tulpen"
    graph.write(accounts.change_password, actor=_as(account_id), old=PASSWORD, new=new, token=here)
    assert graph.read(sessions.owner, token=here)
    assert graph.read(sessions.owner, token=there) is None
    with pytest.raises(Invalid) as caught:
        graph.write(accounts.change_password, actor=_as(account_id), old=PASSWORD, new=new, token=here)
    assert caught.value.field == "old_password"


def test_a_token_is_nowhere_in_the_graph(graph: Graph, given: Given) -> None:
    token = open_session(given, make_account(given))

    def hashes(tx: Transaction) -> list[str]:
        return [row["hash"] for row in tx.run("MATCH (session:Session) RETURN session.token_hash AS hash")]

    assert graph.read(hashes) == [sessions.digest(token)]
    assert token not in graph.read(hashes)


def test_ended_sessions_are_swept(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        begin(graph, account_id)
    with clock.at(NOON + dt.timedelta(days=2)):
        begin(graph, account_id)
    assert count(graph, "Session") == 1


def test_a_role_that_is_taken_counts_at_the_next_click(graph: Graph, given: Given) -> None:
    account_id = make_account(given, Role.BRIDGE_BUILDER)
    token = begin(graph, account_id)
    graph.write(accounts.set_roles, actor=SYSTEM, account_id=account_id, roles=[])
    owner = graph.read(sessions.owner, token=token)
    assert owner is not None
    assert not owner.actor.may(Permission.SEE_DRAFTS)


# A forgotten password


def ask(graph: Graph, email: str) -> str:
    token = sessions.new_token()
    assert graph.write(resets.request, email=email, token=token) is not None
    return token


def test_check_38_a_token_works_once_within_the_hour(graph: Graph, given: Given) -> None:
    make_account(given, email="bea@example.org", password=PASSWORD)
    with clock.at(NOON):
        first, second = ask(graph, "bea@example.org"), ask(graph, "bea@example.org")
    with clock.at(NOON + dt.timedelta(minutes=59)):
        assert not graph.read(resets.is_living, token=first)
        assert graph.read(resets.is_living, token=second)
        with pytest.raises(Invalid):
            graph.write(resets.redeem, token=second, password="kort")
        graph.write(resets.redeem, token=second, password="zeven gele tulpen")
        with pytest.raises(NotFound):
            graph.write(resets.redeem, token=second, password="acht gele tulpen")
    with clock.at(NOON):
        third = ask(graph, "bea@example.org")
    with clock.at(NOON + dt.timedelta(minutes=61)), pytest.raises(NotFound):
        graph.write(resets.redeem, token=third, password="acht gele tulpen")


def test_check_38_a_token_is_kept_hashed_and_dies_with_any_change(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org", password=PASSWORD)
    session = begin(graph, account_id)
    token = ask(graph, "bea@example.org")

    def kept(tx: Transaction) -> list[str]:
        return [row["hash"] for row in tx.run("MATCH (reset:PasswordReset) RETURN reset.token_hash AS hash")]

    assert graph.read(kept) == [sessions.digest(token)]
    change = {"actor": _as(account_id), "old": PASSWORD, "new": "zeven gele tulpen", "token": session}
    graph.write(accounts.change_password, **change)
    assert not graph.read(resets.is_living, token=token)
    assert graph.read(kept) == []


def test_check_38_choosing_a_password_ends_every_session(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org", password=PASSWORD)
    session = begin(graph, account_id)
    graph.write(resets.redeem, token=ask(graph, "bea@example.org"), password="zeven gele tulpen")
    assert graph.read(sessions.owner, token=session) is None


def test_nobody_gets_a_token_for_an_unknown_or_closed_account(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org")
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    for email in ["bea@example.org", "niemand@example.org", "geen adres", "\r\nBcc: x@example.org"]:
        assert graph.write(resets.request, email=email, token=sessions.new_token()) is None


# Throttles

FEW = throttle.Limit("test", 3, dt.timedelta(minutes=15))


def test_check_35_too_many_attempts_wait_for_the_end_of_the_window(graph: Graph) -> None:
    with clock.at(NOON):
        for _ in range(3):
            graph.write(throttle.take, limit=FEW, subject="a")
    with clock.at(NOON + dt.timedelta(minutes=5)):
        with pytest.raises(throttle.TooOften) as caught:
            graph.write(throttle.take, limit=FEW, subject="a")
        assert caught.value.seconds == 600
        graph.write(throttle.take, limit=FEW, subject="b")
    with clock.at(NOON + dt.timedelta(minutes=15)):
        graph.write(throttle.take, limit=FEW, subject="a")


def test_what_turned_out_well_is_given_back(graph: Graph) -> None:
    for _ in range(9):
        graph.write(throttle.take, limit=FEW, subject="a")
        graph.write(throttle.give_back, limit=FEW, subject="a")
    for _ in range(3):
        graph.write(throttle.take, limit=FEW, subject="a")
    graph.write(throttle.give_back, limit=FEW, subject="a", everything=True)
    graph.write(throttle.take, limit=FEW, subject="a")


def test_counters_name_nobody_and_are_swept(graph: Graph) -> None:
    with clock.at(NOON):
        graph.write(throttle.take, limit=FEW, subject="bea@example.org")

    def keys(tx: Transaction) -> list[str]:
        return [row["key"] for row in tx.run("MATCH (throttle:Throttle) RETURN throttle.key AS key")]

    assert not [key for key in graph.read(keys) if "bea" in key]
    with clock.at(NOON + dt.timedelta(hours=1)):
        graph.write(throttle.sweep)
    assert graph.read(keys) == []


def _as(account_id: str) -> Actor:
    return Actor("Zelf", account_id=account_id)
