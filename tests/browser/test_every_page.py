"""Every page, for every role: a quiet console, nothing for axe, no sideways scroll, links that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from graph.model import Kind
from graph.rights import Role
from tests.browser import addresses, axe
from tests.browser.addresses import IDS, OTHER
from tests.browser.windows import NARROW, PHONE

if TYPE_CHECKING:
    from flask import Flask
    from playwright.sync_api import Page

    from tests.browser.windows import Windows

# A walk opens some 150 pages with a real browser and gives each to axe: on a slow machine that takes minutes.
pytestmark = pytest.mark.timeout(900)

WHO: list[Role | None] = [None, *Role]
MAIN = (
    "/",
    "/zoeken?q=bijen",
    "/initiatieven",
    f"/initiatieven/{IDS[Kind.INITIATIVE]}",
    "/doelen",
    f"/doelen/{IDS[Kind.GOAL]}",
    f"/netwerk?om={IDS[Kind.INITIATIVE]}",
    "/vandaag",
    "/bruggen",
    f"/bruggen/{IDS[Kind.INITIATIVE]}/{OTHER}",
    *addresses.ASKED_BY_ORGANISERS,
    f"/initiatieven/{IDS[Kind.INITIATIVE]}/wijzigen",
    "/vragen",
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}",
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}&als=netwerk",
    f"/vragen/antwoord?vraag=zelfde-doel&doel={IDS[Kind.GOAL]}&als=kaart",
)


class Walk:
    """Opens addresses one after the other and keeps what is wrong."""

    def __init__(self, windows: Windows, page: Page, seen: set[str]) -> None:
        """A walk in `page`; what reads like a text in `seen` was looked at before and is not given to axe again."""
        self.windows = windows
        self.page = page
        self.seen = seen
        self.wrong: list[str] = []
        self.links: dict[str, str] = {}

    def at(self, path: str) -> None:
        """Open `path` and look."""
        response = self.page.goto(path)
        status = response.status if response else 0
        gone = path.startswith(addresses.NOT_THERE)
        found = [] if status == (404 if gone else 200) else [f"answers {status}"]
        found += [each for each in self.windows.complaints() if not (gone and "404" in each)]
        if axe.scrolls_sideways(self.page):
            found.append("scrolls sideways")
        text = self.page.locator("main").inner_text()
        if text not in self.seen:
            self.seen.add(text)
            found += axe.violations(self.page) + axe.nothing_to_choose(self.page)
            self._note_links(path)
        self.wrong += [f"{path}: {each}" for each in found]

    def dead_links(self, app: Flask) -> list[str]:
        """Links on the pages of this walk that no route answers."""
        return [
            f"{self.links[path]}: a link to {path}, which no route answers" for path in addresses.dead(app, self.links)
        ]

    def _note_links(self, path: str) -> None:
        for href in self.page.evaluate("[...document.links].map(link => link.href)"):
            parts = urlsplit(href)
            if f"{parts.scheme}://{parts.netloc}" == self.windows.site.url and parts.path != path:
                self.links.setdefault(parts.path, path)


@pytest.fixture(scope="module")
def seen() -> set[str]:
    """The text of every page that axe looked at."""
    return set()


@pytest.mark.parametrize("role", WHO, ids=lambda role: role.value if role else "visitor")
def test_every_page_of_this_role_is_in_order(windows: Windows, seen: set[str], role: Role | None) -> None:
    app = addresses.routes()
    walk = Walk(windows, windows.open(role), seen)
    for path in addresses.pages(app, role):
        walk.at(path)
    walk.wrong += walk.dead_links(app)
    assert not walk.wrong, "\n".join(walk.wrong)


def test_the_main_pages_are_in_order_on_a_phone(windows: Windows) -> None:
    walk = Walk(windows, windows.open(Role.BRIDGE_BUILDER, size=PHONE), set())
    for path in MAIN:
        walk.at(path)
    assert not walk.wrong, "\n".join(walk.wrong)


def test_no_main_page_scrolls_sideways_at_320_pixels(windows: Windows) -> None:
    page = windows.open(Role.BRIDGE_BUILDER, size=NARROW)
    wide = []
    for path in MAIN:
        page.goto(path)
        if axe.scrolls_sideways(page):
            wide.append(path)
    assert wide == []
