"""The mail that asks whether a status still holds: from the page, and from `bruggenbouwer ask-statuses`."""

from __future__ import annotations

import datetime as dt
import smtplib
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many initiatives were asked about, had nobody to ask, and could not be mailed."""

    asked: int = 0
    nobody: int = 0
    failed: int = 0


def letters(graph: Graph, settings: Settings, *, actor: Actor, initiative_id: str) -> tuple[EmailMessage, ...] | None:
    """The mails to who undertakes the initiative and to its contact person, with their links kept; needs a request.

    None when nobody can be asked; raises throttle.TooOften, NotAllowed, NotFound.
    """
    people = graph.read(statuses.recipients, actor=actor, initiative_id=initiative_id)
    if not people:
        return None
    graph.write(throttle.take, limit=OF_INITIATIVE, subject=initiative_id)
    tokens = {each.person_id: sessions.new_token() for each in people}
    graph.write(statuses.ask, actor=actor, initiative_id=initiative_id, tokens=tokens)
    asked = graph.read(statuses.living, token=tokens[people[0].person_id])
    return tuple(_letter(settings, each, asked, tokens[each.person_id]) for each in people)


def ask_all(app: Flask, graph: Graph, *, limit: int) -> Outcome:
    """Ask about at most `limit` doubted statuses, the strongest reasons first; doing it again asks about others."""
    settings: Settings = app.config["SETTINGS"]
    asked = nobody = failed = 0
    for doubt in graph.read(statuses.to_ask, actor=SYSTEM):
        if asked + failed == limit:
            break
        try:
            with app.test_request_context(base_url=settings.address):
                found = letters(graph, settings, actor=SYSTEM, initiative_id=doubt.id)
            for each in found or ():
                mail.deliver(settings, each)
        except throttle.TooOften:
            continue
        except (OSError, smtplib.SMTPException, mail.Refused) as error:
            log.error("status mail failed", error=type(error).__name__)  # noqa: TRY400 — its message can hold addresses
            failed += 1
            continue
        asked, nobody = asked + bool(found), nobody + (not found)
    return Outcome(asked, nobody, failed)


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
