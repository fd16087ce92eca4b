"""The documentation is about the code as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from app.cli import bruggenbouwer
from docs import generate

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("name", sorted(generate.pages()))
def test_the_reference_is_current(name: str) -> None:
    there = (generate.FOLDER / name).read_text(encoding="utf-8")
    assert there == generate.pages()[name], "run `make docs`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_pictures_in_a_document_exist(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_a_document_exist(path: Path) -> None:
    for name in re.findall(r"\bbruggenbouwer ([a-z][a-z-]+)(?= |`|$)", path.read_text(encoding="utf-8"), re.MULTILINE):
        assert name in bruggenbouwer.commands, name


def test_publiccode_says_what_catalogues_ask() -> None:
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert {
        "name",
        "softwareVersion",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
    } <= public.keys()
    assert public["legal"]["license"] == "EUPL-1.2"
    assert set(public["description"]) == {"nl", "en"}
    assert all(len(each["shortDescription"]) <= 150 for each in public["description"].values())
