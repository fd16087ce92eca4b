"""`bruggenbouwer user …`, against the database of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from app.commands.user import user
from graph import accounts, passwords
from graph.rights import SYSTEM, Role
from tests.app.sign_in import PASSWORD, open_session
from tests.given import Given

if TYPE_CHECKING:
    from graph.store import Graph


def run(*words: str, password: str | None = None) -> Result:
    typed = f"{password}\n{password}\n" if password else None
    return CliRunner().invoke(user, [*words], input=typed)


ADD = ("add", "bea@example.org", "--name", "Bea Verzonnen", "--role", "administrator", "--role", "organiser")


@pytest.mark.usefixtures("here")
def test_the_first_administrator_is_made_and_listed(committed: Graph) -> None:
    made = run(*ADD, password=PASSWORD)
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    account = committed.read(accounts.by_email, actor=SYSTEM, email="bea@example.org")
    assert account is not None
    assert account.roles == {Role.ADMINISTRATOR, Role.ORGANISER}
    assert passwords.matches(account.password_hash, PASSWORD)
    assert run("list").stdout == "bea@example.org\tBea Verzonnen\tadministrator,organiser\topen\n"
    again = run(*ADD, password=PASSWORD)
    assert again.exit_code == 1
    assert "already" in again.output


@pytest.mark.usefixtures("here")
def test_check_36_a_weak_password_is_refused_with_what_to_do(committed: Graph) -> None:
    made = run(*ADD, password="welkom123456")
    assert made.exit_code == 1
    assert "easy to guess" in made.output
    assert committed.read(accounts.overview, actor=SYSTEM) == []


@pytest.mark.usefixtures("here")
def test_check_31_a_new_password_and_closing_end_every_session(committed: Graph) -> None:
    given = Given(committed)
    run(*ADD, password=PASSWORD)
    run("add", "karin@example.org", "--name", "Karin", "--role", "administrator", password=PASSWORD)
    account = committed.read(accounts.by_email, actor=SYSTEM, email="bea@example.org")
    assert account is not None
    for command, typed in (("password", "zeven gele tulpen"), ("disable", None)):
        open_session(given, account.id)
        done = run(command, "bea@example.org", password=typed)
        assert done.exit_code == 0, done.output
        assert committed.read(_sessions) == 0
    assert "bea@example.org\tBea Verzonnen\tadministrator,organiser\tdisabled" in run("list").stdout


@pytest.mark.usefixtures("here", "committed")
def test_an_unknown_address_is_said() -> None:
    answer = run("disable", "niemand@example.org")
    assert answer.exit_code == 1
    assert "no account" in str(answer.exception)


def _sessions(tx) -> int:  # noqa: ANN001
    return int(tx.run("MATCH (session:Session) RETURN count(session) AS n").single()["n"])
