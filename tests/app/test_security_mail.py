"""Mail goes to one person, holds what was meant, and nothing that came along in a name."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

import pytest

from app import mail, password_mail
from graph.resets import Recipient

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from app.config import Settings

BREAKS = ["\r\nBcc: ander@example.org", "\nX: y", "\r", "\x00", "\u2028", "\u2029", "\x0b", "\x85", "\ud800"]


def sent(settings: Settings) -> list[email.message.EmailMessage]:
    folder = settings.data / "mail"
    files = sorted(folder.glob("*.eml")) if folder.exists() else []
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in files]


@pytest.mark.parametrize("addition", BREAKS)
@pytest.mark.parametrize("field", ["to", "subject", "name"])
def test_check_14_a_line_break_is_refused(app: Flask, settings: Settings, field: str, addition: str) -> None:
    given = {"to": "bea@example.org", "subject": "Hallo", "text": "Dag", "name": "Bea"}
    given[field] += addition
    with app.app_context(), pytest.raises(mail.Refused):
        mail.send(**given)
    assert sent(settings) == []


@pytest.mark.parametrize(
    "to",
    ["", "bea", "a@example.org, b@example.org", "a@example.org;b@example.org", "Bea <bea@example.org>", "a@b@c.nl"],
)
def test_check_14_exactly_one_recipient(app: Flask, settings: Settings, to: str) -> None:
    with app.app_context(), pytest.raises(mail.Refused):
        mail.send(to=to, subject="Hallo", text="Dag")
    assert sent(settings) == []


@pytest.mark.parametrize("name", ['"Bea" <x@example.org>', "Bea, Karin", "Bea (beheer)", "a@example.org", "Zoë 🌷"])
def test_check_14_a_name_stays_a_name(app: Flask, settings: Settings, name: str) -> None:
    with app.app_context():
        mail.send(to="bea@example.org", subject="Hallo", text="Dag", name=name)
    (message,) = sent(settings)
    (recipient,) = message["To"].addresses
    assert recipient.addr_spec == "bea@example.org"
    assert recipient.display_name == name
    assert message["Bcc"] is None
    assert message["Cc"] is None


@pytest.mark.parametrize("name", ["{{7*7}}", "{% raw %}", "${7*7}", "#{7*7}", "<b>x</b>", "%(name)s"])
def test_check_8_a_name_that_looks_like_a_template_is_literal_in_mail(
    app: Flask, settings: Settings, name: str
) -> None:
    with app.test_request_context():
        mail.deliver(settings, password_mail.link(Recipient("bea@example.org", name), "token"))
    (message,) = sent(settings)
    body = message.get_body()
    assert body is not None
    assert f"Beste {name}," in body.get_content()


def test_check_39_links_in_mail_use_the_address_that_was_set(app: Flask, settings: Settings) -> None:
    with app.test_request_context(headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"}):
        mail.deliver(settings, password_mail.link(Recipient("bea@example.org", "Bea"), "token"))
    (message,) = sent(settings)
    assert "evil.example" not in message.as_string()
    assert "http://localhost/wachtwoord-kiezen/token" in message.as_string()


def test_mail_in_a_file_is_only_ours_to_read(app: Flask, settings: Settings) -> None:
    with app.app_context():
        mail.send(to="bea@example.org", subject="Hallo", text="Dag")
    (path,) = (settings.data / "mail").iterdir()
    assert _mode(path) == 0o600


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777
