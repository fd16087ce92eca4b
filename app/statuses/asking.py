"""The mail that asks whether a status still holds: from the page, and from `bruggenbouwer ask-statuses`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from flask import render_template, url_for
from flask_babel import force_locale, gettext

from app import mail
from app.choices import status_label
from graph import sessions, statuses, throttle
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from email.message import EmailMessage

    from flask import Flask

    from app.config import Settings
    from graph.rights import Actor
    from graph.statuses import Asked, Recipient
    from graph.store import Graph

log = structlog.get_logger()

_LONGEST_IN_SUBJECT = 120
# Nobody gets the same question twice in a week.
OF_INITIATIVE = throttle.Limit("status mail", 1, dt.timedelta(days=7))
# When so many in a row could not be mailed, no mail goes at all today.
MOST_FAILED = 25


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many initiatives were asked about, had nobody to ask, and could not be mailed."""

    asked: int = 0
    nobody: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails about one initiative went, and how many did not."""

    went: int
    failed: int


def ask(graph: Graph, settings: Settings, *, actor: Actor, initiative_id: str) -> Sent | None:
    """Mail who undertakes the initiative and its contact person, each with a link; needs a request.

    When no mail went it counts as not asked. None when nobody can be asked; raises throttle.TooOften, NotAllowed,
    NotFound.
    """
    people = graph.read(statuses.recipients, actor=actor, initiative_id=initiative_id)
    if not people:
        return None
    graph.write(throttle.take, limit=OF_INITIATIVE, subject=initiative_id)
    tokens = {each.person_id: sessions.new_token() for each in people}
    graph.write(statuses.ask, actor=actor, initiative_id=initiative_id, tokens=tokens)
    went: list[str] = []
    try:
        asked = graph.read(statuses.living, token=tokens[people[0].person_id])
        for each in people:
            if _went(settings, each, asked, tokens[each.person_id]):
                went.append(each.person_id)  # noqa: PERF401 — what went is known when another breaks off
    finally:
        graph.write(statuses.settle, actor=actor, initiative_id=initiative_id, tokens=tokens, went=went)
        if not went:
            graph.write(throttle.give_back, limit=OF_INITIATIVE, subject=initiative_id)
    return Sent(len(went), len(people) - len(went))


def ask_all(app: Flask, graph: Graph, *, limit: int) -> Outcome:
    """Ask about at most `limit` doubted statuses, the strongest reasons first; doing it again asks about others.

    Where no mail went takes nobody's turn: it is tried again the next time.
    """
    settings: Settings = app.config["SETTINGS"]
    asked = nobody = failed = in_a_row = 0
    for doubt in graph.read(statuses.to_ask, actor=SYSTEM):
        if asked == limit or in_a_row == MOST_FAILED:
            break
        try:
            with app.test_request_context(base_url=settings.address):
                sent = ask(graph, settings, actor=SYSTEM, initiative_id=doubt.id)
        except throttle.TooOften:
            continue
        if sent is None:
            nobody += 1
        elif sent.went:
            asked, in_a_row = asked + 1, 0
        else:
            failed, in_a_row = failed + 1, in_a_row + 1
    return Outcome(asked, nobody, failed)


def _went(settings: Settings, recipient: Recipient, asked: Asked, token: str) -> bool:
    try:
        letter = _letter(settings, recipient, asked, token)
    except mail.Refused:
        log.error("status mail refused")  # noqa: TRY400 — its message can hold addresses
        return False
    return mail.went(settings, letter)


def _letter(settings: Settings, recipient: Recipient, asked: Asked, token: str) -> EmailMessage:
    """The mail with the link, which begins with the address that was set; Dutch, whatever the employee reads."""
    with force_locale("nl"):
        text = render_template(
            "email/statuses/confirm.txt",
            name=recipient.name,
            asked=asked,
            status=status_label(asked.status).lower() if asked.status else None,
            link=settings.address + url_for("statuses.by_mail", token=token),
        )
        about = " ".join(asked.name.split())[:_LONGEST_IN_SUBJECT]
        subject = gettext("Klopt de status van %(name)s nog?", name=about)
    return mail.compose(settings, to=recipient.email, subject=subject, text=text, name=recipient.name)
