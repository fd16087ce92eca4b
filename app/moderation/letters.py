"""The answers that go by mail to who sent something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, url_for
from flask_babel import force_locale, gettext

from app import mail
from graph.submissions import SubmissionKind

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.config import Settings
    from graph.submissions import Answer


def accepted(answer: Answer, token: str) -> EmailMessage:
    """It was taken over; with the link to choose a password when there is none yet."""
    settings: Settings = current_app.config["SETTINGS"]
    password = settings.address + url_for("account.choose", token=token) if answer.needs_password else None
    return _answer(
        answer,
        "accepted",
        is_change=answer.submission.kind is SubmissionKind.CHANGE,
        password=password,
        again=settings.address + url_for("account.forgotten"),
        own=settings.address + "/mijn-initiatief",
        was=answer.was,
    )


def refused(answer: Answer, reason: str) -> EmailMessage:
    """It was not taken over, and why."""
    return _answer(answer, "refused", reason=reason)


def _answer(answer: Answer, template: str, **named: str | bool | None) -> EmailMessage:
    settings: Settings = current_app.config["SETTINGS"]
    with force_locale("nl"):
        about = answer.name or gettext("Initiatief dat er niet meer is")
        text = render_template(
            f"email/door/{template}.txt",
            name=answer.submission.sender_name,
            initiative=about,
            municipality=settings.municipality_name,
            **named,
        )
        subject = gettext("Antwoord over %(name)s", name=" ".join(about.split())[:120])
    return mail.compose(
        settings, to=answer.submission.sender_email, subject=subject, text=text, name=answer.submission.sender_name
    )
