"""What the figures of the network are called."""

from flask_babel import lazy_gettext as _

COUNTS = {
    "alone": _("Initiatieven die alleen staan"),
    "without_goal": _("Initiatieven zonder doel"),
    "white_spots": _("Doelen zonder initiatief"),
    "apart": _("Teams die elkaar niet treffen"),
    "holders": _("Waar veel aan hangt (hoogstens 10)"),
    "parts": _("Losse delen van het netwerk"),
}
