"""A council member goes back to an earlier day, and lays two days beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.model import Kind
from tests.browser.addresses import IDS

if TYPE_CHECKING:
    from tests.browser.windows import Windows

GOAL = "Zon op alle publieke daken"


def test_the_duinplein_is_read_as_it_was_in_march_and_now(windows: Windows) -> None:
    page = windows.open()
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    main = page.get_by_role("main")
    story = page.get_by_role("region", name="Wat er gebeurde")
    expect(story).to_contain_text("dagen later dan afgesproken")

    page.get_by_text("Bekijk hoe het was op een datum").click()
    page.get_by_label("Hoe was het op").fill("2026-03-01")
    page.get_by_role("button", name="Bekijk", exact=True).click()

    expect(main).to_contain_text("U ziet hoe het was op 1 maart 2026.")
    expect(story).to_contain_text("Het plein schoonmaken")
    expect(story).not_to_contain_text("dagen later dan afgesproken")
    page.get_by_role("region", name="Draagt bij aan deze doelen").get_by_role("link").first.click()
    expect(main).to_contain_text("U ziet hoe het was op 1 maart 2026.")
    page.get_by_role("link", name="Naar vandaag").click()
    expect(main).not_to_contain_text("U ziet hoe het was op")


def test_two_days_are_compared_and_taken_along(windows: Windows) -> None:
    page = windows.open()
    page.goto("/doelen")
    page.get_by_role("link", name="Vergelijk twee dagen").click()
    page.get_by_label("Eerste dag").fill("2026-03-01")
    page.get_by_label("Tweede dag").fill("2026-10-01")
    page.get_by_role("button", name="Vergelijk", exact=True).click()

    expect(page.get_by_role("region", name="Andere verantwoordelijke wethouder")).to_be_visible()
    expect(page.get_by_role("region", name="Afspraken die zijn nagekomen")).to_contain_text("Het plein schoonmaken")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als CSV").click()
    assert "Het plein schoonmaken" in Path(download.value.path()).read_text("utf-8-sig")

    # Each side leads to the overview of that day: a goal that nobody worked at then, and that has an initiative now.
    handed_over = page.get_by_role("region", name="Andere verantwoordelijke wethouder")
    expect(handed_over).to_contain_text("van voormalig wethouder Leefomgeving naar Rob Sage")
    expect(page.get_by_role("region", name="Doelen die een initiatief kregen")).to_contain_text(GOAL)
    page.get_by_role("link", name="Doelen op de eerste dag").click()
    main = page.get_by_role("main")
    page.get_by_label("Zoek in doelen").fill(GOAL)
    page.get_by_role("button", name="Filters toepassen").click()
    expect(main).to_contain_text("U ziet hoe het was op 1 maart 2026.")
    expect(main).to_contain_text("Nog geen initiatief bekend")
    page.get_by_role("link", name="Naar vandaag").click()
    expect(main).to_contain_text("Zonnedak Sporthal De Duinpan")
    expect(main).not_to_contain_text("Nog geen initiatief bekend")
