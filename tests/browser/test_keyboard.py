"""Without a mouse: the way into the page, where one is, and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.model import Kind
from graph.rights import Role
from tests.browser.addresses import IDS
from tests.browser.windows import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.windows import Windows

# Whether what has the focus is outlined and inside the window.
SEEN = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const around = element.closest(".bb-want"), outer = around && getComputedStyle(around);
  const lined = [style, outer].some(each => each && each.outlineStyle !== "none" && parseFloat(each.outlineWidth) > 0);
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  if (element === document.body) return "";  // past the last one, at the browser's own buttons
  return (lined || style.boxShadow !== "none") && inside ? "" : element.outerHTML.slice(0, 160);
}"""


def test_the_first_tab_leads_past_the_header(windows: Windows) -> None:
    page = windows.open()
    page.goto("/doelen")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('inhoud').contains(document.activeElement)")


def test_whoever_tabs_sees_where_they_are(windows: Windows) -> None:
    page = windows.open(Role.BRIDGE_BUILDER)
    unseen = []
    for path in ("/", f"/initiatieven/{IDS[Kind.INITIATIVE]}", "/bijeenkomsten/uitnodigen"):
        page.goto(path)
        unseen += [f"{path}: {each}" for each in tabbed(page, 40) if each]
    assert not unseen, "\n".join(unseen)


def test_the_menu_of_a_phone_opens_with_enter_and_closes_with_escape(windows: Windows) -> None:
    page = windows.open(size=PHONE)
    page.goto("/doelen")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('hoofdmenu').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


def test_the_menu_of_the_account_opens_with_enter_and_closes_with_escape(windows: Windows) -> None:
    page = windows.open(Role.BRIDGE_BUILDER)
    page.goto("/vandaag")
    page.get_by_role("button", name="Mijn gegevens").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()


def tabbed(page: Page, times: int) -> list[str]:
    """What cannot be seen among the first `times` places that the Tab key leads to."""
    found = []
    for _ in range(times):
        page.keyboard.press("Tab")
        found.append(page.evaluate(SEEN))
    return found
