"""The mail with which somebody chooses a password: the first one, or another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, url_for
from flask_babel import gettext

from app import mail

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.config import Settings
    from graph.resets import Recipient


def link(recipient: Recipient, token: str) -> EmailMessage:
    """The mail with the link, which begins with the address that was set, whatever the request says."""
    settings: Settings = current_app.config["SETTINGS"]
    text = render_template(
        "email/account/password.txt",
        name=recipient.name,
        link=settings.address + url_for("account.choose", token=token),
        again=settings.address + url_for("account.forgotten"),
    )
    subject = gettext("Kies een wachtwoord voor Bruggenbouwer")
    return mail.compose(settings, to=recipient.email, subject=subject, text=text, name=recipient.name)
