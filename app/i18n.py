"""Dutch first, English second: the language of the interface, and the switch between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request, session
from flask_babel import Babel

if TYPE_CHECKING:
    from flask import Flask

LANGUAGES = ("nl", "en")


def register(app: Flask) -> None:
    """Let `app` speak the language of the visitor."""
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", "translations")
    app.config["BABEL_DEFAULT_LOCALE"] = "nl"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Amsterdam"
    Babel(app, locale_selector=chosen)


def chosen() -> str:
    """The language asked for in the address, else the one chosen before, else Dutch."""
    asked = request.args.get("taal")
    if asked in LANGUAGES:
        session["taal"] = asked
    kept = session.get("taal", "nl")
    return kept if kept in LANGUAGES else "nl"
