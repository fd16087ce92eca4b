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
from babel.support import NullTranslations, Translations
from flask import request, session
from flask_babel import Babel, Domain, get_locale

if TYPE_CHECKING:
    from flask import Flask

LANGUAGES = ("nl", "en")
_AS_IT_STANDS = NullTranslations()


def register(app: Flask) -> None:
    """Let `app` speak the language of the visitor."""
    app.config["BABEL_DEFAULT_LOCALE"] = "nl"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Amsterdam"
    sentences = Sentences()
    Babel(app, locale_selector=chosen).domain_instance = sentences
    # As the extension does it, without the looks at the request that `Sentences` saves.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # made by jinja2.ext.i18n
        gettext=lambda one: sentences.get_translations().ugettext(one),
        ngettext=lambda one, more, number: sentences.get_translations().ungettext(one, more, number),
        newstyle=True,
        pgettext=lambda context, one: sentences.get_translations().upgettext(context, one),
        npgettext=lambda context, one, more, number: sentences.get_translations().unpgettext(
            context, one, more, number
        ),
    )


class Sentences(Domain):
    """The one catalogue, for the language of the request; a long list asks for some 400 sentences."""

    def get_translations(self) -> NullTranslations:
        """English, or the sentences as they stand."""
        locale = get_locale()
        return english() if locale is not None and locale.language == "en" else _AS_IT_STANDS


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
