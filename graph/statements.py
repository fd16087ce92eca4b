"""Where the files of Cypher are: inside the package when installed from a wheel, else beside it in the checkout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PARAMETER_LINE = re.compile(r"^// \$(?P<name>\w+): (?P<type>\S[^—]*)(?: — (?P<sentence>.*))?$")


@dataclass(frozen=True, slots=True)
class Statement:
    """One file of Cypher: its name (`folder/file`), text, opening sentence and declared parameters."""

    name: str
    text: str
    sentence: str
    parameters: dict[str, str]


def folder() -> Path:
    """The folder that holds `initiatives/`, `bridges/`, `migrations/` and the rest."""
    inside = Path(__file__).parent / "cypher"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "cypher"


def names(under: str) -> list[str]:
    """The statements in one folder, in order of name."""
    return sorted(f"{under}/{path.stem}" for path in (folder() / under).glob("*.cypher"))


@cache
def load(name: str) -> Statement:
    """Read the statement `name`; raises FileNotFoundError when there is no such file."""
    text = (folder() / f"{name}.cypher").read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith("//")]
    found = (_PARAMETER_LINE.match(line) for line in header)
    parameters = {match["name"]: match["type"].strip() for match in found if match}
    sentence = " ".join(line[2:].strip() for line in header if not line.startswith("// $"))
    return Statement(name, text, sentence, parameters)
