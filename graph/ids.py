"""Identities of our own: UUID version 7 (RFC 9562), so that ids sort by the time they were made."""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> str:
    """A new UUIDv7: 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    return _uuid7(milliseconds, secrets.randbits(74))


def earlier(identity: str, *, seconds: int) -> str:
    """The lowest id that could be made `seconds` before `identity`, a UUIDv7, was made."""
    milliseconds = (uuid.UUID(identity).int >> 80) - seconds * 1000
    return _uuid7(max(milliseconds, 0), 0)


def is_id(text: str) -> bool:
    """Whether `text` is written as an id of ours."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _uuid7(milliseconds: int, noise: int) -> str:
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | (noise >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | noise & ((1 << 62) - 1)
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
