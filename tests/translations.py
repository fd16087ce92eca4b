"""Are all sentences on the screen in the English catalogue? `python -m tests.translations [--update]`.

Dutch sentences are the keys; a message without translation, a fuzzy one, and one that the code no longer says, fail.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Message

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "app" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def said() -> Catalog:
    """Every sentence that the code and the templates say."""
    catalogue = Catalog(locale="en", project="Bruggenbouwer", fuzzy=False)
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    for folder in ("app", "templates"):
        own = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        found = extract_from_dir(str(ROOT / folder), own, options, keywords=KEYWORDS)
        for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
            catalogue.add(message, None, [(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
    return catalogue


def known() -> Catalog:
    """The English catalogue as it is."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def problems() -> Iterable[str]:
    """What is missing, fuzzy, no longer said, or has other placeholders than the Dutch sentence."""
    now, there = said(), known()
    for message in now:
        if not message.id:
            continue
        entry = there.get(message.id, message.context)
        if entry is None or not all(_texts(entry)):
            yield f"not translated: {message.id}"
        elif entry.fuzzy:
            yield f"fuzzy: {message.id}"
        elif _placeholders(message.id) != _placeholders(entry.string):
            yield f"other placeholders: {message.id}"
    for entry in there:
        if entry.id and now.get(entry.id, entry.context) is None:
            yield f"no longer said: {entry.id}"


def update() -> None:
    """Bring the catalogue up to date: new sentences without translation, old ones gone."""
    there = known()
    there.update(said(), no_fuzzy_matching=True)
    there.obsolete.clear()
    with CATALOGUE.open("wb") as file:
        write_po(file, there, width=120, sort_output=True, omit_header=False, include_lineno=False)


def _texts(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string]


def _placeholders(text: str | Iterable[str]) -> set[str]:
    texts = [text] if isinstance(text, str) else list(text)
    return {name for each in texts for name in re.findall(r"%\((\w+)\)", each)} - {"num", "n"}


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    found = list(problems())
    sys.stderr.write("".join(f"{each}\n" for each in found))
    sys.exit(1 if found else 0)
