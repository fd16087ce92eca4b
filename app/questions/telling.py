"""What `bruggenbouwer alerts` does: each due alert is looked at, and whoever has something new gets one mail.

The answers are remembered after the mail went out: one that fails is tried again by the next run.
"""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from flask import render_template, url_for
from flask_babel import force_locale, ngettext

from app import mail
from app.addresses import address
from app.questions import words
from graph.errors import Invalid
from graph.questions import alerts
from graph.questions.answers import MOST_WATCHED

if TYPE_CHECKING:
    from email.message import EmailMessage

    from flask import Flask

    from graph.questions import Answer
    from graph.questions.alerts import Alert, News
    from graph.store import Graph

log = structlog.get_logger()

MOST_IN_MAIL = 50
LONGEST_IN_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many alerts were looked at, and what came of them."""

    due: int = 0
    sent: int = 0
    nothing_new: int = 0
    left_out: int = 0
    failed: int = 0


def tell(app: Flask, graph: Graph) -> Outcome:
    """Look at every alert that is due today; doing it again on the same day does nothing."""
    due = graph.read(alerts.due)
    counts = dict.fromkeys(("sent", "nothing_new", "left_out", "failed"), 0)
    for alert in due:
        if graph.write(alerts.claim, alert=alert):
            counts[_tell_one(app, graph, alert)] += 1
    return Outcome(due=len(due), **counts)


def _tell_one(app: Flask, graph: Graph, alert: Alert) -> str:
    try:
        news = graph.read(alerts.news, alert=alert)
    except Invalid:
        news = None
    if news is None:
        # The account may open again, and what the question names may come back: nothing is remembered.
        graph.write(alerts.release, alert=alert)
        return "left_out"
    if news.new:
        try:
            mail.deliver(app.config["SETTINGS"], letter(app, alert, news))
        except (OSError, smtplib.SMTPException, mail.Refused) as error:
            graph.write(alerts.release, alert=alert)
            log.error("alert failed", error=type(error).__name__)  # noqa: TRY400 — its message can hold addresses
            return "failed"
    graph.write(alerts.told, alert=alert, seen=news.seen, sent=bool(news.new))
    return "sent" if news.new else "nothing_new"


def letter(app: Flask, alert: Alert, news: News) -> EmailMessage:
    """The mail: the question, what is new with a link to each, and how to stop; in Dutch."""
    settings = app.config["SETTINGS"]
    with app.test_request_context(base_url=settings.address), force_locale("nl"):
        here = settings.address + url_for("questions.kept", question_id=alert.question_id)
        text = render_template(
            "email/questions/news.txt",
            name=news.reviewer.name,
            title=alert.name,
            sentence=words.sentence(news.found.question, news.found.named),
            answers=[
                (" – ".join(each.name for each in answer.subjects), _links(settings.address, answer))
                for answer in news.new[:MOST_IN_MAIL]
            ],
            more=len(news.new) - MOST_IN_MAIL,
            many=MOST_WATCHED if news.found.more else 0,
            link=here,
            stop=f"{here}#mail",
        )
        count = len(news.new)
        about = alert.name if len(alert.name) <= LONGEST_IN_SUBJECT else f"{alert.name[: LONGEST_IN_SUBJECT - 1]}…"
        subject = ngettext(
            "%(num)s nieuw antwoord: %(about)s", "%(num)s nieuwe antwoorden: %(about)s", count, about=about
        )
    return mail.compose(settings, to=news.reviewer.email, subject=subject, text=text, name=news.reviewer.name)


def _links(site: str, answer: Answer) -> list[str]:
    return [site + address(each.kind, each.id) for each in answer.subjects]
