"""Whether the site of these settings answers at its port, asked from this machine."""

from __future__ import annotations

import http.client
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from graph.server.health import Finding
from graph.server.port import is_free

if TYPE_CHECKING:
    from app.config import Settings

PATH = "/gezond"
# Longer than a query may take, so that a busy site is not taken for another program.
SECONDS = 20.0
_LONGEST = 10_000


class Site(StrEnum):
    """What was found at the port."""

    NOBODY = "nobody"
    ANOTHER = "another program"
    WITHOUT_DATABASE = "our site, whose database does not answer"
    WELL = "our site"


def look(settings: Settings) -> Site:
    """Ask the port of `settings` who is there, by the name that people use; waits `SECONDS` at most."""
    if is_free(settings.port, settings.host):
        return Site.NOBODY
    host = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host  # noqa: S104 — every interface is this one too
    asked = http.client.HTTPConnection(host, settings.port, timeout=SECONDS)
    try:
        asked.request("GET", PATH, headers={"Host": urlsplit(settings.address).netloc})
        with asked.getresponse() as answer:
            told: Any = json.loads(answer.read(_LONGEST))
    except (OSError, http.client.HTTPException, ValueError):
        return Site.ANOTHER
    finally:
        asked.close()
    if not isinstance(told, dict) or told.get("program") != "bruggenbouwer":
        return Site.ANOTHER
    return Site.WELL if told.get("database") == "answers" else Site.WITHOUT_DATABASE


def finding(settings: Settings, *, must_run: bool) -> Finding:
    """What doctor says of the port; a free one is in order unless the site `must_run`."""
    port = settings.port
    found = look(settings)
    if found is Site.WELL:
        return Finding("web port", ok=True, sentence=f"The site answers at port {port}, and so does its database.")
    if found is Site.WITHOUT_DATABASE:
        cure = "Look at what is said of the database, and at the log of the site."
        sentence = f"The site answers at port {port}, but its database does not."
        return Finding("web port", ok=False, sentence=sentence, cure=cure)
    if found is Site.ANOTHER:
        cure = "Choose another BRUGGENBOUWER_PORT, or stop that program. Is it this site? Give doctor its settings."
        sentence = f"Port {port} is in use, and no site with these settings answers there."
        return Finding("web port", ok=False, sentence=sentence, cure=cure)
    if must_run:
        cure = "Start it with `bruggenbouwer serve`."
        return Finding("web port", ok=False, sentence=f"No site answers at port {port}.", cure=cure)
    return Finding("web port", ok=True, sentence=f"Port {port} is free for the site.")
