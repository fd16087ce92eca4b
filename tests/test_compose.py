"""docker-compose.yml and Dockerfile name only files, settings and commands that exist, and hold no secret."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.cli import bruggenbouwer
from app.config import Settings
from graph import clock
from graph.server import DatabaseSettings, variable
from graph.server.configuration import configuration
from graph.server.java import memory
from graph.server.version import NEO4J_VERSION

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
COMPOSE = (ROOT / "docker-compose.yml").read_text()


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return yaml.safe_load(COMPOSE)["services"]


# What a site in a container has no use for: the embedded database, another way to give the password, a demonstration.
NOT_PASSED_ON = {
    *("BRUGGENBOUWER_BOLT_PORT", "BRUGGENBOUWER_CACHE", "BRUGGENBOUWER_MAVEN", "BRUGGENBOUWER_MEMORY"),
    *("BRUGGENBOUWER_TEST_SERVER", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE"),
    *("BRUGGENBOUWER_DEMO", "BRUGGENBOUWER_TODAY"),
}
# What the files fix, because they are about each other.
FIXED = {
    *("NEO4J_URI", "NEO4J_USERNAME", "BRUGGENBOUWER_HOST", "BRUGGENBOUWER_PORT", "BRUGGENBOUWER_DATA"),
}


def _settings() -> set[str]:
    kinds = (Settings, DatabaseSettings)
    return {variable(name, field) for kind in kinds for name, field in kind.model_fields.items()}


def _neo4j_setting(variable: str) -> str:
    # As the image does it: one underscore is a dot, two are one underscore.
    return variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")


def _commands() -> list[list[str]]:
    return [json.loads(found) for found in re.findall(r"^(?:CMD|ENTRYPOINT) (\[.*\])$", DOCKERFILE, re.MULTILINE)]


def test_the_database_is_the_version_of_the_embedded_one(services: dict[str, Any]) -> None:
    assert services["database"]["image"] == f"neo4j:{NEO4J_VERSION}-community"


def test_the_app_is_given_only_settings_that_exist(services: dict[str, Any]) -> None:
    assert set(services["app"]["environment"]) <= _settings()
    assert set(re.findall(r"\b(BRUGGENBOUWER_\w+)=", DOCKERFILE)) <= _settings()


def test_every_setting_of_the_site_is_passed_on_under_its_own_name(services: dict[str, Any]) -> None:
    given = services["app"]["environment"]
    assert set(given) == _settings() - NOT_PASSED_ON
    for name in set(given) - FIXED:
        assert re.fullmatch(rf"\$\{{{name}(:-[^}}]*|:\?[^}}]+)\}}", given[name]), name


def test_every_name_that_the_file_reads_stands_among_the_settings() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    for name in set(re.findall(r"(?<!\$)\$\{?([A-Z]\w+)(?=:)", COMPOSE)):
        assert f"| `{name}` |" in page, name


def test_an_empty_setting_counts_as_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _settings():
        monkeypatch.delenv(name, raising=False)
    without = Settings(), DatabaseSettings()
    for name in _settings():
        monkeypatch.setenv(name, "")
    assert (Settings(), DatabaseSettings()) == without
    assert clock.zone().key == clock.ZONE
    assert clock.really_today()


def test_the_database_is_given_the_limits_of_the_embedded_one(services: dict[str, Any]) -> None:
    lines = [line.split("=", 1) for line in configuration(port=0, memory=memory()).splitlines() if "=" in line]
    embedded = {name: value for name, value in lines if not line_is_remark(name)}
    container = {
        _neo4j_setting(name): value
        for name, value in services["database"]["environment"].items()
        if name != "NEO4J_AUTH"
    }
    same = {
        "dbms.security.allow_csv_import_from_file_urls",
        "internal.dbms.cypher_ip_blocklist",
        "db.memory.transaction.max",
        "db.transaction.timeout",
        "db.lock.acquisition.timeout",
        "db.logs.query.enabled",
        "dbms.usage_report.enabled",
    }
    assert {name: container[name] for name in same} == {name: embedded[name] for name in same}
    memory_settings = {"server.memory.heap.initial_size", "server.memory.heap.max_size", "server.memory.pagecache.size"}
    assert set(container) == same | memory_settings
    assert container["server.memory.heap.initial_size"] == container["server.memory.heap.max_size"]


def line_is_remark(name: str) -> bool:
    return name.startswith("#")


def test_it_refuses_to_start_without_a_password_and_an_address(services: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?.+\}", services["database"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(r"\$\{NEO4J_PASSWORD:\?.+\}", services["app"]["environment"]["NEO4J_PASSWORD"])
    assert re.fullmatch(r"\$\{\w+:\?.+\}", services["app"]["environment"]["BRUGGENBOUWER_PUBLIC_URL"])


def test_no_secret_stands_in_the_files(services: dict[str, Any]) -> None:
    for service in services.values():
        for name, value in service["environment"].items():
            if re.search(r"AUTH|PASSWORD|SECRET|TOKEN", name):
                assert re.fullmatch(r"(neo4j/)?\$\{\w+(:-|:\?[^}]+)\}", value), f"{name} is written out"
    assert not re.search(r"(?i)(password|secret|token)\s*=", DOCKERFILE)


def test_the_app_waits_for_a_database_that_answers_queries(services: dict[str, Any]) -> None:
    assert services["app"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "RETURN 1" in services["database"]["healthcheck"]["test"][1]
    assert services["app"]["healthcheck"]["test"] == ["CMD", "bruggenbouwer", "doctor", "--site"]


def test_every_command_exists(services: dict[str, Any]) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    for command in [*_commands(), services["app"]["healthcheck"]["test"][1:]]:
        assert command[0] in scripts
        known = bruggenbouwer.commands[command[1]]
        assert set(command[2:]) <= {option for each in known.params for option in each.opts}


def test_every_file_that_is_copied_exists_and_reaches_the_build() -> None:
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert set(copied) == let_through
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_stages_and_volumes_that_are_used_are_made(services: dict[str, Any]) -> None:
    assert set(re.findall(r"--from=(\w+)", DOCKERFILE)) <= set(
        re.findall(r"^FROM \S+ AS (\w+)", DOCKERFILE, re.MULTILINE)
    )
    whole = yaml.safe_load(COMPOSE)
    mounted = {volume.partition(":")[0] for service in services.values() for volume in service["volumes"]}
    assert mounted == set(whole["volumes"])
    assert {network for service in services.values() for network in service["networks"]} == set(whole["networks"])
    assert services["app"]["build"] == "."


def test_nothing_runs_as_root_and_only_loopback_is_opened(services: dict[str, Any]) -> None:
    assert services["database"]["user"].split(":")[0] != "0"
    assert re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE) == ["10001"]
    assert DOCKERFILE.index("\nUSER ") < DOCKERFILE.index("\nCMD ")
    assert "ports" not in services["database"]
    assert all(port.startswith("127.0.0.1:") for port in services["app"]["ports"])


def test_the_build_uses_the_lock_and_no_development_packages() -> None:
    syncs = re.findall(r"uv sync[^\n]*", DOCKERFILE)
    assert len(syncs) == 2
    assert all("--frozen" in sync and "--no-dev" in sync for sync in syncs)
