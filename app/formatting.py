"""How dates, numbers and texts read on a page; registered as template filters."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import nh3
from flask_babel import format_currency, format_date, format_decimal, gettext, ngettext
from markdown_it import MarkdownIt
from markupsafe import Markup

from graph import clock
from graph.counting import MOST_COUNTED

if TYPE_CHECKING:
    from flask import Flask

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(["image", "heading", "lheading"])
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "code"}


def day(value: dt.date | None) -> str:
    """`23 november 2026`; empty when there is no date."""
    return str(format_date(value, "d MMMM y")) if value else ""


def day_short(value: dt.date | None) -> str:
    """`23 nov`; empty when there is no date."""
    return str(format_date(value, "d MMM")) if value else ""


def weekday(value: dt.date) -> str:
    """`maandag 23 november`."""
    return str(format_date(value, "EEEE d MMMM"))


def euros(value: float | None) -> str:
    """`€ 15.000`, cents only where there are any; empty when there is no amount."""
    if value is None:
        return ""
    pattern = "¤ #,##0" if value == int(value) else "¤ #,##0.00"
    return str(format_currency(value, "EUR", pattern, currency_digits=False))


def number(value: float) -> str:
    """`2.691`."""
    return str(format_decimal(value))


def counted(count: int) -> str:
    """`24`, or `meer dan 1.000`: how many there are in a list, and behind each choice of its filters."""
    if count < MOST_COUNTED:
        return str(count)  # no thousands to set apart; a list may have a thousand choices
    return number(count) if count == MOST_COUNTED else str(gettext("meer dan %(count)s", count=number(MOST_COUNTED)))


def days(count: int) -> str:
    """`1 dag`, `101 dagen`."""
    return str(ngettext("%(num)s dag", "%(num)s dagen", count))


def days_since(start: dt.date) -> int:
    """Calendar days from `start` to today."""
    return (clock.today() - start).days


def story(text: str | None) -> Markup:
    """Markdown as safe HTML: no raw HTML, no pictures, links to http, https and mailto only."""
    html = nh3.clean(_MARKDOWN.render(text or ""), tags=_TAGS, url_schemes={"http", "https", "mailto"})
    return Markup(html)  # noqa: S704 — cleaned by nh3 on the line above


def plain(text: str | None, longest: int = 200) -> str:
    """Markdown as one line of text without marks, cut at a word; for a share card and a feed."""
    words = " ".join(story(text).striptags().split())
    return words if len(words) <= longest else f"{words[:longest].rpartition(' ')[0] or words[:longest]} …"


def initials(name: str) -> str:
    """`CF` for Carla Fictie."""
    parts = name.split()
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper()


def register(app: Flask) -> None:
    """Make these the template filters of `app`."""
    for each in (day, day_short, weekday, euros, number, counted, days, days_since, story, plain, initials):
        app.add_template_filter(each)
