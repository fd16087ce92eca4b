"""A visitor's job: from an own word to the team that answers, without an account and without seeing an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site
    from tests.browser.windows import Windows

TEAM = "groen.duinvliet@example.org"


def test_a_visitor_finds_a_goal_and_who_is_responsible_and_writes_to_that_team(
    windows: Windows, duinvliet: Site
) -> None:
    page = windows.open()
    write_to_the_team(page)
    expect(page.get_by_role("main")).to_contain_text("Uw bericht is verstuurd.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meer bijen en vlinders")
    assert "Mag ik bijenplanten op het plein zetten?" in duinvliet.mail_to(TEAM)


def test_a_visitor_without_javascript_does_the_same(windows: Windows, duinvliet: Site) -> None:
    page = windows.open(script=False)
    write_to_the_team(page)
    expect(page.get_by_role("main")).to_contain_text("Uw bericht is verstuurd.")
    assert "Mag ik bijenplanten op het plein zetten?" in duinvliet.mail_to(TEAM)


def test_the_signpost_leads_from_a_question_to_a_team(windows: Windows) -> None:
    page = windows.open()
    page.goto("/")
    page.get_by_role("link", name="De juiste persoon vinden").click()
    page.get_by_label("Wat wilt u weten of doen?").fill("Ik wil met de straat een buurttuin beginnen in Zeezicht")
    page.get_by_role("button", name="Wijs mij de weg").click()
    expect(page.get_by_role("main")).to_contain_text("Begin bij de eerste.")
    page.get_by_role("main").get_by_role("link", name="Schrijf team").first.click()
    expect(page.get_by_label("Uw bericht")).to_be_visible()


def write_to_the_team(page: Page) -> None:
    page.goto("/")
    # With a typing error, as people make them.
    page.get_by_role("searchbox", name="Waar zoekt u naar?").fill("vlindres")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("main").get_by_role("link", name="Meer bijen en vlinders", exact=True).first.click()

    chain = page.get_by_role("region", name="Wie gaat erover?")
    expect(chain).to_contain_text("Groenvisie")
    expect(chain).to_contain_text("Verantwoordelijke wethouder")
    expect(chain).to_contain_text("Els Denkbeeld")
    expect(chain).to_contain_text("Aanspreekpunt")
    page.get_by_role("main").get_by_role("link", name="Stuur een bericht").first.click()

    assert TEAM not in page.content()
    page.get_by_label("Uw naam").fill("Bo Bezoeker")
    page.get_by_label("Uw e-mailadres").fill("bo.bezoeker@example.org")
    page.get_by_label("Uw bericht").fill("Mag ik bijenplanten op het plein zetten?")
    page.get_by_role("main").get_by_role("button", name="Verstuur").click()
