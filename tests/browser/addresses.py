"""The addresses that somebody with a role can open, read off the routes, with records of the demonstration in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import Rule

from app import create_app
from app.access import ACCOUNT
from app.addresses import FOLDER
from app.commands import demo_story
from app.config import Settings
from app.questions.words import ASKS
from graph import demo
from graph.demo.content import derived_id
from graph.model import Kind
from graph.rights import MAY, Permission, Role
from graph.server import Address
from tests.app.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask

# What a page about one record is looked at with: the story that the screens tell.
SLUGS = {
    Kind.INITIATIVE: "opfleuren-duinplein",
    Kind.PERSON: "els-denkbeeld",
    Kind.ORGANISATION: "bewonersvereniging-duinplein",
    Kind.DEPARTMENT: "team-groen",
    Kind.BODY: "raad",
    Kind.GOAL: "bijen-en-vlinders",
    Kind.POLICY_NOTE: "groenvisie",
    Kind.THEME: "inheemse-planten",
    Kind.AREA: "duinplein",
    Kind.SUBSIDY_SCHEME: "groen-doen",
    Kind.NEED: "zoekt-gereedschap-duinplein",
    Kind.OFFER: "biedt-gereedschap-repaircafe",
    Kind.RESULT: "planten-op-het-plein",
    Kind.LESSON: "vraag-de-vergunning-vroeg",
    Kind.CONTRIBUTION: "beplanting-duinplein",
    Kind.REQUIREMENT: "onderhoud-vijf-jaar",
    Kind.INTERACTION: "bel-anna-onderhoud",
    Kind.ASSESSMENT_FRAMEWORK: "kader-2025",
    Kind.ASSESSMENT: "afweging-opfleuren-duinplein",
    Kind.DECISION: "gebruik-berm-zandweg",
    Kind.COMMITMENT: "plein-schoonmaken",
}
IDS = {kind: demo.record_id(kind, slug) for kind, slug in SLUGS.items()}
OTHER = demo.record_id(Kind.INITIATIVE, "bijenlint-polderpad")
# A page that looks different when it is asked for something.
ASKED = (
    "/zoeken?q=bijen",
    "/zoeken?q=moestiun",
    "/zoeken?q=xyzzy",
    f"/initiatieven/{IDS[Kind.INITIATIVE]}?op=2026-03-01",
    f"/doelen/{IDS[Kind.GOAL]}?op=2026-03-01",
    "/doelen?op=2026-03-01",
    "/doelen?volgorde=minste",
    "/initiatieven?op=2026-03-01",
    "/initiatieven/kaart?op=2026-03-01",
    "/organisaties?op=2026-03-01",
    "/afspraken?op=2026-03-01",
    "/overzicht/vergelijken?van=2026-03-01",
    f"/netwerk?om={IDS[Kind.INITIATIVE]}",
    f"/netwerk?om={IDS[Kind.INITIATIVE]}&weergave=tabel",
    "/wegwijzer?vraag=Ik+wil+met+de+straat+een+buurttuin+beginnen+in+Zeezicht",
    "/wegwijzer?vraag=subsidie+voor+een+straatfeest",
    f"/wegwijzer?vraag=bomen&niet={IDS[Kind.PERSON]},{OTHER}",
    "/doelzoeker?idee=Een+moestuin+waar+ouderen+en+kinderen+samen+werken",
    "/doelzoeker?idee=xyzzy",
    "/bijdragen?soort=money&stap=given",
    "/bijdragen/totalen?per=year",
    "/regelingen?samen=ja",
    "/vraag-en-aanbod?kant=zoekt&soort=materials",
    "/vraag-en-aanbod?soort=money&kant=biedt",
    "/bestaat-niet",
)
ASKED_BY_ORGANISERS = (
    "/bijeenkomsten/uitnodigen?"
    + "".join(f"doel={demo.record_id(Kind.GOAL, slug)}&" for slug in demo_story.GOALS)
    + "".join(f"gebied={demo.record_id(Kind.AREA, slug)}&" for slug in demo_story.AREAS)
    + "plaatsen=40",
)
# Every question with its answers, as a list, a network and a map.
ASKED_BY_STAFF = (
    *(f"/vragen/antwoord?vraag={slug}" for slug in ASKS),
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}",
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}&als=netwerk",
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}&als=kaart",
    f"/vragen/antwoord?vraag=zonder-contactpersoon&thema={IDS[Kind.THEME]}",
    f"/vragen/antwoord?vraag=doelen-zonder-initiatief&doel={demo.record_id(Kind.GOAL, 'opgave-groen')}&als=netwerk",
    f"/vragen/antwoord?vraag=partners&thema={IDS[Kind.THEME]}&aantal=2",
    "/vragen/antwoord?vraag=wachten-op-besluit&aantal=10&volgorde=meest",
    "/vragen/antwoord?vraag=lang-niets-gehoord&aantal=3&als=kaart",
    "/vragen/antwoord?vraag=vraag-past-bij-aanbod&soort=",
    f"/vragen/antwoord?vraag=samen-aanvragen&regeling={IDS[Kind.SUBSIDY_SCHEME]}&als=netwerk",
)

# Files that have one form, an answer for machines, and parts of a page that a script asks for.
NO_PAGE = {
    "health.answer",
    "imports.rejected",
    "imports.template",
    "records.alike",
    "records.options",
    "sharing.everything",
    "sharing.follow",
    "sharing.meetings_that_come",
    "sharing.robots",
    "sharing.sitemap",
    "static",
}
# What stands in an address besides records with a page.
PLACES = {
    "criterion_id": demo.record_id(Kind.CRITERION, "doel-2025"),
    "meeting_id": demo_story.MEETING,
    "second_id": OTHER,
    "term_id": derived_id(f"terms:{SLUGS[Kind.COMMITMENT]}:0"),
    "question_id": demo_story.QUESTIONS[0][0],
}
# The form of a record that only its owner may change, and who administers what colleagues shared.
OWNED = {"questions.edit": {Role.BRIDGE_BUILDER, Role.ADMINISTRATOR}}
# Pages about what is not there: an address nobody has, a link from a mail that was used, a submission or import that is
# gone.
NOT_THERE = (
    *("/bestaat-niet", "/wachtwoord-kiezen/", "/aanmelden/bevestigen/", "/status/", "/beheer/aanmeldingen/"),
    "/beheer/import/",
)
FORMS = tuple(f"/{folder}/nieuw" for folder in FOLDER.values())


def routes() -> Flask:
    """The application for its map of addresses; it never asks its database anything."""
    return create_app(Settings(secret_key="x" * 40), Address("bolt://127.0.0.1:1", "x", "x", "x"))


def pages(app: Flask, role: Role | None) -> list[str]:
    """An address for every view that answers GET with a page this role may see, and some questions asked of them."""
    world = World(ids=IDS, other=OTHER, account_id=OTHER)
    views = {
        rule.endpoint: rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not _is_file(rule) and _may(app, role, rule)
    }
    found = [_path(world, rule) for rule in views.values()]
    found += ASKED
    if role and Permission.MAKE_LISTS in MAY[role]:
        found += ASKED_BY_ORGANISERS
    if role and Permission.SEE_DRAFTS in MAY[role]:
        found += ASKED_BY_STAFF
    if role is Role.BRIDGE_BUILDER:
        found += FORMS
    return sorted(set(found))


def _is_file(rule: Rule) -> bool:
    """Whether it gives no page: what is asked for as CSV or Excel says which in its address."""
    return rule.endpoint in NO_PAGE or "form" in rule.arguments


def _path(world: World, rule: Rule) -> str:
    text = rule.rule
    for name, value in PLACES.items():
        text = text.replace(f"<{name}>", value)
    return world.path(Rule(text)) if text != rule.rule else world.path(rule)


def dead(app: Flask, paths: Iterable[str]) -> list[str]:
    """Those of `paths` that no route answers."""
    known = app.url_map.bind("127.0.0.1")
    return sorted(path for path in set(paths) if not known.test(path, method="GET"))


def _may(app: Flask, role: Role | None, rule: Rule) -> bool:
    if role not in OWNED.get(rule.endpoint, {role}):
        return False
    need = getattr(app.view_functions[rule.endpoint], "permission", None)
    return need is None or (role is not None and (need == ACCOUNT or need in MAY[role]))
