"""An initiator's job: sign up without an account, be answered by mail, and keep the own page up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.rights import Role
from tests.browser.windows import log_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

EMAIL = "ina.ingebeeld@example.org"
NAME = "Soepkar van de Vlietbuurt"


def test_an_initiator_signs_up_is_accepted_chooses_a_password_and_proposes_a_change(
    windows: Windows, duinvliet: Site
) -> None:
    page = windows.open()
    sign_up(page)
    page.goto(duinvliet.link_in_mail_to(EMAIL))
    page.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt, uw adres is bevestigd")

    # Nothing is public before somebody of the municipality read it.
    page.goto("/initiatieven?q=Soepkar")
    expect(page.get_by_role("main")).not_to_contain_text(NAME)

    official = windows.open()
    log_in(official, duinvliet.logins[Role.BRIDGE_BUILDER])
    open_submission(official, NAME)
    expect(official.get_by_role("main")).to_contain_text("Nee, alleen de gemeente kent de naam.")
    official.get_by_role("button", name="Neem over en publiceer").click()
    expect(official.get_by_role("main")).to_contain_text("Overgenomen. Ina Ingebeeld krijgt een mail.")

    # The mail with the answer leads to a password, the password to the own page.
    page.goto(duinvliet.link_in_mail_to(EMAIL))
    for field in page.locator("input[type=password]").all():
        field.fill("paarse wolken zwemmen")
    page.get_by_role("main").get_by_role("button").first.click()
    log_in(page, EMAIL, "paarse wolken zwemmen")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Mijn initiatief").click()
    expect(page.get_by_role("region", name=NAME)).to_be_visible()

    page.get_by_role("link", name="Wijzigen").click()
    page.get_by_label("In één zin").fill("Elke donderdag soep op straat, ook met brood.")
    page.get_by_role("button", name="Stuur voorstel").click()
    expect(page.get_by_role("main")).to_contain_text("Uw voorstel is verstuurd.")

    open_submission(official, NAME)
    expect(official.get_by_role("main")).to_contain_text("ook met brood")
    official.get_by_role("button", name="Neem over", exact=True).click()
    expect(official.get_by_role("main")).to_contain_text("Overgenomen.")

    # Everybody reads the new sentence, and not who wrote it.
    visitor = windows.open()
    visitor.goto("/zoeken?q=soepkar")
    visitor.get_by_role("main").get_by_role("link", name=NAME, exact=True).click()
    expect(visitor.get_by_role("main")).to_contain_text("Elke donderdag soep op straat, ook met brood.")
    expect(visitor.get_by_role("main")).not_to_contain_text("Ina Ingebeeld")


def test_an_initiator_reads_what_they_wait_for_what_was_agreed_and_their_question(
    windows: Windows, duinvliet: Site
) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.INITIATOR])
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Mijn initiatief").click()
    own = page.get_by_role("region", name="Opfleuren Duinplein")
    expect(own).to_contain_text("Gebruik van de berm aan de Zandweg")
    expect(own).to_contain_text("Uitleg over het beheer van de bloembakken")
    expect(own).to_contain_text("Er is geen termijn afgesproken.")
    expect(own).to_contain_text("Wij weten niet wie er over vijf jaar nog woont.")


def test_an_idea_finds_a_goal_and_goes_along_to_the_form_for_signing_up(windows: Windows) -> None:
    page = windows.open()
    page.goto("/doelzoeker")
    page.get_by_label("Wat is uw idee?").fill("Een moestuin waar ouderen en kinderen samen werken")
    page.get_by_role("button", name="Zoek doelen").click()
    expect(page.get_by_role("main")).to_contain_text("Met wie kunt u praten?")
    page.get_by_role("main").get_by_role("link", name="Meld uw initiatief aan").first.click()
    expect(page.get_by_label("Naam van het initiatief")).to_be_visible()
    expect(page.get_by_text("Een moestuin waar ouderen en kinderen samen werken")).to_be_attached()


def sign_up(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Meld uw initiatief aan").click()
    page.get_by_label("Naam van het initiatief").fill(NAME)
    page.get_by_label("Uw initiatief in één zin").fill("Elke donderdag soep op straat.")
    page.get_by_label("In welke buurt of wijk?").select_option(label="Vlietbuurt")
    page.get_by_label("Uw naam", exact=True).fill("Ina Ingebeeld")
    page.get_by_label("Uw e-mailadres").fill(EMAIL)
    page.get_by_role("main").get_by_role("button").last.click()
    page.wait_for_url("**/aanmelden/verstuurd")


def open_submission(page: Page, name: str) -> None:
    page.goto("/vandaag")
    page.get_by_role("region", name="Aanmeldingen").get_by_role("link").click()
    page.get_by_role("main").get_by_role("link", name=name).first.click()
