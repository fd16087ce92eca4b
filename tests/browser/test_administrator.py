"""An administrator's job: a register comes in, bridges appear on it, it goes out again; somebody gets access."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.demo import record_id
from graph.model import Kind
from graph.rights import Role
from tests.browser.windows import log_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

REGISTER = """Naam;Project;Regeling;Organisatie;Thema;Jaar;Periodiciteit;Aangevraagd;Verleend
Stichting Vlierhof;Vlierhof bloeit;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 1.500;1.500,00
Vereniging Kamperfoelie;Kamperfoelie klimt;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 2.000;1.750,50
(Particulier);Een eigen tuin;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 100;niet bekend
"""


def test_an_administrator_imports_a_register_sees_a_bridge_on_it_and_takes_it_back(
    windows: Windows, duinvliet: Site, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(REGISTER, "utf-8-sig")
    page = windows.open()
    log_in(page, duinvliet.logins[Role.ADMINISTRATOR])
    imports(page)

    # First what would happen: two rows fit, one is refused with its line and reason, nothing is stored.
    page.get_by_label("Soort gegevens").select_option(label="Subsidieregister")
    page.get_by_label("Bestand", exact=True).and_(page.locator("input")).set_input_files(file)
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat er zou gebeuren")
    expect(page.get_by_role("main")).to_contain_text("Er is nog niets opgeslagen.")
    expect(page.get_by_role("table", name="Afgekeurde rijen")).to_contain_text("niet bekend")

    page.get_by_role("button", name="Voer de import uit").click()
    until(page, "register.csv", "klaar")

    # The new initiatives share a scheme, so there is a bridge between them, with its reason.
    find(page, "Vlierhof bloeit")
    page.get_by_role("region", name="Bruggen").get_by_role("link", name="Kamperfoelie klimt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kamperfoelie klimt")
    expect(page.get_by_role("main")).to_contain_text("Regeling Vlinderpad")
    expect(page.get_by_role("main")).to_contain_text("Wij zien nog geen contact")

    # And out again: what the import made is gone.
    imports(page)
    page.get_by_role("button", name="Draai terug").first.click()
    until(page, "register.csv", "teruggedraaid")
    page.get_by_role("search").get_by_role("searchbox").fill("Kamperfoelie klimt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).not_to_contain_text("Vereniging Kamperfoelie")


def test_an_administrator_gives_somebody_access_who_then_chooses_a_password(windows: Windows, duinvliet: Site) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.ADMINISTRATOR])
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Beheer").click()
    page.get_by_role("main").get_by_role("link", name="Toegang").click()
    page.get_by_label("Naam", exact=True).fill("Nora Nergens")
    page.get_by_label("E-mailadres", exact=True).fill("nora.nergens@example.org")
    page.get_by_role("region", name="Nieuw account").get_by_label("organisator").check()
    page.get_by_role("button", name="Maak account").click()
    expect(page.get_by_role("main")).to_contain_text("Nora Nergens krijgt een mail")

    hers = windows.open()
    hers.goto(duinvliet.link_in_mail_to("nora.nergens@example.org"))
    for field in hers.locator("input[type=password]").all():
        field.fill("paarse wolken zwemmen")
    hers.get_by_role("main").get_by_role("button").first.click()
    log_in(hers, "nora.nergens@example.org", "paarse wolken zwemmen")
    expect(hers.get_by_role("banner")).to_contain_text("Nora Nergens")
    expect(hers.get_by_role("banner")).to_contain_text("organisator")


def test_an_administrator_answers_who_asks_what_is_kept_of_them(windows: Windows, duinvliet: Site) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.ADMINISTRATOR])
    page.goto(f"/personen/{record_id(Kind.PERSON, 'anna-voorbeeld')}/inzage")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alles wat wij van Anna Voorbeeld bewaren")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als JSON").click()
    assert "Anna Voorbeeld" in Path(download.value.path()).read_text("utf-8")
    page.goto("/beheer/bewaartermijnen")
    expect(page.get_by_role("region", name="De regels")).to_be_visible()


def imports(page: Page) -> None:
    page.goto("/vandaag")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Beheer").click()
    page.get_by_role("main").get_by_role("link", name="Gegevens inlezen").click()


def until(page: Page, file: str, state: str) -> None:
    """Look at the list of imports until the newest of `file` is in `state`, as a person would."""
    for _ in range(40):
        row = page.get_by_role("table", name="Eerdere imports").get_by_role("row").filter(has_text=file).first
        if row.get_by_text(state, exact=True).count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"{file} never came to {state}")


def find(page: Page, name: str) -> None:
    """Search on the page one is on and open what is found."""
    page.get_by_role("search").get_by_role("searchbox").fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
