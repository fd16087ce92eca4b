"""The network: look around, leave out, open, and read it as a table; by mouse, by keyboard, without script."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from graph.model import Kind
from graph.rights import Role
from tests.browser import axe
from tests.browser.addresses import IDS
from tests.browser.windows import DESKTOP, NARROW, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.windows import Windows

AROUND = f"/netwerk?om={IDS[Kind.INITIATIVE]}"


def drawn(page: Page, path: str) -> Page:
    page.goto(path)
    page.locator("#net[data-ready]").wait_for()
    return page


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_visitor_leaves_out_a_kind_and_reads_the_same_in_the_table(windows: Windows) -> None:
    page = drawn(windows.open(), AROUND)
    goals = page.get_by_role("button", name="Doelen")
    listed = page.locator("#in-beeld + ul li:visible")
    before = listed.count()
    goals.focus()
    page.keyboard.press("Enter")
    assert goals.get_attribute("aria-pressed") == "false"
    assert query(page)["zonder"] == ["goal"]
    assert listed.count() < before
    assert page.evaluate("document.activeElement.dataset.kind") == "goal"
    after = listed.count()
    page.get_by_role("link", name="Tabel").click()
    assert query(page) == {"om": [IDS[Kind.INITIATIVE]], "zonder": ["goal"], "weergave": ["tabel"]}
    expect(page.get_by_role("cell", name="draagt bij aan")).to_have_count(0)
    goals.click()
    assert goals.get_attribute("aria-pressed") == "true"
    assert page.get_by_role("cell", name="draagt bij aan").count() > 0
    drawn(page, f"{AROUND}&zonder=goal")
    assert listed.count() == after


def test_choosing_in_the_list_moves_the_card_and_opening_shows_more(windows: Windows) -> None:
    page = drawn(windows.open(), AROUND)
    before = page.locator("[data-node]").count()
    row = page.locator("[data-node]", has_text="Imkervereniging De Korf")
    row.focus()
    page.keyboard.press("Enter")
    assert row.get_attribute("aria-pressed") == "true"
    assert page.locator("#gekozen-naam").inner_text() == "Imkervereniging De Korf"
    assert "in beeld" in page.locator("#gekozen-tekst").inner_text()
    page.get_by_role("link", name="Toon de verbindingen").click()
    page.locator("#net[data-ready]").wait_for()
    assert "open" in query(page)
    assert page.locator("[data-node]").count() > before
    page.get_by_role("link", name="Toon 20 verbindingen meer").click()
    assert query(page)["aantal"] == ["40"]


def test_the_drawing_moves_by_keyboard_only_while_it_has_focus(windows: Windows) -> None:
    page = drawn(windows.open(), AROUND)

    def pixels() -> str:
        page.wait_for_timeout(400)
        return page.evaluate("document.querySelector('#net canvas').toDataURL()")

    pixels()
    page.locator("[data-zoom=in]").focus()
    still = pixels()
    page.keyboard.press("ArrowLeft")
    assert pixels() == still
    page.locator("[data-zoom=in]").press("Enter")
    larger = pixels()
    assert larger != still
    page.locator("#net .vis-network").focus()
    page.keyboard.down("ArrowLeft")
    assert pixels() != larger
    page.keyboard.up("ArrowLeft")


def test_a_town_opens_into_a_community_and_a_name_becomes_the_middle(windows: Windows) -> None:
    page = drawn(windows.open(), "/netwerk")
    name = page.locator("#gekozen-naam").inner_text()
    page.get_by_role("link", name="Open", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Groep rond {name}")
    page.get_by_label("Toon het netwerk rond").fill("Bijenlint Polderpad")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Netwerk rond Bijenlint Polderpad")
    page.get_by_label("Toon het netwerk rond").fill("bijen")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Imkervereniging De Korf").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Netwerk rond Imkervereniging De Korf")


def test_without_script_the_table_is_the_page_and_the_legend_works(windows: Windows) -> None:
    page = windows.open(script=False)
    page.goto(AROUND)
    assert page.locator("table").is_visible()
    assert not page.locator("#net").is_visible()
    page.get_by_role("button", name="Doelen").click()
    assert query(page)["zonder"] == ["goal"]
    expect(page.get_by_role("cell", name="draagt bij aan")).to_have_count(0)
    page.get_by_role("link", name="Volgende").click()
    assert query(page)["pagina"] == ["2"]
    page.goto("/netwerk")
    assert page.locator("table").is_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=lambda size: str(size[0]))
def test_every_shape_passes_axe_and_fits(windows: Windows, pictures: Path, size: tuple[int, int]) -> None:
    for role in (None, Role.BRIDGE_BUILDER):
        page = windows.open(role, size=size)
        for path in (AROUND, "/netwerk", f"/netwerk?groep={IDS[Kind.THEME]}"):
            for address in (path, f"{path}{'&' if '?' in path else '?'}weergave=tabel"):
                page.goto(address)
                if "tabel" not in address:
                    page.locator("#net[data-ready]").wait_for()
                assert axe.violations(page) == [], address
                assert not axe.scrolls_sideways(page), address
                if path == AROUND and role:
                    assert "brug: geen contact bekend" in page.locator("main").inner_text()
                    shape = "-tabel" if "tabel" in address else ""
                    page.screenshot(path=pictures / f"netwerk{shape}-{size[0]}.png", full_page=True)
