"""What the tests in a real browser share: Duinvliet, one Chromium, and a window for each kind of user."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import chromium, site
from tests.browser.windows import PATIENCE, Windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.site import Site


@pytest.fixture(scope="package")
def program() -> Iterator[Browser]:
    """One Chromium for all tests of this folder; skips them with the reason where there is none."""
    if chromium.path() is None:
        pytest.skip(chromium.MISSING)
    expect.set_options(timeout=PATIENCE)
    with chromium.browser() as started:
        yield started


@pytest.fixture(scope="package")
def duinvliet(program: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site that runs, with the demonstration; what a test changes stays changed."""
    del program  # without it no site is needed
    with site.running(tmp_path_factory.mktemp("duinvliet")) as started:
        yield started


@pytest.fixture(scope="package")
def doors(program: Browser, duinvliet: Site) -> Windows:
    """The logged-in state of each role, made once."""
    return Windows(program, duinvliet)


@pytest.fixture
def windows(doors: Windows) -> Iterator[Windows]:
    """Open windows: `windows.open(Role.ORGANISER)`; afterwards none of them may have complained."""
    yield doors
    doors.close()
    complaints = doors.complaints()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures of pages go: `BRUGGENBOUWER_SCREENSHOTS` when they are meant to be kept."""
    kept = os.environ.get("BRUGGENBOUWER_SCREENSHOTS")
    folder = Path(kept) if kept else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder
