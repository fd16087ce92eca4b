"""Dutch first, English second: the language of the interface, and the switch between them.

Sentences stand in Dutch where they are used, and are the keys of the one catalogue, English. It is read as translators
write it (`messages.po`), so that there is no compiled copy that can be stale or forgotten in a wheel.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import request, session
from flask_babel import Babel

if TYPE_CHECKING:
    from flask import Flask

LANGUAGES = ("nl", "en")


def register(app: Flask) -> None:
    """Let `app` speak the language of the visitor."""
    app.config["BABEL_DEFAULT_LOCALE"] = "nl"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Amsterdam"
    babel = Babel(app, locale_selector=chosen)
    with app.app_context():
        babel.domain_instance.cache["en", "messages"] = english()


@cache
def english() -> Translations:
    """The English catalogue, without what is still fuzzy."""
    compiled = io.BytesIO()
    with (Path(__file__).parent / "translations" / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale="en"))
    compiled.seek(0)
    return Translations(compiled)


def chosen() -> str:
    """The language asked for in the address, else the one chosen before, else Dutch."""
    asked = request.args.get("taal")
    if asked in LANGUAGES:
        session["taal"] = asked
    kept = session.get("taal", "nl")
    return kept if kept in LANGUAGES else "nl"
