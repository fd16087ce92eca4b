"""The mail that tells an initiative that an agreement is late or has another term; Dutch, to public addresses only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template
from flask_babel import force_locale, gettext

from app import mail
from app.addresses import address
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import EmailMessage

    from app.config import Settings
    from graph.commitments import CommitmentPage
    from graph.commitments.acts import Recipient

_LONGEST_IN_SUBJECT = 120


def told(page: CommitmentPage, recipients: Iterable[Recipient], words: str) -> list[EmailMessage]:
    """A letter to each of `recipients`; `words` is what the official adds."""
    settings: Settings = current_app.config["SETTINGS"]
    link = settings.address + address(Kind.COMMITMENT, page.id)
    with force_locale("nl"):
        subject = gettext("Over onze afspraak: %(name)s", name=_one_line(page.commitment.name))
        return [
            mail.compose(
                settings,
                to=each.email,
                name=_one_line(each.name),
                subject=subject,
                text=render_template(
                    "email/commitments/told.txt", each=page.commitment, to=each, words=words.strip(), link=link
                ),
            )
            for each in recipients
        ]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_IN_SUBJECT]
