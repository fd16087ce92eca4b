"""A mail in a file (RFC 5322 and MIME) as sender, day, subject and plain text; attachments are named and not kept.

Nothing in the file is trusted: sizes and numbers are limited, unknown character sets are read as well as can be, HTML
is reduced to its words, and control characters and changes of direction are taken out.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.utils import getaddresses, parsedate_to_datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from graph import clock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from email.message import EmailMessage

LARGEST = 10_000_000
LONGEST_TEXT = 20_000
LONGEST_LINE = 300
LARGEST_PART = 500_000
MOST_PARTS = 100
MOST_NAMED = 20
MOST_ADDRESSES = 50
_OUT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BLANK_LINES = re.compile(r"\n{3,}")
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_BREAKS = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"})


class NoMailError(ValueError):
    """The file is no mail: it has neither a sender nor a subject, or is too large."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says; `addresses` are all people in it, lower case, the sender first."""

    sender: str
    subject: str
    sent_on: dt.date | None
    text: str
    attachments: tuple[str, ...]
    addresses: tuple[str, ...]


def read_mail(raw: bytes) -> Mail:
    """The mail in `raw`; of a mail forwarded as an attachment, the one inside. Raises NoMailError."""
    if len(raw) > LARGEST:
        raise NoMailError
    try:
        outer = email.message_from_bytes(raw, policy=email.policy.default)
        message = _inside(outer)
        sender, subject = _header(message, "From"), _header(message, "Subject")
        if not sender and not subject:
            raise NoMailError
        text, attachments = _body(message)
        return Mail(
            sender=sender,
            subject=subject,
            sent_on=_day(message),
            text=text,
            attachments=attachments,
            addresses=_addresses(message, outer),
        )
    except (LookupError, RecursionError, TypeError, AttributeError, IndexError) as error:
        # The standard parser stumbles over some broken headers with errors of its own.
        raise NoMailError from error


def _inside(message: EmailMessage) -> EmailMessage:
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
            inner: EmailMessage = part.get_payload(0)  # type: ignore[assignment]
            return inner
    return message


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        yield part


def _header(message: EmailMessage, name: str) -> str:
    try:
        text = str(message.get(name) or "")
    except ValueError:  # a header that cannot be read at all
        return ""
    return _clean(" ".join(text.split()))[:LONGEST_LINE]


def _day(message: EmailMessage) -> dt.date | None:
    try:
        sent = parsedate_to_datetime(str(message["Date"]))
        day = sent.astimezone(clock.zone()).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return min(day, clock.today())


def _addresses(*messages: EmailMessage) -> tuple[str, ...]:
    lines = [_header(each, name) for each in messages for name in ("From", "Reply-To", "To", "Cc")]
    found = (address.strip().lower() for _name, address in getaddresses(lines) if "@" in address)
    return tuple(dict.fromkeys(found))[:MOST_ADDRESSES]


def _body(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    plain: list[str] = []
    marked: list[str] = []
    names: list[str] = []
    for part in _parts(message):
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or part.get_filename() or not kind.startswith("text/"):
            names.append(_clean(str(part.get_filename() or kind)).replace("\n", " ")[:100])
        elif kind == "text/html":
            marked.append(_words(_decoded(part)))
        elif kind == "text/plain":
            plain.append(_decoded(part))
    text = "\n\n".join(each for each in plain if each.strip()) or "\n\n".join(marked)
    return _BLANK_LINES.sub("\n\n", _clean(text)).strip()[:LONGEST_TEXT], tuple(names[:MOST_NAMED])


def _decoded(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    data = raw[:LARGEST_PART] if isinstance(raw, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("windows-1252", "replace")


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # What cannot be written as UTF-8 (half a surrogate pair) has no place in the graph.
    return _OUT.sub("", text).encode("utf-8", "replace").decode()


class _Words(HTMLParser):
    """Keeps the words of a page, and breaks lines where it would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.silent += tag in _SILENT
        if tag in _BREAKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in _BREAKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(re.sub(r"\s+", " ", data))


def _words(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "\n".join(line.strip() for line in "".join(parser.found).splitlines())
