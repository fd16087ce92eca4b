"""What makes the house a house: who imports whom, how long a file may be, what may not stand in it."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app import FEATURES

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("app", "graph", "tests") for path in (ROOT / folder).rglob("*.py"))
PAGES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "app" / "static" / "js").glob("*.js"))

# A statement of Cypher is recognised by the pattern that follows its first keyword.
CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|CREATE|DETACH DELETE)\s+[(\[$]")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_imports_go_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


# The forms and acts that every kind of record shares: features build upon them, and they know no feature.
BASIS = {"records"}


def imported_parts(path: Path) -> set[str]:
    """The parts of `app` that a module names in its imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "app":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("app.")}
    return found


def test_features_do_not_import_each_other() -> None:
    features = {feature.__name__.removeprefix("app.") for feature in FEATURES}
    with_blueprint = {
        path.parent.name
        for path in (ROOT / "app").glob("*/__init__.py")
        if re.search(r"^blueprint = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert features == with_blueprint
    found = [
        f"{name_of(path)} imports app.{other}"
        for own in features
        for path in (ROOT / "app" / own).rglob("*.py")
        for other in imported_parts(path) & (features - {own} - BASIS)
    ]
    assert sorted(found) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_cypher_stands_in_cypher_files_only() -> None:
    found = [
        f"{name_of(path)}:{number}"
        for path in MODULES
        if path.is_relative_to(ROOT / "app") or path.is_relative_to(ROOT / "graph")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if CYPHER.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_has_no_raw_html_inline_script_or_outside_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)\s*=\s*[\"']https?:", text)
    assert not re.search(r"<script(?![^>]*(src=|application/json))", text)


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_script_calls_nobody_outside_and_evaluates_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://(?!www\.w3\.org)", text)
    assert not re.search(r"\b(eval|Function)\s*\(|document\.write|\.innerHTML\s*=", text)


def test_markup_is_made_in_one_place() -> None:
    found = [
        name_of(path)
        for path in MODULES
        if path.is_relative_to(ROOT / "app") and "Markup(" in path.read_text(encoding="utf-8")
    ]
    assert sorted(found) == ["app/formatting.py", "app/icons.py"]


def test_check_54_the_lock_names_public_addresses_and_hashes_only() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = {address.split("/")[2] for address in re.findall(r"https?://[^\"]+", lock)}
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
    files = [file for package in tomllib.loads(lock)["package"] for file in package.get("wheels", [])]
    assert files
    assert all(file["hash"].startswith("sha256:") for file in files)


def test_uv_is_locked_so_that_syncing_keeps_it() -> None:
    names = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    assert "uv" in names


def test_the_licence_stands_in_full() -> None:
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text(encoding="utf-8")
