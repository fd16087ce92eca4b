"""An administrator's job: a register comes in, bridges appear on it, it goes out again; somebody gets access."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from graph.demo import record_id
from graph.model import Kind
from graph.rights import Role
from tests.browser.windows import every, log_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

REGISTER = """Naam;Project;Regeling;Organisatie;Thema;Jaar;Periodiciteit;Aangevraagd;Verleend
Stichting Vlierhof;Vlierhof bloeit;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 1.500;1.500,00
Vereniging Kamperfoelie;Kamperfoelie klimt;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 2.000;1.750,50
(Particulier);Een eigen tuin;Regeling Vlinderpad;Team Vlinders;Vlinders;2026;Eenmalig;€ 100;niet bekend
"""
LEAVES, STAYS = "Petra Papierwinkel", "Saskia Sprokkel"


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
    for field in every(hers.locator("input[type=password]")):
        field.fill("paarse wolken zwemmen")
    hers.get_by_role("main").get_by_role("button").first.click()
    log_in(hers, "nora.nergens@example.org", "paarse wolken zwemmen")
    expect(hers.get_by_role("banner")).to_contain_text("Nora Nergens")
    expect(hers.get_by_role("banner")).to_contain_text("organisator")


def test_an_administrator_answers_who_asks_what_is_kept_mends_it_and_erases(windows: Windows) -> None:
    page = windows.open(Role.ADMINISTRATOR)
    main = page.get_by_role("main")
    page.goto(f"/personen/{record_id(Kind.PERSON, 'chantal-onbekend')}")
    page.get_by_role("link", name="Inzage en wissen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles wat wij van Chantal Onbekend bewaren")
    expect(page.get_by_role("region", name="Gegevens", exact=True)).to_contain_text("0123 451 303")
    expect(page.get_by_role("region", name="Verbindingen")).to_contain_text("Stichting Mee aan Tafel")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als JSON").click()
    told = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert told["properties"]["telephone"] == "0123 451 303"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als Excel").click()
    assert ["Gegevens", "Telefoon", "0123 451 303"] in [
        row[:3] for row in CalamineWorkbook.from_path(download.value.path()).get_sheet_by_index(0).to_python()
    ]

    # The number is wrong: it is mended, and who mended it stays to be seen.
    page.get_by_role("link", name="Verbeter de gegevens").click()
    page.get_by_label("Telefoonnummer").fill("0123 451 999")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("link", name="Inzage en wissen").click()
    expect(page.get_by_role("region", name="Gegevens", exact=True)).to_contain_text("0123 451 999")
    expect(page.get_by_role("region", name="Logboek")).to_contain_text("0123 451 303 → 0123 451 999")

    # She wants to be erased: no duty to keep applies, and nothing goes without a tick.
    page.get_by_role("link", name="Wis deze persoon").click()
    page.get_by_role("button", name="Wis deze persoon").click()
    expect(page.get_by_role("alert")).to_be_focused()
    windows.expect_answer(400)
    page.get_by_role("checkbox", name="Ik weet dat dit niet ongedaan kan worden gemaakt.").check()
    page.get_by_role("button", name="Wis deze persoon").click()
    expect(main).to_contain_text("Gewist.")
    expect(page.get_by_role("region", name="De regels")).to_be_visible()
    page.get_by_role("search").get_by_role("searchbox").fill("Chantal Onbekend")
    page.keyboard.press("Enter")
    expect(main.get_by_role("link", name="Chantal Onbekend")).to_have_count(0)


def test_an_administrator_reads_why_an_alderman_cannot_be_erased(windows: Windows) -> None:
    page = windows.open(Role.ADMINISTRATOR)
    main = page.get_by_role("main")
    page.goto(f"/personen/{record_id(Kind.PERSON, 'els-denkbeeld')}")
    page.get_by_role("link", name="Inzage en wissen").click()
    page.get_by_role("link", name="Wis deze persoon").click()
    expect(main).to_contain_text("Wissen kan nu niet. De wet vraagt om deze gegevens te bewaren:")
    expect(main).to_contain_text("Wie waarover besliste, moet bewaard blijven (Archiefwet).")
    expect(main.get_by_role("button", name="Wis deze persoon")).to_have_count(0)
    expect(main.get_by_role("link", name="Verbeter de gegevens")).to_be_visible()


def test_an_administrator_hands_everything_over_to_a_colleague_in_one_act(windows: Windows) -> None:
    page = windows.open(Role.ADMINISTRATOR)
    main = page.get_by_role("main")
    page.goto("/vandaag")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Beheer").click()
    main.get_by_role("link", name="Wie houdt wat bij?").click()
    before = {name: load(page, name) for name in (LEAVES, STAYS)}
    keeper(page, LEAVES).get_by_role("link", name="Draag alles over").click()

    # Who forgets to choose is told so at the field; what was chosen then stays.
    page.get_by_role("button", name="Bekijk wat er overgaat").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link", name="Ga naar Wie neemt het over?").click()
    expect(page.get_by_label("Wie neemt het over?")).to_be_focused()
    expect(main).to_contain_text("Kies wie het overneemt.")
    colleague = page.get_by_label("Wie neemt het over?").locator("option").filter(has_text=STAYS)
    page.get_by_label("Wie neemt het over?").select_option(value=colleague.get_attribute("value"))
    page.get_by_role("button", name="Bekijk wat er overgaat").click()
    boxes = page.get_by_role("group", name="Wat gaat er over?").get_by_role("checkbox")
    for box in every(boxes):
        box.uncheck()
    page.get_by_role("button", name=f"Draag over aan {STAYS}").click()
    expect(main).to_contain_text("Zet een vinkje bij wat er overgaat.")
    windows.expect_answer(400)

    for box in every(boxes):
        box.check()
    labels = [each.inner_text() for each in every(page.get_by_role("group", name="Wat gaat er over?").locator("label"))]
    page.get_by_role("button", name=f"Draag over aan {STAYS}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(STAYS)
    expect(main).to_contain_text(f"{sum(map(number, labels))} dingen zijn overgedragen.")

    # The lists show it: what the one kept and still had to do is kept by the other.
    page.goto("/bijhouden")
    kept = sum(number(label) for label in labels if label.startswith("Houdt bij"))
    open_ones = sum(number(label) for label in labels if label.endswith("houdt ze bij"))
    assert kept
    assert load(page, STAYS) == before[STAYS] + kept + open_ones
    assert load(page, LEAVES) == before[LEAVES] - kept
    keeper(page, STAYS).get_by_role("link").nth(1).click()
    expect(main).to_contain_text(f"{before[STAYS] + kept + open_ones} keer gevonden.")


def keeper(page: Page, name: str) -> Locator:
    """The row of one keeper."""
    return page.get_by_role("table", name="Bijhouders").get_by_role("row").filter(has_text=name)


def load(page: Page, name: str) -> int:
    """How many records this keeper has; none when the list does not hold them."""
    page.wait_for_load_state()
    row = keeper(page, name)
    return number(row.get_by_role("cell").first.inner_text()) if row.count() else 0


def number(text: str) -> int:
    """The first number of a text."""
    found = re.search(r"\d+", text)
    assert found, text
    return int(found[0])


def imports(page: Page) -> None:
    page.goto("/vandaag")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Beheer").click()
    page.get_by_role("main").get_by_role("link", name="Gegevens inlezen").click()


def until(page: Page, file: str, state: str) -> None:
    """Look at the list of imports until the newest of `file` is in `state`, as a person would."""
    for _ in range(40):
        page.wait_for_load_state()
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
