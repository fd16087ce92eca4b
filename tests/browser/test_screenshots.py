"""The pictures of the README: `BRUGGENBOUWER_SCREENSHOTS=docs/screenshots pytest tests/browser/test_screenshots.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.model import Kind
from graph.rights import Role
from tests.browser.addresses import ASKED_BY_ORGANISERS, IDS, OTHER
from tests.browser.windows import DESKTOP, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.windows import Windows

STAFF = Role.BRIDGE_BUILDER
PAGES: dict[str, tuple[Role | None, str]] = {
    "start": (None, "/"),
    "initiatief": (STAFF, f"/initiatieven/{IDS[Kind.INITIATIVE]}"),
    "bruggen": (STAFF, "/bruggen"),
    "brug": (STAFF, f"/bruggen/{IDS[Kind.INITIATIVE]}/{OTHER}"),
    "netwerk": (STAFF, f"/netwerk?om={IDS[Kind.INITIATIVE]}"),
    "doelen": (None, "/doelen"),
    "uitnodigen": (STAFF, ASKED_BY_ORGANISERS[0]),
}
# A picture shows the top of a page: who wants the rest opens the page.
HIGHEST = {DESKTOP: 1400, PHONE: 1600}
LARGEST = 300_000


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=lambda size: str(size[0]))
@pytest.mark.parametrize("name", PAGES)
def test_the_page_can_be_pictured(windows: Windows, pictures: Path, name: str, size: tuple[int, int]) -> None:
    role, path = PAGES[name]
    page = windows.open(role, size=size)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    if name == "netwerk":
        page.locator("#net[data-ready]").wait_for()
    height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST[size])
    file = pictures / f"{name}-{size[0]}.png"
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": size[0], "height": height})
    assert file.stat().st_size < LARGEST
