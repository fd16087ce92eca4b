"""The wheel works as well as the checkout: queries, templates, translations and static files are inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = Path(sys.executable).with_name("uv")

RENDERS_THE_START_PAGE = """
import sys
from app import create_app
from app.config import Settings
from graph.server import Address
app = create_app(Settings(municipality_name="Duinvliet"), Address(**{named}))
answer = app.test_client().get("/", base_url="http://127.0.0.1:8000")
assert answer.status_code == 200, answer.status_code
assert "Duinvliet" in answer.text
style = app.test_client().get("/static/css/app.css", base_url="http://127.0.0.1:8000")
assert style.status_code == 200, style.status_code
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT], check=True)
    (found,) = folder.glob("*.whl")
    return found


def test_every_query_template_translation_and_static_file_is_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder, place in (("cypher", "graph/cypher"), ("templates", "app/templates"), ("app/static", "app/static")):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        missing = [path for path in files if f"{place}/{path.relative_to(ROOT / folder).as_posix()}" not in inside]
        assert missing == []
    assert "app/translations/en/LC_MESSAGES/messages.po" in inside
    assert not any(name.startswith(("tests/", "docs/")) for name in inside)


def test_the_tool_installed_from_the_wheel_renders_the_start_page(wheel: Path, tmp_path: Path, address: object) -> None:
    environment = os.environ | {
        "UV_TOOL_DIR": str(tmp_path / "tools"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "bin"),
        "BRUGGENBOUWER_DATA": str(tmp_path / "data"),
    }
    subprocess.run(
        [UV, "tool", "install", "--quiet", "--python", sys.executable, str(wheel)],
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    shown = subprocess.run(
        [tmp_path / "bin" / "bruggenbouwer", "--help"],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    )
    assert "suggest" in shown.stdout
    named = {name: getattr(address, name) for name in ("uri", "username", "password", "database")}
    python = tmp_path / "tools" / "bruggenbouwer" / "bin" / "python"
    subprocess.run(
        [python, "-c", RENDERS_THE_START_PAGE.replace("{named}", repr(named))],
        check=True,
        env=environment,
        cwd=tmp_path,
    )
