"""The mails that go out at the door: a link to confirm an address, and letters to the mailbox of a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, url_for
from flask_babel import force_locale, gettext

from app import mail
from app.addresses import address
from graph.submissions import Mailbox

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.config import Settings
    from graph.mentions import Mention
    from graph.submissions import Sender

_LONGEST_IN_SUBJECT = 120


def one_line(text: str) -> str:
    """`text` as a subject can hold it: one line, not too long."""
    return " ".join(text.split())[:_LONGEST_IN_SUBJECT]


def link(sender: Sender, token: str, about: str) -> EmailMessage:
    """The mail with the link to confirm; it begins with the address that was set, whatever the request says."""
    settings: Settings = current_app.config["SETTINGS"]
    text = render_template(
        "email/door/confirm.txt",
        name=sender.name,
        about=about,
        link=settings.address + url_for("door.confirm", token=token),
    )
    subject = gettext("Bevestig uw e-mailadres voor %(name)s", name=one_line(about))
    return mail.compose(settings, to=sender.email, subject=subject, text=text, name=sender.name)


def to_team(mailbox: Mailbox | None, sender: Sender, about: Mention, message: str) -> EmailMessage:
    """A message about a record, to the mailbox of a team, else of this site; Dutch, whatever the sender reads."""
    settings: Settings = current_app.config["SETTINGS"]
    to = mailbox or Mailbox(settings.municipality_name, settings.mail_from)
    with force_locale("nl"):
        text = render_template(
            "email/door/message.txt",
            sender=sender,
            about=about,
            message=message,
            link=settings.address + address(about.kind, about.id),
        )
        subject = gettext("Bericht over %(name)s", name=one_line(about.name or to.name))
    return mail.compose(settings, to=to.email, subject=subject, text=text, name=one_line(to.name))


def to_introducer(
    mailbox: Mailbox | None, sender: Sender, about: Mention, other: Mention, message: str
) -> EmailMessage:
    """The question whether `sender` can meet `other`, to the team of its contact person; Dutch."""
    settings: Settings = current_app.config["SETTINGS"]
    to = mailbox or Mailbox(settings.municipality_name, settings.mail_from)
    with force_locale("nl"):
        text = render_template(
            "email/door/introduction.txt",
            sender=sender,
            about=about,
            other=other,
            message=message,
            link=settings.address + address(other.kind, other.id),
        )
        subject = gettext("Vraag om kennismaking met %(name)s", name=one_line(other.name))
    return mail.compose(settings, to=to.email, subject=subject, text=text, name=one_line(to.name))
