"""What axe-core finds on a page: the rules of WCAG 2.2 AA and its best practices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Page) -> list[str]:
    """One line per element that breaks a rule: the rule, the element, what to do. Empty when all is well.

    The script is evaluated through the debugger, not added to the page, so that the page's own content policy stays as
    strict as it is for people.
    """
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", list(TAGS)
    )
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} — {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def nothing_to_choose(page: Page) -> list[str]:
    """Choices that a page shows to nobody: an option outside a list, and a group without anything to fill in."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("option, fieldset")]
                .filter(each => each.matches("option")
                    ? !each.closest("select, datalist")
                    : !each.querySelector("input, select, textarea, button"))
                .map(each => `nothing to choose: ${each.outerHTML.slice(0, 160)}`)"""
        )
    )
