"""The closed sets of assessments in the words of the screen."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from app.assessments import blueprint
from app.choices import FRAMEWORK_LABELS, ORGANISATION_KIND_LABELS, OUTCOME_LABELS
from graph.assessments import Order, Stage
from graph.model import Outcome, Verdict

OUTCOME_STATES = {Outcome.SUPPORTED: "success", Outcome.PARTLY: "neutral", Outcome.NOT_SUPPORTED: "plain"}
VERDICTS = {
    Verdict.YES: _("Ja"),
    Verdict.PARTLY: _("Deels"),
    Verdict.NO: _("Nee"),
    Verdict.NOT_APPLICABLE: _("Niet van toepassing"),
}
STATES = FRAMEWORK_LABELS
STAGES = {
    Stage.OPEN: _("Nog niet besloten"),
    Stage.TO_TELL: _("Nog niet verteld"),
    Stage.TO_PUBLISH: _("Nog niet openbaar"),
    Stage.PUBLISHED: _("Openbaar"),
}
ORDERS = {
    Order.NEWEST: _("Nieuwste eerst"),
    Order.OLDEST: _("Oudste eerst"),
    Order.NAME: _("Op naam"),
    Order.SLOWEST: _("Langst gewacht eerst"),
}
INITIATORS = {"resident": _("Bewoner")} | {kind.value: words for kind, words in ORGANISATION_KIND_LABELS.items()}
DIMENSIONS = {
    "initiator": _("Per soort initiatiefnemer"),
    "theme": _("Per thema"),
    "area": _("Per wijk"),
}


def initiator(kind: str) -> str:
    """The word for a kind of initiator."""
    return str(INITIATORS[kind])


@blueprint.app_template_global()
def outcome_label(outcome: Outcome) -> str:
    """The word for an outcome, also on the pages of other features."""
    return str(OUTCOME_LABELS[outcome])


@blueprint.app_template_global()
def outcome_state(outcome: Outcome) -> str:
    """The look of the badge of an outcome."""
    return OUTCOME_STATES[outcome]
