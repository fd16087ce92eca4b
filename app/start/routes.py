"""The start pages."""

from __future__ import annotations

from flask import render_template

from app.access import public
from app.start import blueprint


@blueprint.get("/")
@public
def home() -> str:
    """The public start."""
    return render_template("start/home.html")
