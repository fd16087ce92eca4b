"""The settings of the web layer: from the environment, prefix `BRUGGENBOUWER_`, checked before anything starts."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from graph import clock
from graph.server import DatabaseSettings, Environment

WELL_KNOWN_SECRETS = frozenset({"secret", "change-me", "changeme", "dev", "development", "password", "bruggenbouwer"})
SHORTEST_SECRET = 32
SUBMISSION = 587
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Settings(Environment):
    """What the municipality can set; every field says in one sentence what it is for."""

    host: str = Field("127.0.0.1", description="The interface the web server listens on.")
    port: int = Field(8000, ge=1, le=65535, description="The port of the web server, on loopback.")
    public_url: str = Field("", description="The address people use; empty: http://127.0.0.1 and the port.")
    secret_key: str = Field("", description="Signs cookies and tokens; empty: generated once in the data folder.")
    municipality: str = Field("", description="The code of the area that is this municipality.")
    municipality_name: str = Field("", description="The name of the municipality in the header.")
    demo: bool = Field(default=False, description="Say in the footer that everything is fictional.")
    today: str = Field("", description="Pins the calendar day (ISO), so that a demonstration reads the same tomorrow.")
    time_zone: str = Field(clock.ZONE, description="The time zone in which days begin.")
    workers: int = Field(0, ge=0, le=64, description="Web workers; 0: one more than there are cores.")
    mail_from: str = Field("bruggenbouwer@example.org", description="The sender of mail.")
    mail_server: str = Field("", description="Host and port of the mail server; empty: mail goes to files.")
    mail_username: str = Field("", description="The name to log in to the mail server with; empty: no login.")
    mail_password: SecretStr = Field(SecretStr(""), description="The password for the mail server.")
    proxies: int = Field(0, ge=0, le=5, description="How many reverse proxies in front write X-Forwarded-For.")
    session_idle_minutes: int = Field(60, ge=1, description="A session ends after this long without use.")
    session_hours: int = Field(12, ge=1, description="A session ends after this long in any case.")
    quiet_days: int = Field(365, ge=30, description="A status is doubted after this many days without a sign of life.")
    upload_megabytes: int = Field(100, ge=1, description="Largest request.")
    query_seconds: float = Field(15.0, gt=0, description="A page whose query takes longer is given up.")

    @field_validator("public_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"} or parts.query:
            message = "BRUGGENBOUWER_PUBLIC_URL must be an address like https://bruggen.example.org, without a path"
            raise ValueError(message)
        return value.rstrip("/")

    @field_validator("secret_key")
    @classmethod
    def _is_secret(cls, value: str) -> str:
        if value and (value.lower() in WELL_KNOWN_SECRETS or len(value) < SHORTEST_SECRET):
            message = f"BRUGGENBOUWER_SECRET_KEY must be at least {SHORTEST_SECRET} characters that nobody can guess"
            raise ValueError(message)
        return value

    @field_validator("today")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        if value:
            clock.day_called(value)
        return value

    @field_validator("time_zone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value:
            clock.zone_called(value)
        return value

    @field_validator("mail_server")
    @classmethod
    def _is_a_server(cls, value: str) -> str:
        try:
            known = not value or (urlsplit(f"//{value}").hostname and urlsplit(f"//{value}").port != 0)
        except ValueError:
            known = False
        if not known or set("/?#@") & set(value):
            message = "BRUGGENBOUWER_MAIL_SERVER must be a host and a port such as mail.example.org:587"
            raise ValueError(message)
        return value

    @property
    def mail_host(self) -> tuple[str, int]:
        """Host and port of the mail server; the port of RFC 6409 where none is named."""
        parts = urlsplit(f"//{self.mail_server}")
        return parts.hostname or "", parts.port or SUBMISSION

    @model_validator(mode="after")
    def _is_safe(self) -> Settings:
        if not self.is_https and urlsplit(self.address).hostname not in LOOPBACK:
            message = "BRUGGENBOUWER_PUBLIC_URL must begin with https, unless it is on this machine itself"
            raise ValueError(message)
        return self

    @property
    def address(self) -> str:
        """The address people use, without a slash at the end."""
        return self.public_url or f"http://127.0.0.1:{self.port}"

    @property
    def is_https(self) -> bool:
        """Whether people use https, so that cookies can be Secure."""
        return self.address.startswith("https://")

    @property
    def data(self) -> Path:
        """The data folder, shared with the embedded database."""
        return Path(DatabaseSettings().data)

    def signing_key(self) -> str:
        """The secret key: the one that was set, else one made once and kept in the data folder, mode 0600."""
        if self.secret_key:
            return self.secret_key
        path = self.data / "secret_key"
        if not path.exists():
            _make_secret(path)
        return path.read_text(encoding="ascii")


def _make_secret(path: Path) -> None:
    """Whole or not at all, also when several workers start at once: the first link wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()
