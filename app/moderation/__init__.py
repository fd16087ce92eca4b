"""What people sent at the door, for staff: read it, take it over or refuse it with a reason."""

from flask import Blueprint

from app.submitted import field_words, kind_words, state_words

blueprint = Blueprint("moderation", __name__)
for words in (field_words, kind_words, state_words):
    blueprint.add_app_template_global(words)

from app.moderation import routes  # noqa: F401
