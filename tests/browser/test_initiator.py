"""An initiator's job: sign up without an account, be answered by mail, and keep the own page up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.demo import record_id
from graph.model import Kind
from graph.rights import Role
from tests.browser.windows import every, log_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

EMAIL = "ina.ingebeeld@example.org"
NAME = "Soepkar van de Vlietbuurt"
SIDEWALK = "Anderhalve meter stoep vrij laten"
PATH = "Plukroute langs het spoor"


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
    for field in every(page.locator("input[type=password]")):
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


def test_an_initiator_asks_why_something_is_required_and_reads_the_answer(windows: Windows) -> None:
    """A requirement is open again; the initiator asks why, the clock runs, and an official answers from the own day."""
    official, anna = windows.open(Role.BRIDGE_BUILDER), windows.open(Role.INITIATOR)
    requirement = f"/eisen/{record_id(Kind.REQUIREMENT, 'vrije-stoep')}"
    official.goto(requirement)
    hit = official.get_by_role("listitem").filter(has_text="Opfleuren Duinplein")
    hit.get_by_role("button", name="Toch nog open").click()
    expect(official.get_by_role("main")).to_contain_text("Bewaard: nog niet aan voldaan.")

    anna.goto("/mijn-initiatief")
    own = anna.get_by_role("region", name="Opfleuren Duinplein")
    must = own.get_by_role("listitem").filter(has=anna.get_by_role("link", name=SIDEWALK, exact=True))
    must.get_by_role("link", name="Waarom deze eis, en wat kan er wél?").click()
    expect(anna.get_by_role("main")).to_contain_text("De wijkploeg tekent de lijn met krijt op de stoep.")
    anna.get_by_label("Wat wilt u weten?").fill("De stoep bij de bakker is smal. Mag de bloembak daar blijven?")
    anna.get_by_role("button", name="Verstuur de vraag").click()
    expect(anna.get_by_role("main")).to_contain_text("Uw vraag is verstuurd.")
    expect(must).to_contain_text("Wacht 0 dagen op antwoord")

    # Everybody sees that the clock runs; the question itself only the municipality and the initiative.
    visitor = windows.open()
    visitor.goto(requirement)
    expect(visitor.get_by_role("main")).to_contain_text("Vroeg op 23 november 2026 waarom. Wacht 0 dagen op antwoord.")
    expect(visitor.get_by_role("main")).not_to_contain_text("bakker")

    # Who waited longest comes first on the day of the official: one of the others is answered before it is Anna's turn.
    if not on_my_day(official).get_by_role("link", name=SIDEWALK).count():
        on_my_day(official).get_by_role("listitem").filter(has_not_text="Duinplein").get_by_role("link").last.click()
        answer(official, "Team Vastgoed belt u vandaag.")
    mine = on_my_day(official).get_by_role("listitem").filter(has_text=SIDEWALK)
    expect(mine).to_contain_text("Wacht 0 dagen op antwoord")
    mine.get_by_role("link", name="Beantwoord").click()
    expect(official.get_by_role("main")).to_contain_text("Mag de bloembak daar blijven?")
    answer(official, "Ja, als er 1,20 meter vrij is. Wij komen dinsdag meten.")
    expect(official.get_by_role("main")).to_contain_text("Bewaard. Het initiatief leest het antwoord")

    anna.reload()
    expect(must).to_contain_text("Wij komen dinsdag meten.")
    expect(must).to_contain_text("Beantwoord op 23 november 2026, na 0 dagen")


def test_one_click_in_a_mail_confirms_the_status_without_an_account(windows: Windows, duinvliet: Site) -> None:
    official = windows.open(Role.BRIDGE_BUILDER)
    main = official.get_by_role("main")
    official.goto("/initiatieven/status")
    doubted = main.get_by_role("listitem").filter(has=official.get_by_role("link", name=PATH, exact=True))
    expect(doubted).to_contain_text("Maar de vergunning liep af op")
    doubted.get_by_role("button", name="Vraag het per mail").click()
    expect(main).to_contain_text("Verstuurd. Met één klik in de mail is de status bevestigd.")
    expect(doubted).to_contain_text("Nog geen antwoord.")

    page = windows.open()
    page.goto(f"/initiatieven/{record_id(Kind.INITIATIVE, 'plukroute-langs-het-spoor')}")
    expect(page.get_by_role("main")).to_contain_text("op 20 oktober 2025.")
    link = duinvliet.link_in_mail_to("farid.fantasie@example.org")
    page.goto(link)
    expect(page.get_by_role("main")).to_contain_text("Bij ons staat: ‘gestart’")
    expect(page.get_by_role("radio", name="gestart")).to_be_checked()
    page.get_by_role("button", name="Bevestig de status").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt, de status is bevestigd")
    page.get_by_role("link", name="Bekijk de pagina").click()
    expect(page.get_by_role("main")).to_contain_text("op 23 november 2026.")
    expect(page.get_by_role("main")).not_to_contain_text("20 oktober 2025")

    # The link works once, and nobody is waited for any more.
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")
    windows.expect_answer(404)
    official.reload()
    expect(main).not_to_contain_text("Nog geen antwoord.")


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


def on_my_day(page: Page) -> Locator:
    """The questions about requirements, on the day of who is logged in."""
    page.goto("/vandaag")
    return page.get_by_role("region", name="Vragen over eisen")


def answer(page: Page, words: str) -> None:
    page.get_by_label("Antwoord", exact=True).fill(words)
    page.get_by_role("button", name="Bewaar het antwoord").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Antwoord aan")
