"""Mail: to one person at a time, through the mail server, or to files in the data folder while there is none.

Send after the transaction returned: the driver may run a transaction twice, and nobody wants the same mail twice.
"""

from __future__ import annotations

import os
import secrets
import smtplib
import ssl
import unicodedata
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from email_validator import EmailNotValidError, validate_email
from flask import current_app

from app.config import LOOPBACK
from graph import clock

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug import Response

    from app.config import Settings

log = structlog.get_logger()

SECONDS = 10
_LONGEST_SUBJECT = 200


class Refused(ValueError):
    """This mail is not sent: an address, a name or the subject is not what it should be."""


def send(*, to: str, subject: str, text: str, name: str = "") -> None:
    """Send `text` to the one address `to` of the person called `name`.

    Raises Refused when an address, name or subject holds a line break or is not exactly one address, and OSError when
    the mail server cannot be reached.
    """
    settings: Settings = current_app.config["SETTINGS"]
    deliver(settings, compose(settings, to=to, subject=subject, text=text, name=name))


def deliver(settings: Settings, message: EmailMessage) -> None:
    """Hand `message` to the mail server, or keep it as a file; raises OSError. Needs no request."""
    if settings.mail_server:
        _hand_over(settings, message)
    else:
        _keep(settings.data / "mail", message)


def after(response: Response, message: EmailMessage) -> None:
    """Deliver `message` once `response` has gone to the browser, so that the time it takes tells nothing."""
    settings: Settings = current_app.config["SETTINGS"]
    response.call_on_close(lambda: went(settings, message))


def went(settings: Settings, message: EmailMessage) -> bool:
    """Deliver `message` now; False, which the log tells, when it did not go. For what says that it was sent."""
    try:
        deliver(settings, message)
    except (OSError, smtplib.SMTPException) as error:
        log.error("mail failed", error=type(error).__name__)  # noqa: TRY400 — its message can hold addresses
        return False
    return True


def compose(settings: Settings, *, to: str, subject: str, text: str, name: str = "") -> EmailMessage:
    """The message as it is sent; raises Refused."""
    if not subject.strip() or len(subject) > _LONGEST_SUBJECT:
        raise Refused("the subject is empty or too long")
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(settings.mail_from, "Bruggenbouwer")
    message["To"] = _address(to, name)
    message["Subject"] = _one_line(subject)
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = make_msgid(domain=urlsplit(settings.address).hostname or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text.replace("\r\n", "\n").replace("\r", "\n"))
    return message


def _address(mail_address: str, name: str) -> Address:
    try:
        checked = validate_email(_one_line(mail_address), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Refused("not one mail address") from error
    return Address(display_name=_one_line(name), addr_spec=checked.ascii_email or checked.normalized)


def _one_line(text: str) -> str:
    # Zl and Zp are the line and paragraph separators, Cc the control characters, Cs lone surrogates.
    if any(unicodedata.category(each) in {"Cc", "Zl", "Zp", "Cs"} for each in text):
        raise Refused("a line break or control character where one line belongs")
    return text


def _hand_over(settings: Settings, message: EmailMessage) -> None:
    host, port = settings.mail_host
    with smtplib.SMTP(host, port, timeout=SECONDS) as server:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        elif host not in LOOPBACK:
            raise OSError("the mail server offers no encryption (STARTTLS)")
        if settings.mail_username:
            server.login(settings.mail_username, settings.mail_password.get_secret_value())
        server.send_message(message)


def _keep(folder: Path, message: EmailMessage) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{clock.now():%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}.eml"
    private = os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(private, "wb") as file:
        file.write(bytes(message))
