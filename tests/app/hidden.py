"""What a page carries along unseen."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def hidden(page: TestResponse) -> dict[str, str]:
    """The hidden fields of a page, as a browser sends them back."""
    return {name: html.unescape(value) for name, value in FIELD.findall(page.text)}
