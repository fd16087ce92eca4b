"""The pages that bring registers in and take imports back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash, redirect, render_template, send_file, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from app import import_sentences
from app.access import Permission, current_actor, needs
from app.database import graph
from app.imports import blueprint, earlier, looks, running, uploads, wording
from app.imports.forms import UploadForm
from app.imports.looks import Stage
from graph import duplicates
from graph.imports import batches, kept, profile
from graph.imports.refusals import Refused
from graph.imports.template import template_file

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

SECONDS_TO_REFRESH = 2


@blueprint.get("/beheer/import")
@needs(Permission.IMPORT)
def overview() -> ResponseReturnValue:
    """Choose a file, and see what was brought in before."""
    return _page(UploadForm())


@blueprint.post("/beheer/import")
@needs(Permission.IMPORT)
def upload() -> ResponseReturnValue:
    """Store the file and begin to look at what it would do."""
    form = UploadForm()
    if not form.validate():
        return _page(form), 400
    stored = uploads.keep(form.file.data, form.profile.data)
    try:
        running.must_fit(stored)
    except Refused as error:
        uploads.forget(stored)
        form.file.errors = [import_sentences.refusal(error)]
        return _page(form), 400
    running.look(stored, current_actor())
    return redirect(url_for("imports.look", upload_id=stored.id), 303)


@blueprint.get("/beheer/import/<upload_id>/bekijken")
@needs(Permission.IMPORT)
def look(upload_id: str) -> ResponseReturnValue:
    """What the file would do, or how far the look at it is."""
    upload = uploads.find(upload_id)
    found = looks.of(upload)
    if found.stage is Stage.READY:
        stays = [wording.corrected(each) for each in found.first_corrected]
        words = import_sentences.in_words()
        return render_template("imports/report.html", upload=upload, report=found, in_words=words, stays=stays)
    said = import_sentences.refusal(found.refused) if found.refused else None
    waits = found.stage is Stage.LOOKING
    page = render_template("imports/looking.html", upload=upload, look=found, waits=waits, said=said)
    return page, {"Refresh": str(SECONDS_TO_REFRESH)} if waits else {}


@blueprint.post("/beheer/import/<upload_id>/uitvoeren")
@needs(Permission.IMPORT)
def bring_in(upload_id: str) -> ResponseReturnValue:
    """Bring the file in."""
    running.bring_in(uploads.find(upload_id), current_actor())
    flash(gettext("De gegevens komen binnen. U ziet de stand in de lijst."))
    return redirect(url_for("imports.overview"), 303)


@blueprint.get("/beheer/import/<upload_id>/afgekeurd")
@needs(Permission.IMPORT)
def rejected(upload_id: str) -> ResponseReturnValue:
    """The rejected rows as a file."""
    path = uploads.find(upload_id).rejects_path
    if not path.is_file():
        raise NotFound
    return send_file(path, mimetype="text/csv", as_attachment=True, download_name="afgekeurde-rijen.csv")


@blueprint.get("/beheer/import/<batch_id>")
@needs(Permission.IMPORT)
def show(batch_id: str) -> ResponseReturnValue:
    """One import: how far it is, what it did, and what stayed when it was taken back."""
    actor = current_actor()
    batch = graph().read(batches.one, actor=actor, batch_id=batch_id)
    left = [wording.left(each) for each in graph().read(kept.of_batch, actor=actor, batch_id=batch.id)]
    return render_template("imports/show.html", batch=batch, left=left, most=kept.MOST_KEPT)


@blueprint.post("/beheer/import/<batch_id>/terugdraaien")
@needs(Permission.IMPORT)
def take_back(batch_id: str) -> ResponseReturnValue:
    """Undo an import."""
    batch = graph().read(batches.one, actor=current_actor(), batch_id=batch_id)
    running.take_back(batch.id, current_actor())
    said = gettext("De import wordt teruggedraaid. Wat daarna is gewijzigd of gebruikt, blijft staan.")
    flash({"text": said, "url": url_for("imports.show", batch_id=batch.id), "label": gettext("Lees wat bleef staan")})  # type: ignore[arg-type]
    return redirect(url_for("imports.overview"), 303)


@blueprint.get("/beheer/import/invulblad/<name>")
@needs(Permission.IMPORT)
def template(name: str) -> ResponseReturnValue:
    """The headings of a profile as a file to fill in."""
    try:
        content = template_file(profile.shipped(name))
    except Refused as error:
        raise NotFound from error
    return Response(
        content,
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="invulblad-{name}.csv"'},
    )


def _page(form: UploadForm) -> str:
    profiles = [profile.load(name) for name in profile.names()]
    return render_template(
        "imports/overview.html",
        form=form,
        doubles=graph().read(duplicates.count, actor=current_actor()),
        profiles=profiles,
        **earlier.page({each.name: each.title for each in profiles}),
    )
