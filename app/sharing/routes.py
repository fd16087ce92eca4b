"""The QR code of a page, the feeds, and what search engines may read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

import segno
from flask import Response, current_app, request
from flask_babel import gettext

from app.access import public
from app.addresses import address
from app.database import graph
from app.formatting import day
from app.sharing import atom, blueprint
from app.sharing.around import KIND
from graph import clock
from graph.invitations import meetings
from graph.sharing import feeds, pages

if TYPE_CHECKING:
    from graph.invitations.meetings import Meeting
    from graph.sharing.pages import Page

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What everybody may read and is no page about one record.
STANDING = (
    *("/", "/initiatieven", "/initiatieven/kaart", "/doelen", "/organisaties", "/regelingen", "/stand-van-zaken"),
    *("/resultaten", "/lessen", "/vraag-en-aanbod", "/wegwijzer", "/doelzoeker", "/bijeenkomsten", "/cijfers"),
    *("/bijdragen", "/afspraken", "/eisen", "/afwegingen", "/toegankelijkheid", "/privacy", "/open-data"),
)
CLOSED = ("/beheer", "/inloggen", "/mijn-gegevens", "/mijn-initiatief", "/netwerk", "/vandaag", "/zoeken")


@blueprint.get(f"/<any({', '.join(KIND)}):folder>/<record_id>/qr.<any(svg, png):form>")
@public
def qr(folder: str, record_id: str, form: str) -> Response:
    """The address of a public page as a QR code, for paper."""
    found = graph().read(feeds.published, kind=KIND[folder], record_id=record_id)
    return _code(found.name, address(found.kind, found.id), form)


@blueprint.get("/bijeenkomsten/<meeting_id>/qr.<any(svg, png):form>")
@public
def meeting_qr(meeting_id: str, form: str) -> Response:
    """The same for a meeting."""
    found = graph().read(meetings.page, meeting_id=meeting_id)
    return _code(found.name, f"/bijeenkomsten/{found.id}", form)


def _code(name: str, path: str, form: str) -> Response:
    code = segno.make(f"{_site()}{path}", error="m", micro=False)
    drawn = io.BytesIO()
    if form == "svg":
        code.save(drawn, kind="svg", scale=8, border=4, light="#fff", omitsize=True, title=name, nl=False)
        return _file(drawn.getvalue(), "image/svg+xml")
    code.save(drawn, kind="png", scale=10, border=4)
    return _file(drawn.getvalue(), "image/png")


@blueprint.get("/feed.atom")
@public
def everything() -> Response:
    """What changed last of everything."""
    title = gettext("Nieuws van initiatieven en doelen")
    return _feed("/", title, [_entry(each) for each in graph().read(feeds.newest)])


@blueprint.get("/bijeenkomsten/feed.atom")
@public
def meetings_that_come() -> Response:
    """The meetings, those that come first."""
    found = graph().read(meetings.rows, selection=meetings.Selection(), skip=0, limit=feeds.MOST_ENTRIES)
    return _feed("/bijeenkomsten", gettext("Bijeenkomsten"), [_meeting(each) for each in found])


@blueprint.get(f"/<any({', '.join(KIND)}):folder>/<record_id>/feed.atom")
@public
def follow(folder: str, record_id: str) -> Response:
    """What changed last of one record and around it."""
    about, entries = graph().read(feeds.around, kind=KIND[folder], record_id=record_id)
    return _feed(address(about.kind, about.id), about.name, [_entry(each) for each in entries])


@blueprint.get("/robots.txt")
@public
def robots() -> Response:
    """What search engines leave alone, and where the map of the site is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), f"Sitemap: {_site()}/sitemap.xml"]
    return Response("\n".join([*lines, ""]), mimetype="text/plain")


@blueprint.get("/sitemap.xml")
@public
def sitemap() -> Response:
    """Every public page, without people."""
    root = Element("urlset", {"xmlns": SITEMAP})
    for path in STANDING:
        SubElement(SubElement(root, "url"), "loc").text = f"{_site()}{path}"
    for page in graph().read(pages.pages):
        _add(root, page)
    return _file(atom.written(root), "application/xml")


def _add(root: Element, page: Page) -> None:
    url = SubElement(root, "url")
    SubElement(url, "loc").text = f"{_site()}{address(page.kind, page.id)}"
    SubElement(url, "lastmod").text = clock.day_of(page.updated_at).isoformat()


def _entry(each: feeds.Entry) -> atom.Entry:
    path = address(each.kind, each.id)
    return atom.Entry(each.id, path, each.name, each.summary, each.lang, each.created_at, each.updated_at)


def _meeting(each: Meeting) -> atom.Entry:
    said = ", ".join(part for part in (day(each.held_on), each.starts_at, each.place) if part)
    if each.called_off_on:
        said = gettext("Gaat niet door: %(because)s (%(when)s)", because=each.called_off_because, when=said)
    return atom.Entry(each.id, f"/bijeenkomsten/{each.id}", each.name, said, "nl", each.created_at, each.changed_at)


def _feed(about: str, title: str, entries: list[atom.Entry]) -> Response:
    settings = current_app.config["SETTINGS"]
    author = gettext("Gemeente %(town)s", town=settings.municipality_name or gettext("onbekend"))
    made = atom.feed(site=_site(), path=request.path, about=about, title=title, author=str(author), entries=entries)
    return _file(made, "application/atom+xml")


def _file(content: bytes, mimetype: str) -> Response:
    """`content`, not sent again to who has it already."""
    response = Response(content, mimetype=mimetype)
    response.add_etag()
    response.make_conditional(request)
    return response


def _site() -> str:
    """The address people use, never the one a request came with."""
    address_of_site: str = current_app.config["SETTINGS"].address
    return address_of_site
