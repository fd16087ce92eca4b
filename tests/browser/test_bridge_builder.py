"""A bridge-builder's job: from today's work to two groups that are asked whether they want to meet."""

from __future__ import annotations

import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from graph.demo import record_id
from graph.model import Kind
from graph.rights import Role
from tests.browser.addresses import IDS
from tests.browser.windows import every, log_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

SUBJECT = "Imkers op het plein"


def test_a_bridge_builder_asks_both_groups_and_takes_a_refusal_back(windows: Windows, duinvliet: Site) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.BRIDGE_BUILDER])

    page.get_by_role("link", name="Vandaag").click()
    expect(page.get_by_role("heading", name="Afspraken te laat")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Nog niet verteld aan het initiatief")

    bridges(page)
    expect(page.get_by_role("main").get_by_role("article").first).to_contain_text("Zij ")
    page.get_by_role("link", name="Bekijk de brug").first.click()
    expect(page.get_by_role("main")).to_contain_text("Wij zien nog geen contact tussen deze twee.")

    for heading in ("Wat zij delen", "Wie kan hen voorstellen?", "Hoe staat het ermee?"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    first, second = (each.inner_text() for each in every(page.locator(".bb-span h2")))
    page.get_by_role("button", name="Vraag beide groepen").click()

    expect(page.get_by_role("main")).to_contain_text("u vraagt beide groepen")
    expect(page.locator("#uitnodigingstekst")).to_contain_text(f"Beste mensen van {first} en {second}")
    expect(page.locator("#uitnodigingstekst")).to_contain_text("Wilt u elkaar leren kennen?")
    expect(page.get_by_role("heading", level=1)).to_contain_text(first)

    # It stands among the bridges under way.
    bridges(page)
    only(page, "Voorgesteld")
    expect(page.get_by_role("link", name=f"{first} en {second}")).to_be_visible()

    # Another one is of no use, and that can be taken back.
    bridges(page)
    only(page, "Nieuw")
    page.get_by_role("link", name="Bekijk de brug").nth(1).click()
    page.get_by_text("Niet nuttig, omdat…").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Bewaar de reden").click()
    expect(page.get_by_role("main")).to_contain_text("De reden is bewaard.")
    page.get_by_role("button", name="Maak ongedaan").first.click()
    expect(page.get_by_role("main")).to_contain_text("De laatste stap is ongedaan gemaakt.")

    page.get_by_role("button", name="Kennen elkaar al").click()
    expect(page.get_by_role("main")).to_contain_text("zij kennen elkaar al")
    page.get_by_role("button", name="Maak ongedaan").first.click()
    expect(page.get_by_role("button", name="Vraag beide groepen")).to_be_visible()


def test_a_bridge_from_the_suggestion_to_its_result(windows: Windows, duinvliet: Site) -> None:
    """Both sides are asked first: the initiator answers on an own page, the other group tells the bridge-builder."""
    page = windows.open()
    log_in(page, duinvliet.logins[Role.BRIDGE_BUILDER])
    main = page.get_by_role("main")
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    suggested = page.get_by_role("region", name="Bruggen").get_by_role("link").first
    other = suggested.inner_text()
    both = f"Opfleuren Duinplein en {other}"
    suggested.click()
    expect(main).to_contain_text("Wij zien nog geen contact tussen deze twee.")
    for heading in ("Wat zij delen", "Wie kan hen voorstellen?"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.get_by_role("button", name="Vraag beide groepen").click()
    expect(page.locator("#uitnodigingstekst")).to_contain_text(f"Beste mensen van {both}")

    anna = windows.open()
    log_in(anna, duinvliet.logins[Role.INITIATOR])
    anna.goto("/vandaag")
    expect(anna.get_by_role("main")).to_contain_text("Wilt u kennismaken?")
    expect(anna.get_by_role("main")).to_contain_text(other)
    anna.get_by_role("link", name="Geef antwoord").first.click()
    card = anna.get_by_role("region", name=both)
    card.get_by_text("Zet de zin in uw eigen woorden").click()
    card.get_by_role("textbox", name="Wat willen beide groepen?").fill("Samen delen wij gereedschap.")
    card.get_by_role("button", name="Bewaar de zin").click()
    expect(card).to_contain_text("Samen delen wij gereedschap.")
    card.get_by_role("button", name="Ja, wij willen kennismaken").click()
    expect(card).to_contain_text("U zei ja. Wij wachten op de ander.")

    bridges(page)
    only(page, "Voorgesteld")
    page.get_by_role("link", name=both).click()
    expect(main).to_contain_text("Samen delen wij gereedschap.")
    expect(main).to_contain_text("Opfleuren Duinplein zegt ja")
    page.get_by_role("button", name="Zegt ja").click()
    expect(main).to_contain_text("Het antwoord is bewaard.")
    for act, said in (
        ("Ik stelde hen aan elkaar voor", "zij zijn aan elkaar voorgesteld"),
        ("Zij ontmoetten elkaar", "zij ontmoetten elkaar"),
        ("Zij werken samen", "zij werken samen"),
    ):
        page.get_by_role("button", name=act).click()
        expect(main).to_contain_text(f"Vastgelegd: {said}.")
    page.get_by_label("Wat wilt u erbij onthouden?").fill("Een kast met gereedschap op het plein.")
    page.get_by_role("button", name="Leg het resultaat vast").click()
    expect(main).to_contain_text("Het resultaat is vastgelegd.")
    bridges(page)
    page.get_by_role("link", name="Wat bruggen opbrachten").click()
    expect(main).to_contain_text("Een kast met gereedschap op het plein.")
    anna.goto("/mijn-initiatief/kennismakingen")
    expect(anna.get_by_role("main")).to_contain_text("Resultaat")


def test_an_initiative_and_an_organisation_from_the_suggestion_to_a_partner(windows: Windows, duinvliet: Site) -> None:
    """The page of the initiative suggests an organisation; both say yes, work together, and it becomes a partner."""
    page = windows.open()
    log_in(page, duinvliet.logins[Role.BRIDGE_BUILDER])
    main = page.get_by_role("main")
    initiative = f"/initiatieven/{record_id(Kind.INITIATIVE, 'koor-voor-iedereen')}"
    page.goto(initiative)
    found = page.get_by_role("region", name="Organisaties om te leren kennen")
    organisation = found.get_by_role("link").first.inner_text()
    found.get_by_role("link").first.click()
    expect(main).to_contain_text("Wij zien nog geen contact tussen deze twee.")
    page.get_by_role("button", name="Vraag beide groepen").click()
    expect(page.locator("#uitnodigingstekst")).to_contain_text(f"Beste mensen van Koor voor iedereen en {organisation}")
    for _ in range(2):
        page.get_by_role("button", name="Zegt ja").first.click()
        expect(main).to_contain_text("Het antwoord is bewaard.")
    for act in ("Ik stelde hen aan elkaar voor", "Zij ontmoetten elkaar", "Zij werken samen"):
        page.get_by_role("button", name=act).click()
        expect(main).to_contain_text("Vastgelegd: ")
    expect(main).to_contain_text(f"{organisation} staat nog niet als partner bij Koor voor iedereen.")
    page.get_by_role("button", name="Leg vast als partner").click()
    expect(main).to_contain_text("De organisatie staat nu als partner bij het initiatief.")
    page.goto(initiative)
    expect(page.get_by_role("region", name="Wie doet mee?")).to_contain_text(organisation)


def test_a_bridge_builder_tells_what_is_late_answers_and_records_a_decision(windows: Windows, duinvliet: Site) -> None:
    page = windows.open()
    log_in(page, duinvliet.logins[Role.BRIDGE_BUILDER])
    page.goto("/vandaag")
    main = page.get_by_role("main")
    main.get_by_role("link", name="Antwoord over de sleutel van het buurthuis", exact=True).click()
    expect(main).to_contain_text("dagen te laat")

    page.get_by_role("link", name="Nieuwe termijn").click()
    page.get_by_label("Vóór welke dag is het klaar?").fill("10-12-2026")
    page.get_by_label("Waarom is er een nieuwe termijn?").fill("De sleutelmaker is ziek.")
    main.get_by_role("button").first.click()
    expect(main).to_contain_text("De nieuwe termijn staat erbij. De oude blijft staan.")
    page.get_by_role("link", name="Vertel het initiatief").first.click()
    page.wait_for_load_state()
    if page.get_by_label("Ik heb het zelf al verteld").count():
        page.get_by_label("Ik heb het zelf al verteld").check()
    page.get_by_role("button", name="Vertel het, en leg het vast").click()
    expect(main).to_contain_text("Vastgelegd dat het initiatief dit weet.")
    expect(main).to_contain_text("De sleutelmaker is ziek.")

    # The question about a requirement gets its answer.
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    page.get_by_role("link", name="Beantwoord de vraag").click()
    page.get_by_label("Antwoord", exact=True).fill("Twee jaar mag ook. Daarna praten wij opnieuw.")
    page.get_by_role("button", name="Bewaar het antwoord").click()
    expect(main).to_contain_text("Bewaard. Het initiatief leest het antwoord")

    # A contact moment: open the form, write, keep.
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    moments = page.get_by_role("region", name="Contactmomenten")
    moments.get_by_text("Contactmoment vastleggen").click()
    moments.get_by_role("textbox").first.fill("Gebeld over de bloembakken.")
    moments.get_by_role("button", name="Vastleggen", exact=True).click()
    expect(main).to_contain_text("Contactmoment vastgelegd. Alleen medewerkers zien het.")

    # A decision stops the clock for everybody who waits for it.
    page.goto("/wachtkamer?soort=political")
    main.get_by_role("link", name="Zonnepanelen op het dak van Sporthal De Duinpan").click()
    page.get_by_role("link", name="Leg het besluit vast").click()
    page.get_by_label("Wat is besloten?").fill("Akkoord voor vijftien jaar")
    page.get_by_label("Waarom?").fill("Het dak is sterk genoeg.")
    page.get_by_label("Op welke dag is besloten?").fill("23-11-2026")
    page.get_by_role("button", name="Bewaar het besluit").click()
    expect(page.get_by_role("region", name="Wat is besloten?")).to_contain_text("Akkoord voor vijftien jaar")

    page.goto("/vraag-en-aanbod/ruilringen")
    expect(main.get_by_role("article").first).to_contain_text("zoekt")


def test_a_forwarded_mail_becomes_a_contact_moment_with_a_next_step(windows: Windows, tmp_path: Path) -> None:
    file = tmp_path / "doorgestuurd.eml"
    file.write_bytes(forwarded())
    page = windows.open(Role.BRIDGE_BUILDER)
    main = page.get_by_role("main")
    page.goto("/contactmomenten")
    page.get_by_role("link", name="Mail inlezen").click()
    page.get_by_label("Mail als bestand (.eml)").set_input_files(file)
    page.get_by_role("button", name="Lees de mail").click()

    # Nothing is kept yet: who wrote, what, and to whom it belongs is shown to be looked at.
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit?")
    expect(page.get_by_label("Waar ging het over?")).to_have_value(SUBJECT)
    expect(page.get_by_label("Wat is er gezegd of geschreven?")).to_have_value(re.compile("De imkers komen"))
    expect(page.get_by_role("group", name="Over welk initiatief?").get_by_label("Opfleuren Duinplein")).to_be_checked()
    expect(page.get_by_role("group", name="Met wie?").get_by_label("Anna Voorbeeld")).to_be_checked()
    page.get_by_role("textbox", name="Volgende stap (").fill("De imkers terugbellen")
    page.get_by_role("textbox", name="Volgende stap vóór").fill("23-11-2026")
    page.get_by_role("button", name="Vastleggen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SUBJECT)
    expect(main).to_contain_text("De imkers terugbellen, vóór 23 november 2026.")

    # It stands at the initiative with its next step, and on the day of who took it.
    page.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    page.get_by_role("region", name="Contactmomenten").get_by_role("link", name="Lees ").click()
    moment = main.get_by_role("listitem").filter(has=page.get_by_role("link", name=SUBJECT, exact=True))
    expect(moment).to_contain_text("De imkers komen zaterdag kijken.")
    expect(moment).to_contain_text("Volgende stap: De imkers terugbellen, vóór 23 november 2026.")
    page.goto("/vandaag")
    moment = page.get_by_role("region", name="Uw volgende stappen").get_by_role("listitem")
    moment.filter(has_text="De imkers terugbellen").get_by_role("link", name="Bekijk").click()
    page.get_by_role("button", name="Gedaan").click()
    expect(main).to_contain_text("Volgende stap gedaan.")

    visitor = windows.open()
    visitor.goto(f"/initiatieven/{IDS[Kind.INITIATIVE]}")
    expect(visitor.get_by_role("main")).not_to_contain_text("imkers komen")


def forwarded() -> bytes:
    """A mail of Anna to the initiative, sent on as an attachment."""
    mail, around = EmailMessage(), EmailMessage()
    mail["From"], mail["To"] = "Anna Voorbeeld <anna.voorbeeld@example.org>", "opfleuren@example.org"
    mail["Subject"], mail["Date"] = SUBJECT, "Fri, 20 Nov 2026 10:00:00 +0100"
    mail.set_content("De imkers komen zaterdag kijken.")
    around["From"], around["To"] = "carla.fictie@example.org", "carla.fictie@example.org"
    around["Subject"] = f"FW: {SUBJECT}"
    around.set_content("Ter info.")
    around.add_attachment(mail)
    return around.as_bytes()


def bridges(page: Page) -> None:
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Bruggen").click()


def only(page: Page, state: str) -> None:
    """Filter on one state."""
    for box in every(page.get_by_role("group", name="Hoe staat het ermee?").get_by_role("checkbox")):
        box.uncheck()
    page.get_by_role("checkbox", name=re.compile(f"^{state}")).check()
    page.get_by_role("button", name="Filters toepassen").click()
