"""One department to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.departments import blueprint
from graph import departments


@blueprint.get("/afdelingen/<department_id>")
@public
@dated
def show(department_id: str) -> str:
    """The page of one department."""
    page = graph().read(departments.page, actor=current_actor(), department_id=department_id)
    return render_template("departments/page.html", page=page)
