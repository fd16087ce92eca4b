"""What every page shows around its content: the bar, the account, the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import current_app, g, request, url_for
from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, Role, current_actor, whole_actor
from app.addresses import address, at_day, listing, same_page, same_query
from app.formatting import initials
from graph import clock
from graph.ids import new_id

if TYPE_CHECKING:
    from flask import Flask

ROLE_LABELS = {
    Role.ADMINISTRATOR: _("functioneel beheerder"),
    Role.BRIDGE_BUILDER: _("bruggenbouwer"),
    Role.ORGANISER: _("organisator"),
    Role.INITIATOR: _("initiatiefnemer"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One item in the bar."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class AccountMenu:
    """Who is logged in, at the right of the header."""

    name: str
    initials: str
    role_label: str


def register(app: Flask) -> None:
    """Give every template of `app` what the layout needs."""
    app.context_processor(_around)


def navigation() -> list[Place]:
    """The bar for this person: one word per place, at most seven and one for the administrator."""
    actor = whole_actor()
    staff = actor.may(Permission.SEE_DRAFTS)
    own = not staff and actor.may(Permission.EDIT_OWN)
    places = [(gettext("Vandaag"), "/vandaag")] if staff or own else [(gettext("Start"), "/")]
    if own:
        places.append((gettext("Mijn initiatief"), "/mijn-initiatief"))
    if actor.may(Permission.SEE_BRIDGES):
        places.append((gettext("Bruggen"), "/bruggen"))
    places += [
        (gettext("Initiatieven"), "/initiatieven"),
        (gettext("Doelen"), "/doelen"),
        (gettext("Netwerk"), "/netwerk"),
        (gettext("Bijeenkomsten"), "/bijeenkomsten"),
        (gettext("Wegwijzer"), "/wegwijzer"),
    ]
    if actor.may(Permission.ADMINISTER) or actor.may(Permission.IMPORT):
        places.append((gettext("Beheer"), "/beheer"))
    return [Place(label, url, current=_is_here(url)) for label, url in places]


def _is_here(url: str) -> bool:
    return request.path == url or (url != "/" and request.path.startswith(f"{url}/"))


def _account() -> AccountMenu | None:
    actor = current_actor()
    if actor.account_id is None:
        return None
    role = next((label for role, label in ROLE_LABELS.items() if role in actor.roles), _("bezoeker"))
    return AccountMenu(actor.name, initials(actor.name), str(role))


def _language_url() -> str:
    other = "nl" if str(get_locale()) == "en" else "en"
    if g.get("is_error") or request.endpoint is None or request.method != "GET":
        return url_for("start.home", taal=other)
    return same_page(taal=other)


def _around() -> dict[str, Any]:
    settings = current_app.config["SETTINGS"]
    return {
        "navigation": navigation(),
        "account": _account(),
        "account_url": url_for("account.own"),
        "actor": current_actor(),
        "Permission": Permission,
        "address": address,
        "at_day": at_day,
        "looking_back": clock.is_past(),
        "really_today": clock.really_today(),
        "listing": listing,
        "same_page": same_page,
        "same_query": same_query,
        "language_url": _language_url(),
        "demo": settings.demo,
        "municipality": settings.municipality_name,
        "public_url": settings.address,
        "today": clock.today(),
        "new_id": new_id,
        "get_locale": get_locale,
    }
