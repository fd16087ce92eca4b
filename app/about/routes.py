"""The standing pages; they say what this site does and nothing more."""

from __future__ import annotations

from flask import render_template

from app.about import blueprint
from app.access import public


@blueprint.get("/toegankelijkheid")
@public
def accessibility() -> str:
    """How accessible this site is, and what to do when something does not work."""
    return render_template("about/accessibility.html")


@blueprint.get("/privacy")
@public
def privacy() -> str:
    """What we keep of people, how long, and what they can ask."""
    return render_template("about/privacy.html")


@blueprint.get("/open-data")
@public
def open_data() -> str:
    """Which data everybody may use."""
    return render_template("about/open_data.html")
