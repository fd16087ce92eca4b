"""The web: knows Flask, never Cypher. `create_app` is its table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

from app import (
    about,
    access,
    account,
    administration,
    areas,
    as_of,
    assessments,
    beheer_access,
    bodies,
    bridges,
    commitments,
    comparing,
    contributions,
    database,
    decisions,
    departments,
    door,
    errors,
    figures,
    formatting,
    goal_finder,
    goals,
    health,
    i18n,
    icons,
    imports,
    initiatives,
    insights,
    interactions,
    keepers,
    kinds,
    layout,
    learned,
    likely,
    logs,
    meetings,
    missing,
    moderation,
    network,
    notes,
    organisations,
    overview,
    own,
    people,
    privacy,
    questions,
    records,
    requirements,
    schemes,
    search,
    security,
    sharing,
    signpost,
    start,
    statuses,
    supply,
    themes,
)
from app.templating import templates_folder

if TYPE_CHECKING:
    from app.config import Settings
    from graph.server import Address

FEATURES = (
    imports,
    network,
    insights,
    questions,
    start,
    door,
    moderation,
    missing,
    likely,
    own,
    about,
    health,
    bridges,
    statuses,
    initiatives,
    commitments,
    goals,
    overview,
    figures,
    comparing,
    areas,
    assessments,
    signpost,
    goal_finder,
    organisations,
    keepers,
    people,
    privacy,
    learned,
    themes,
    notes,
    schemes,
    contributions,
    supply,
    departments,
    bodies,
    decisions,
    meetings,
    search,
    sharing,
    account,
    administration,
    beheer_access,
    requirements,
    interactions,
    records,
)


def create_app(settings: Settings, address: Address) -> Flask:
    """The web application on the database at `address`."""
    app = Flask(__name__, template_folder=str(templates_folder()))
    app.config.update(
        SECRET_KEY=settings.signing_key(),
        MAX_CONTENT_LENGTH=settings.upload_megabytes * 1_000_000,
        QUERY_SECONDS=settings.query_seconds,
        SETTINGS=settings,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True

    database.connect(app, address)
    i18n.register(app)
    formatting.register(app)
    logs.register(app)
    security.register(app)
    CSRFProtect(app)
    access.register(app)
    as_of.register(app)
    errors.register(app)
    icons.register(app)
    kinds.register(app)
    layout.register(app)
    for feature in FEATURES:
        app.register_blueprint(feature.blueprint)
    return app
