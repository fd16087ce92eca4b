"""The interface icons, read once at start and inlined, so that they take the colour of the text around them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from flask import Flask

FOLDER = Path(__file__).parent / "static" / "icons"
_OPENING = "<svg "
_INLINED = '<svg class="bb-icon" aria-hidden="true" focusable="false" '


@cache
def icons() -> dict[str, Markup]:
    """Every `ui-NAME.svg` by its name, ready to be put in a page; an icon never carries meaning alone."""
    return {path.stem.removeprefix("ui-"): _inline(path) for path in sorted(FOLDER.glob("ui-*.svg"))}


def icon(name: str) -> Markup:
    """The icon called `name`; raises KeyError when there is none."""
    return icons()[name]


def _inline(path: Path) -> Markup:
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8").strip())
    return Markup(text.replace(_OPENING, _INLINED, 1))  # noqa: S704 — our own files, not input


def register(app: Flask) -> None:
    """Give the templates of `app` the function `icon(name)`."""
    icons()
    app.add_template_global(icon)
