"""Mail about new answers: only what is new, only to who may know it, once, and not counted when it failed."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from app import mail
from app.questions.telling import Outcome, tell
from graph import accounts, clock, linking, records
from graph.errors import Invalid
from graph.ids import new_id
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.properties import Reason
from graph.questions import Ask, Question, alerts, saved
from graph.questions.saved import Rhythm
from graph.rights import SYSTEM, Actor, Role
from tests.app.sign_in import make_account

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from flask import Flask

    from app.config import Settings
    from graph.store import Graph
    from tests.given import Given

MONDAY = dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
# The module; the package gives the function of that name.
ANSWERS = import_module("graph.questions.answers")


class Town:
    """A theme, a colleague and a kept question about what has no contact person."""

    def __init__(self, app: Flask, graph: Graph, given: Given, settings: Settings) -> None:
        """Nothing is told yet."""
        self.app, self.graph, self.given = app, graph, given
        self.folder: Path = settings.data / "mail"
        self.theme = given.theme(name="Groen")
        self.account_id = make_account(given, Role.BRIDGE_BUILDER, email="carla@example.org")
        self.actor = Actor("Carla", self.account_id, None, frozenset({Role.BRIDGE_BUILDER}))
        self.question_id = new_id()
        self.known: set[str] = set()

    def follow(self, rhythm: Rhythm = Rhythm.DAILY, weekday: int = 1, account_id: str | None = None) -> None:
        """Keep the question, and tell somebody of it."""
        question = Question(Ask.WITHOUT_CONTACT, theme=self.theme)
        self.graph.write(
            saved.keep,
            actor=self.actor,
            question_id=self.question_id,
            name="Groen zonder contact",
            is_shared=True,
            question=question,
        )
        self.graph.write(
            alerts.switch_on,
            actor=self.actor,
            question_id=self.question_id,
            account_id=account_id or self.account_id,
            rhythm=rhythm,
            weekday=weekday,
        )

    def initiative(self, name: str, visibility: Visibility = Visibility.PUBLISHED) -> str:
        """An initiative that answers the question."""
        return self.given.initiative(name=name, themes=[self.theme], visibility=visibility)

    def run(self, at: dt.datetime) -> Outcome:
        """The command at a moment."""
        with clock.at(at):
            return tell(self.app, self.graph)

    def mails(self) -> list[EmailMessage]:
        """What was sent since this was last asked."""
        files = sorted(self.folder.glob("*.eml")) if self.folder.exists() else []
        new = [each for each in files if each.name not in self.known]
        self.known |= {each.name for each in new}
        return [message_from_bytes(each.read_bytes(), policy=policy.default) for each in new]  # type: ignore[misc]


@pytest.fixture
def town(app: Flask, graph: Graph, given: Given, settings: Settings) -> Town:
    return Town(app, graph, given, settings)


def text(message: EmailMessage) -> str:
    return str(message.get_content())


def test_the_first_mail_has_what_there_is_and_the_next_only_what_is_new(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
    assert town.run(MONDAY) == Outcome(due=1, sent=1)
    (first,) = town.mails()
    assert first["To"] == "Test Verzonnen <carla@example.org>"
    assert first["Subject"] == "1 nieuw antwoord: Groen zonder contact"
    assert "De Kavel" in text(first)
    assert f"http://localhost/vragen/{town.question_id}#mail" in text(first)
    assert "Welke initiatieven met het thema ‘Groen’ hebben nog geen contactpersoon?" in text(first)
    new = town.initiative("Bloemen in de berm")
    assert town.run(MONDAY + DAY) == Outcome(due=1, sent=1)
    (second,) = town.mails()
    assert "De Kavel" not in text(second)
    assert f"http://localhost/initiatieven/{new}" in text(second)


def test_a_second_run_on_the_same_day_sends_nothing(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
    town.run(MONDAY)
    town.initiative("Bloemen in de berm")
    assert town.run(MONDAY + dt.timedelta(hours=3)) == Outcome()
    assert len(town.mails()) == 1


def test_nothing_is_sent_when_nothing_is_new(town: Town) -> None:
    with clock.at(MONDAY):
        town.follow()
    assert town.run(MONDAY) == Outcome(due=1, nothing_new=1)
    assert town.run(MONDAY + DAY) == Outcome(due=1, nothing_new=1)
    assert town.mails() == []


def test_with_many_answers_at_first_only_what_comes_after_is_told(town: Town) -> None:
    for number in range(alerts.MOST_AT_FIRST + 1):
        town.initiative(f"Tuin {number}")
    with clock.at(MONDAY):
        town.follow()
    assert town.run(MONDAY).nothing_new == 1
    town.initiative("Bloemen in de berm")
    town.run(MONDAY + DAY)
    (message,) = town.mails()
    assert "Bloemen in de berm" in text(message)
    assert "Tuin 1" not in text(message)


def test_what_stands_behind_the_answers_of_the_page_is_told_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ANSWERS, "MOST_COUNTED", 2)
    oldest = town.given.initiative(name="Oudste tuin")
    for number in range(alerts.MOST_AT_FIRST + 1):
        town.initiative(f"Tuin {number}")
    with clock.at(MONDAY):
        town.follow()
        town.run(MONDAY)
    themes = LinkField(Link.HAS_THEME, Kind.THEME)
    town.graph.write(linking.add, actor=SYSTEM, initiative_id=oldest, field=themes, other_id=town.theme)
    town.run(MONDAY + DAY)
    (message,) = town.mails()
    assert "Oudste tuin" in text(message)
    assert "Er zijn nu meer dan" not in text(message)


def test_a_question_with_more_answers_than_are_watched_has_no_alert_and_later_says_so(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ANSWERS, "MOST_WATCHED", 1)
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
    town.initiative("Bloemen in de berm")
    town.run(MONDAY)
    (message,) = town.mails()
    assert "Er zijn nu meer dan" in text(message)
    with clock.at(MONDAY), pytest.raises(Invalid) as refused:
        town.graph.write(
            alerts.switch_on,
            actor=town.actor,
            question_id=town.question_id,
            account_id=town.account_id,
            rhythm=Rhythm.DAILY,
        )
    assert refused.value.reason == Reason.TOO_MANY


def test_a_weekly_mail_comes_on_its_day_or_later_when_that_day_was_missed(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow(Rhythm.WEEKLY, weekday=3)
    assert [town.run(MONDAY + day * DAY).sent for day in range(4)] == [0, 0, 1, 0]
    town.initiative("Bloemen in de berm")
    assert [town.run(MONDAY + day * DAY).sent for day in (7, 8)] == [0, 0]
    assert town.run(MONDAY + 10 * DAY).sent == 1, "the machine was off on Wednesday and Thursday"
    assert town.run(MONDAY + 11 * DAY).due == 0
    assert town.run(MONDAY + 16 * DAY).due == 1


def test_what_was_removed_is_no_longer_told_and_is_news_when_it_comes_back(town: Town) -> None:
    first, other = town.initiative("De Kavel"), town.initiative("Bloemen in de berm")
    with clock.at(MONDAY):
        town.follow()
    town.run(MONDAY)
    town.mails()
    town.graph.write(records.remove, actor=SYSTEM, record_id=first, version=1)
    town.graph.write(records.remove, actor=SYSTEM, record_id=town.initiative("Meteen weg"), version=1)
    assert town.run(MONDAY + DAY).nothing_new == 1
    contact = town.given.person(name="Els")
    field = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)
    named = {"actor": SYSTEM, "record_id": other, "properties": {}}
    with clock.at(MONDAY + 2 * DAY):
        town.graph.write(records.change, **named, version=1, ties={field: [Tie(contact)]})
    assert town.run(MONDAY + 2 * DAY).nothing_new == 1
    with clock.at(MONDAY + 3 * DAY):
        town.graph.write(records.change, **named, version=2, ties={field: []})
    assert town.run(MONDAY + 3 * DAY).sent == 1
    (message,) = town.mails()
    assert "Bloemen in de berm" in text(message)
    assert "De Kavel" not in text(message)


def test_a_mail_that_fails_is_not_counted_and_is_tried_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()

    def broken(*_: object) -> None:
        raise OSError("the mail server is down")

    with monkeypatch.context() as patch:
        patch.setattr(mail, "deliver", broken)
        assert town.run(MONDAY) == Outcome(due=1, failed=1)
    assert town.run(MONDAY + dt.timedelta(hours=1)) == Outcome(due=1, sent=1)
    assert len(town.mails()) == 1


def test_who_lost_the_right_or_the_account_is_told_nothing(town: Town) -> None:
    town.initiative("De Kavel")
    other = make_account(town.given, Role.ORGANISER, email="otto@example.org")
    with clock.at(MONDAY):
        town.follow(account_id=other)
        town.follow()
    town.graph.write(accounts.disable, actor=SYSTEM, account_id=town.account_id)
    town.graph.write(accounts.set_roles, actor=SYSTEM, account_id=other, roles=[Role.INITIATOR])
    assert town.run(MONDAY) == Outcome(due=2, left_out=2)
    assert town.mails() == []
    town.graph.write(accounts.set_roles, actor=SYSTEM, account_id=other, roles=[Role.ORGANISER])
    assert town.run(MONDAY + DAY).sent == 1
    assert [each["To"] for each in town.mails()] == ["Test Verzonnen <otto@example.org>"]


def test_a_question_whose_record_is_gone_tells_nothing_and_breaks_nothing(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
    town.graph.write(records.remove, actor=SYSTEM, record_id=town.theme, version=1)
    assert town.run(MONDAY) == Outcome(due=1, left_out=1)


def test_another_question_begins_anew(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
    town.run(MONDAY)
    town.mails()
    elsewhere = town.given.theme(name="Water")
    town.given.initiative(name="De Sloot", themes=[elsewhere])

    def change(tx: object) -> None:
        question = Question(Ask.WITHOUT_CONTACT, theme=elsewhere)
        named = {"name": "Water zonder contact", "is_shared": True, "question": question}
        assert saved.change(tx, actor=town.actor, question_id=town.question_id, version=1, **named)  # type: ignore[arg-type]
        alerts.begin_anew(tx, question_id=town.question_id)  # type: ignore[arg-type]

    town.graph.write(change)
    town.run(MONDAY + DAY)
    (message,) = town.mails()
    assert message["Subject"] == "1 nieuw antwoord: Water zonder contact"
    assert "De Sloot" in text(message)


def test_another_run_at_the_same_time_leaves_an_alert_alone(town: Town) -> None:
    town.initiative("De Kavel")
    with clock.at(MONDAY):
        town.follow()
        (alert,) = town.graph.read(alerts.due)
        assert town.graph.write(alerts.claim, alert=alert)
        assert not town.graph.write(alerts.claim, alert=alert)
    assert town.run(MONDAY + dt.timedelta(minutes=5)) == Outcome(due=1)
    assert town.run(MONDAY + dt.timedelta(hours=1)) == Outcome(due=1, sent=1)
