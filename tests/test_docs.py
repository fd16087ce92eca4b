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


def test_what_make_is_asked_to_do_in_code_and_documents_it_does() -> None:
    makefile = ROOT / "Makefile"
    targets = set(re.findall(r"^([a-z-]+):", makefile.read_text(encoding="utf-8"), re.MULTILINE))
    code = [path for folder in ("app", "graph", "docs", "tests") for path in (ROOT / folder).rglob("*.py")]
    asked: set[tuple[str, str]] = set()
    for path in (makefile, ROOT / ".ci" / "run", *code, *DOCUMENTS):
        text = path.read_text(encoding="utf-8")
        inline = re.findall(r"(?:`|: |[A-Z_]+=\S+ )make ([a-z-]+)", text)
        blocks = "".join(re.findall(r"^```.*?^```", text, re.DOTALL | re.MULTILINE)) if path.suffix == ".md" else ""
        asked |= {(name, path.name) for name in inline + re.findall(r"^make ([a-z-]+)", blocks, re.MULTILINE)}
    assert {name for name, _ in asked} >= {"demo", "test", "check", "docs", "bench"}
    assert sorted(each for each in asked if each[0] not in targets) == []


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
