"""Windows of one Chromium on the running site, for each kind of user, that remember what went wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.site import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response

    from graph.rights import Role
    from tests.browser.site import Site

DESKTOP = (1280, 900)
PHONE = (375, 812)
NARROW = (320, 640)
# Milliseconds: the first pages of a database that was just started take long on a busy machine.
PATIENCE = 90_000


class Windows:
    """Opens windows and keeps what their consoles said."""

    def __init__(self, browser: Browser, site: Site) -> None:
        """Windows of `browser` on `site`."""
        self.browser = browser
        self.site = site
        self._states: dict[Role, Any] = {}
        self._open: list[BrowserContext] = []
        self._complaints: list[str] = []

    def open(
        self, role: Role | None = None, *, size: tuple[int, int] = DESKTOP, script: bool = True, scale: float = 1
    ) -> Page:
        """A window of a visitor, or of somebody with this role, on no page yet; `page.goto("/doelen")` takes paths."""
        state = None if role is None else self._state(role)
        return self._window(storage_state=state, size=size, script=script, scale=scale)

    def complaints(self) -> list[str]:
        """What went wrong since the last time this was asked: errors in the console (also of the content policy)."""
        found, self._complaints = self._complaints, []
        return found

    def expect_answer(self, status: int) -> None:
        """The browser noted in its console that an answer had this `status`, as it should; nothing else is let pass."""
        noted = f"status of {status} "
        told = [each for each in self._complaints if noted in each]
        assert told, f"no answer had status {status}"
        self._complaints = [each for each in self._complaints if noted not in each]

    def close(self) -> None:
        """Close every window."""
        for context in self._open:
            context.close()
        self._open.clear()

    def _window(self, *, storage_state: Any, size: tuple[int, int], script: bool = True, scale: float = 1) -> Page:
        context = self.browser.new_context(
            base_url=self.site.url,
            storage_state=storage_state,
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=scale,
            java_script_enabled=script,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE)
        self._open.append(context)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._complaints.append(f"{page.url}: {error}"))
        page.on("response", self._answered)
        return page

    def _state(self, role: Role) -> Any:
        if role not in self._states:
            page = self._window(storage_state=None, size=DESKTOP)
            log_in(page, self.site.logins[role])
            self._states[role] = page.context.storage_state()
        return self._states[role]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self._complaints.append(f"{response.url}: {response.status}")


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Log in by the form, as people do."""
    page.goto("/inloggen")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda url: not url.endswith("/inloggen"))


def every(locator: Locator) -> list[Locator]:
    """All that `locator` finds once the page has come in whole: a click returns while the page is still coming in."""
    locator.page.wait_for_load_state()
    locator.first.wait_for()
    return locator.all()
