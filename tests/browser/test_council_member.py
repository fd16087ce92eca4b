"""A council member's job, without an account: what was promised, given, weighed and kept waiting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.model import Kind
from tests.browser.addresses import IDS

if TYPE_CHECKING:
    from tests.browser.windows import Windows


def test_a_council_member_reads_the_whole_story_of_the_duinplein(windows: Windows) -> None:
    page = windows.open()
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    main = page.get_by_role("main")

    expect(page.get_by_role("region", name="Draagt bij aan deze doelen")).to_contain_text("Meer bijen en vlinders")
    expect(page.get_by_role("region", name="Gevraagd en gegeven")).to_contain_text("Gegeven")
    waits = page.get_by_role("region", name="Wacht op een besluit")
    expect(waits).to_contain_text("Dit initiatief wacht 101 dagen.")
    # Asked before 1 July, done on 18 September; the new term was told on 6 May.
    story = page.get_by_role("region", name="Wat er gebeurde")
    expect(story).to_contain_text("Het plein schoonmaken")
    expect(story).to_contain_text("dagen later dan afgesproken")
    expect(story).to_contain_text("Verteld aan het initiatief op 6 mei 2026.")
    expect(main).not_to_contain_text("Contactmomenten")

    page.get_by_role("region", name="Afweging van de gemeente").get_by_role("link", name="Uitkomst en uitleg").click()
    expect(main).to_contain_text("Bewoners en winkeliers doen dit samen")
    page.goto("/afwegingskader")
    expect(main).to_contain_text("Vastgesteld")


def test_a_council_member_takes_the_promises_to_the_council_along(windows: Windows) -> None:
    page = windows.open()
    page.goto("/afspraken/toezeggingen")
    expect(page.get_by_role("main")).to_contain_text("Elk kwartaal een overzicht van wachttijden")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert "Lijst van daken die sterk genoeg zijn" in text
    assert "Het plein schoonmaken" not in text
