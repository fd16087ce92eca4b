"""An organiser's job: from a subject to invitations that are ready, with the reason for every guest."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.rights import Role
from tests.browser.windows import log_in

if TYPE_CHECKING:
    from tests.browser.site import Site
    from tests.browser.windows import Windows


def test_an_organiser_makes_a_list_exports_it_and_puts_invitations_ready(windows: Windows, duinvliet: Site) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.ORGANISER])
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Bijeenkomsten").click()
    page.get_by_role("link", name="Maak een uitnodigingslijst").first.click()
    expect(page.get_by_role("main")).to_contain_text("Kies eerst een doel, thema of gebied.")

    page.get_by_label("Voeg een doel toe").select_option(label="Meer bijen en vlinders")
    page.get_by_label("Aantal plaatsen").fill("12")
    page.get_by_role("button", name="Werk de lijst bij").click()
    page.get_by_label("Voeg een gebied toe").select_option(label="Duinplein")
    page.get_by_role("button", name="Werk de lijst bij").click()

    guests = page.get_by_role("table", name="Genodigden")
    expect(guests.get_by_role("row").nth(1)).to_contain_text("Grondslag:")
    expect(page.get_by_role("heading", name="Wie ontbreekt er nog?")).to_be_visible()
    expect(page.get_by_role("heading", name="Toestemming")).to_be_visible()

    # By hand: one surely, one never; each choice shows in the list at once.
    first, second = (guests.get_by_role("rowheader").nth(n).get_by_role("link").inner_text() for n in (0, 1))
    page.get_by_label(f"Keuze voor {first}").select_option(label="Zeker uitnodigen")
    page.wait_for_url("**zeker=**")
    page.get_by_label(f"Keuze voor {second}").select_option(label="Niet uitnodigen")
    page.wait_for_url("**niet=**")
    expect(page.get_by_role("heading", name="Niet uitnodigen")).to_be_visible()
    expect(guests.get_by_role("link", name=second, exact=True)).to_have_count(0)

    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ","))
    assert first in {row["Naam"] for row in rows}
    assert second not in {row["Naam"] for row in rows}
    assert all(row["Waarom?"] and row["Grondslag"] for row in rows)

    page.get_by_role("link", name="Zet uitnodigingen klaar").click()
    page.get_by_label("Naam van de bijeenkomst").fill("Initiatieventafel Bijen")
    page.get_by_label("Datum").fill("2027-01-12")
    page.get_by_label("Tijd").fill("19.30 uur")
    page.get_by_label("Plaats").fill("De Schelp")
    page.get_by_role("button", name="Zet uitnodigingen klaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Initiatieventafel Bijen")
    expect(page.get_by_role("table", name="Genodigden")).to_contain_text(first)
    meeting = page.url

    # Everybody sees the meeting, nobody else sees who is invited.
    visitor = windows.open()
    visitor.goto(meeting)
    expect(visitor.get_by_role("main")).to_contain_text("dinsdag 12 januari", ignore_case=True)
    expect(visitor.get_by_role("main")).not_to_contain_text(first)
