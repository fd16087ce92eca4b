"""Addresses of others: which of them become a link, and what the link is called.

Only the shape is looked at here; whether the page is still there is asked by `bruggenbouwer links check`.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

KNOWN = {
    "bsky.app": "Bluesky",
    "facebook.com": "Facebook",
    "fb.com": "Facebook",
    "flickr.com": "Flickr",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "mastodon.nl": "Mastodon",
    "mastodon.social": "Mastodon",
    "nextdoor.nl": "Nextdoor",
    "pinterest.com": "Pinterest",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "twitter.com": "X",
    "vimeo.com": "Vimeo",
    "whatsapp.com": "WhatsApp",
    "x.com": "X",
    "youtu.be": "YouTube",
    "youtube.com": "YouTube",
}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outside:
    """An address of somebody else; `url` is None when it is shown as text, not as a link."""

    text: str
    url: str | None
    name: str


def outside(address: str) -> Outside:
    """`address` as a link with the name of a known site or its host, when it has the shape of a web address.

    A known site is always reached over https. What names a login, a port or a number instead of a host is no link.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        good = parts.scheme in {"http", "https"} and _is_public(host) and parts.netloc.lower() == parts.hostname
    except (UnicodeError, ValueError):
        return Outside(address, None, address)
    if not good or re.search(r"[\s\\<>\"']", address.strip()):
        return Outside(address, None, address)
    bare = host.removeprefix("www.")
    known = next((name for site, name in KNOWN.items() if bare == site or bare.endswith(f".{site}")), None)
    scheme = "https" if known else parts.scheme
    return Outside(address, urlunsplit((scheme, parts.netloc, parts.path, parts.query, parts.fragment)), known or bare)


def _is_public(host: str) -> bool:
    """Whether this is a name with a dot, and no number in any spelling."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return _HOST.fullmatch(host) is not None
    return False
