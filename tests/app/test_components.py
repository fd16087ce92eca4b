"""The components on one page: well-formed, accessible, clean under the content policy, and fit for small screens."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from flask import render_template_string
from markupsafe import escape
from werkzeug.serving import make_server

from app import kinds
from app.templating import templates_folder
from graph.model import Kind
from tests.app.looks import STATIC, small_app
from tests.browser import axe, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from playwright.sync_api import Browser, Page

ERRORS = (400, 403, 404, 405, 409, 413, 429, 500, 503)


@pytest.fixture(scope="module")
def web() -> Flask:
    return small_app()


def strictly_parsed(html: str) -> Any:
    """The page as a tree; raises on anything an HTML parser would have to repair."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def test_the_component_page_is_well_formed(web: Flask) -> None:
    tree = strictly_parsed(web.test_client().get("/").get_data(as_text=True))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert sorted(ids) == sorted(set(ids))
    assert len(tree.findall(".//h1")) == 1
    assert not [element for element in tree.iter() if element.get("style") or element.get("onclick")]


@pytest.mark.parametrize("code", ERRORS)
def test_every_error_page_is_well_formed_and_says_what_to_do(web: Flask, code: int) -> None:
    html = web.test_client().get(f"/fout/{code}").get_data(as_text=True)
    tree = strictly_parsed(html)
    assert len(tree.findall(".//h1")) == 1
    assert tree.findall(".//main//a")
    assert ("a1b2c3d4" in html) == (code in {500, 503})


def test_what_people_typed_is_escaped_everywhere(web: Flask) -> None:
    nasty = '<img src=x onerror="alert(1)">'
    calls = """
    {% from "components/kind.html" import chip, badge, kind_label %}{% from "components/lines.html" import line %}
    {% from "components/button.html" import button_link, post_button %}
    {% from "components/figures.html" import meter_line %}
    {% from "components/message.html" import there_now %}{{ there_now([{"label": x, "theirs": x}]) }}
    {% from "components/title.html" import title_only, breadcrumb %}{% from "components/time.html" import event_only %}
    {{ chip("Goal", x, x) }}{{ badge(x) }}{{ kind_label("Goal", x) }}{{ button_link(x, x, about=x) }}
    {{ title_only(x, x) }}
    {{ post_button(x, x, fields={"a": x}) }}{{ breadcrumb([(x, x)], x, [[(x, x)]]) }}{{ event_only(x, note=x, when=x) }}
    {% call line("check", act=badge(x)) %}{{ x }}{% endcall %}{% call meter_line(x, 1, 2) %}{{ x }}{% endcall %}
    """
    with web.test_request_context("/"):
        html = render_template_string(calls, x=nasty)
    assert "<img src=x" not in html
    assert str(escape(nasty)) in html


def test_a_message_after_an_act_offers_the_way_back_and_is_escaped(web: Flask) -> None:
    html = web.test_client().get("/gedaan").get_data(as_text=True)
    strictly_parsed(html)
    assert "Maak ongedaan" in html
    assert "Let op &lt;b&gt;dit&lt;/b&gt;." in html


def test_every_kind_has_its_pictures_and_colour() -> None:
    css = (STATIC / "css" / "app.css").read_text(encoding="utf-8")
    for kind in Kind:
        look = kinds.look(kind)
        assert (STATIC / look.icon).is_file()
        assert (STATIC / look.icon_selected).is_file()
        assert f".is-{look.css} {{" in css


