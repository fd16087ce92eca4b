"""A small application around the looks: the layout, every component, the error pages; no database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, flash, render_template, render_template_string
from flask_babel import Babel, get_locale
from flask_wtf import CSRFProtect, FlaskForm
from jinja2 import StrictUndefined
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app import icons, kinds
from app.addresses import at_day
from app.paging import Paging
from app.security import POLICY
from app.templating import templates_folder
from graph.model import Kind

STATIC = Path(icons.__file__).parent / "static"


START = """
{% set hide_search = true %}{% extends "layout.html" %}{% from "components/hero.html" import hero %}
{% block title %}Welkom{% endblock %}
{% block hero %}
{% call hero("Wie doet wat in Duinvliet?", "Vind initiatieven.", "Bijvoorbeeld: moestuin") %}
<p class="utrecht-paragraph"><a class="utrecht-link" href="/g">groen</a></p>{% endcall %}
{% endblock %}
"""
NETWORK = """
{% extends "layout.html" %}{% set uses = ["network"] %}
{% from "components/network.html" import canvas, chosen, legend, node, nodes, toggle, zoom %}
{% from "components/title.html" import title_only %}
{% block title %}Netwerk{% endblock %}
{% block heading %}{{ title_only("Netwerk rond Opfleuren Duinplein") }}{% endblock %}
{% block content %}
{% call legend("Soorten, om te tonen of te verbergen") %}
{{ toggle("Initiative", 2) }}{{ toggle("Goal", 1) }}{% endcall %}
<div class="bb-net"><div>{{ canvas("net", "Netwerk als tekening", "3 knopen en 2 lijnen.") }}
<div class="bb-row">{{ zoom() }}</div></div>
<div class="bb-flow">{{ chosen("Opfleuren Duinplein", "Initiatief.", "/i/s", "/netwerk?rond=s") }}
{% call nodes("Alles in dit beeld") %}{{ node("s", "Initiative", "Opfleuren Duinplein", True) }}
{{ node("b", "Initiative", "Bijenlint") }}{{ node("g", "Goal", "Meer bijen") }}{% endcall %}</div></div>
<script type="application/json" id="graaf">{{ graph | tojson }}</script>
{% endblock %}
"""


def drawing() -> dict[str, Any]:
    """A small neighbourhood, as the page carries it."""
    return {
        "centre": "s",
        "kinds": {look.css: str(look.label) for look in kinds.KIND.values()},
        "nodes": [
            {
                "id": "s",
                "label": "Opfleuren Duinplein",
                "group": "initiative",
                "url": "/i/s",
                "expand": "/netwerk?rond=s",
            },
            {"id": "b", "label": "Bijenlint", "group": "initiative", "url": "/i/b", "expand": "/netwerk?rond=b"},
            {"id": "g", "label": "Meer </script><b>bijen", "group": "goal", "url": "/d/g"},
        ],
        "edges": [{"from": "s", "to": "g"}, {"from": "b", "to": "g"}],
        "options": {"layout": {"randomSeed": 23}, "groups": kinds.drawing_groups(), "edges": {"width": 1.25}},
    }


class Example(FlaskForm):
    """One field of every type."""

    name = StringField("Naam van het initiatief", [InputRequired()])
    ended_on = StringField("Einddatum", [InputRequired()])
    started_on = DateField("Begindatum")
    area = SelectField("Wijk", choices=["Kies een wijk", "Duinplein", "De Geest"])
    partner = SelectField("Partner", choices=["", "Imkervereniging De Korf", "Winkeliers Zandweg"])
    seats = IntegerField("Aantal plaatsen")
    story = TextAreaField("Waar gaat het over?")
    reason = RadioField("Reden", choices=["het onderwerp verschilt te veel", "zij willen dit niet"])
    themes = SelectMultipleField(
        "Thema’s", choices=["Groen", "Energie"], option_widget=CheckboxInput(), widget=ListWidget()
    )
    goals = SelectMultipleField("Doelen", choices=["Meer bijen", "Minder tegels"])
    file = FileField("Bestand")
    invited = BooleanField("Ik wil uitnodigingen krijgen")


@dataclass(frozen=True)
class Place:
    """An item in the bar, as app/layout.py gives it."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class Shape:
    """An area on the map."""

    path: str
    name: str
    count: int
    x: int
    y: int
    shade: int


@dataclass(frozen=True)
class Account:
    """Who is logged in, as app/layout.py gives it."""

    name: str = "Carla Fictie"
    initials: str = "CF"
    role_label: str = "bruggenbouwer"


class StillPaging(Paging):
    """Pages without routes."""

    def url(self, page: int) -> str:
        """An address on the same page."""
        return f"#pagina-{page}"


def small_app() -> Flask:
    """The looks without the house: templates, static files, policy."""
    app = Flask("looks", template_folder=str(templates_folder()), static_folder=str(STATIC))
    app.config.update(SECRET_KEY="for tests only, nobody else", TESTING=True, BABEL_DEFAULT_LOCALE="nl")
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    Babel(app)
    app.add_template_global(get_locale)
    CSRFProtect(app)
    icons.register(app)
    kinds.register(app)

    @app.context_processor
    def around() -> dict[str, Any]:
        places = [Place("Vandaag", "/", current=True), Place("Bruggen", "/bruggen"), Place("Doelen", "/doelen")]
        return {
            "navigation": places,
            "account": Account(),
            "language_url": "/?taal=en",
            "demo": True,
            "municipality": "Duinvliet",
            "public_url": "http://127.0.0.1",
            "looking_back": False,
            "at_day": at_day,
            "keeping": lambda: None,
            "shared_here": lambda: None,
        }

    @app.after_request
    def guard(response: Any) -> Any:
        response.headers["Content-Security-Policy"] = POLICY
        return response

    @app.get("/")
    def page() -> str:
        form = Example(data={"name": "Bijenlint", "ended_on": "31-02-2027", "invited": True})
        form.ended_on.errors = ["31 februari bestaat niet. Vul een datum in die bestaat."]
        return render_template(
            "onderdelen.html",
            form=form,
            kinds=list(Kind),
            areas=[
                Shape("M0 0h120v400H0z", "zee", 0, 46, 204, 0),
                Shape("M120 0h520v400H120z", "Dorp", 17, 355, 94, 4),
            ],
            paging=StillPaging(1, 64),
            today=dt.date(2026, 11, 24),
        )

    @app.get("/gedaan")
    def done() -> str:
        flash(
            {"text": "U zette De Korf op ‘Zeker uitnodigen’.", "url": "/", "label": "Maak ongedaan", "post": True}, "ok"
        )
        flash("Let op <b>dit</b>.")
        return render_template("errors/404.html")

    @app.get("/start")
    def start() -> str:
        return render_template_string(START)

    @app.get("/netwerk")
    def network() -> str:
        return render_template_string(NETWORK, graph=drawing())

    @app.get("/fout/<int:code>")
    def wrong(code: int) -> str:
        return render_template(f"errors/{code}.html", reference="a1b2c3d4")

    return app
