"""Dutch sentences outside a request."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from flask import Flask
from flask_babel import force_locale

from app import i18n

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def dutch() -> Iterator[None]:
    """Inside the block, generated sentences are Dutch."""
    app = Flask("bruggenbouwer")
    i18n.register(app)
    with app.app_context(), force_locale("nl"):
        yield