def test_every_vendored_folder_has_a_licence_and_is_named() -> None:
    named = (STATIC / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for folder in (STATIC / "vendor").iterdir():
        assert list(folder.glob("LICENSE*")), folder.name
        assert f"vendor/{folder.name}" in named


def test_no_page_trusts_text_or_carries_styles_and_scripts_of_its_own() -> None:
    refused = re.compile(
        r"\|\s*safe\b|autoescape\s+false|\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*(src=|json))"
    )
    found = {
        str(path.relative_to(templates_folder())): match.group(0)
        for path in templates_folder().rglob("*.html")
        if "email" not in path.parts and (match := refused.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_every_kind_can_be_read_on_white_and_on_sand() -> None:
    css = (STATIC / "css" / "app.css").read_text(encoding="utf-8")
    for kind in Kind:
        colour = re.search(rf"--bb-{kinds.look(kind).css}: (#[0-9a-f]{{6}})", css)
        assert colour
        assert _contrast(colour.group(1), "#ffffff") >= 4.5
        assert _contrast(colour.group(1), "#faf7f2") >= 4.5


def _contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# In a real browser


@pytest.fixture(scope="module")
def address(web: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, web, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if chromium.path() is None:
        pytest.skip(chromium.MISSING)
    with chromium.browser() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.complaints = []  # type: ignore[attr-defined]
    opened.on("console", lambda said: opened.complaints.append(said.text) if said.type == "error" else None)  # type: ignore[attr-defined]
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))  # type: ignore[attr-defined]
    yield opened
    context.close()


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("path", ["/", "/gedaan", "/fout/500", "/start", "/netwerk"])
def test_axe_finds_nothing_and_the_policy_holds(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert axe.violations(page) == []
    assert page.complaints == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/", "/fout/404", "/start", "/netwerk"])
def test_nothing_scrolls_sideways_at_320_pixels(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address + path)
    assert not axe.scrolls_sideways(page)


def test_the_keyboard_finds_search_menu_and_account(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}/fout/404")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "zoek"
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    assert page.locator("#hoofdmenu").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#hoofdmenu").is_visible()
    page.locator("button.bb-account").press("Enter")
    assert page.get_by_role("button", name="Uitloggen").is_visible()
    assert axe.violations(page) == []


def test_focus_goes_to_what_happened(page: Page, address: str) -> None:
    page.goto(f"{address}/gedaan")
    assert page.evaluate("document.activeElement.id") == "melding"
    page.goto(address)
    assert page.evaluate("document.activeElement.id") == "fouten"


def test_the_dial_says_its_step_and_a_long_list_is_searched_by_typing(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#dial").press("ArrowRight")
    assert page.locator("#dial").get_attribute("aria-valuetext") == "redelijk verrassend"
    page.locator("#partner").fill("Imker")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#partner-select").input_value() == "Imkervereniging De Korf"
    assert page.complaints == []  # type: ignore[attr-defined]


def test_drawing_list_legend_and_card_keep_step(page: Page, address: str) -> None:
    page.goto(f"{address}/netwerk")
    page.wait_for_selector("#net[data-ready]")
    assert page.locator("#gekozen-tekst").inner_text() == "Initiatief. 1 lijn in beeld."
    page.locator('[data-node="g"]').press("Enter")
    assert page.locator("#gekozen-naam").inner_text() == "Meer </script><b>bijen"
    assert page.locator("#gekozen-tekst").inner_text() == "Doel. 2 lijnen in beeld."
    assert page.locator("#gekozen-open").get_attribute("href") == "/d/g"
    assert not page.locator("#gekozen-toon").is_visible()
    page.get_by_role("button", name="Doelen").click()
    assert not page.locator('[data-node="g"]').is_visible()
    page.get_by_role("button", name="Groter").click()
    assert axe.violations(page) == []
    assert page.complaints == []  # type: ignore[attr-defined]


def test_the_front_page_has_one_search_box(web: Flask) -> None:
    tree = strictly_parsed(web.test_client().get("/start").get_data(as_text=True))
    assert len([each for each in tree.iter("form") if each.get("role") == "search"]) == 1


def test_menu_and_filters_open_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Menu", exact=True).click()
    assert page.get_by_role("link", name="Doelen", exact=True).is_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Filters").click()
    assert page.get_by_role("button", name="Filters toepassen").is_visible()
    context.close()


def test_a_reason_asked_in_place_gets_focus(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Niet nuttig, omdat…").press("Enter")
    page.wait_for_function("document.activeElement.id === 'reden'")
