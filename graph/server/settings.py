"""Which database, and where on this machine: everything is read from the environment."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import AliasChoices, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import SettingsConfigDict

from graph.server.environment import PREFIX, Environment

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def _named(name: str, environment: str) -> AliasChoices:
    return AliasChoices(environment, name)


class DatabaseSettings(Environment):
    """The settings of the database; give a field by name to differ from the environment."""

    model_config = SettingsConfigDict(frozen=True)

    uri: str = Field(
        "",
        validation_alias=_named("uri", "NEO4J_URI"),
        description="Address of a Neo4j to use (bolt://, neo4j://, neo4j+s://). Empty: the embedded one is started.",
    )
    username: str = Field(
        "neo4j",
        validation_alias=_named("username", "NEO4J_USERNAME"),
        description="Who logs in to that Neo4j.",
    )
    password: SecretStr = Field(
        SecretStr(""),
        validation_alias=_named("password", "NEO4J_PASSWORD"),
        description="The password for it. The embedded database makes its own.",
    )
    password_file: Path | None = Field(
        None,
        validation_alias=_named("password_file", "NEO4J_PASSWORD_FILE"),
        description="A file that holds the password, such as a container secret; used when NEO4J_PASSWORD is empty.",
    )
    database: str = Field(
        "neo4j",
        validation_alias=_named("database", "NEO4J_DATABASE"),
        description="The name of the database inside Neo4j.",
    )
    data: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("bruggenbouwer"),
        validation_alias=_named("data", "BRUGGENBOUWER_DATA"),
        description="The data folder: the embedded database, its password and its log. One server at a time.",
    )
    cache: Path = Field(
        default_factory=lambda: platformdirs.user_cache_path("bruggenbouwer"),
        validation_alias=_named("cache", "BRUGGENBOUWER_CACHE"),
        description="Where Neo4j's jars are kept; shared by all data folders.",
    )
    bolt_port: int = Field(
        0,
        ge=0,
        le=65535,
        validation_alias=_named("bolt_port", "BRUGGENBOUWER_BOLT_PORT"),
        description="The port of the embedded database on 127.0.0.1. 0: the port of last time, or a free one.",
    )
    memory: int = Field(
        0,
        ge=0,
        validation_alias=_named("memory", "BRUGGENBOUWER_MEMORY"),
        description="Megabytes that the embedded database may take. 0: a quarter of the machine, 8192 at most.",
    )
    maven: str = Field(
        "https://repo.maven.apache.org/maven2",
        validation_alias=_named("maven", "BRUGGENBOUWER_MAVEN"),
        description="The Maven repository that Neo4j's jars come from; their checksums are fixed in jgo.lock.toml.",
    )
    test_server: Literal["", "container"] = Field(
        "",
        validation_alias=_named("test_server", "BRUGGENBOUWER_TEST_SERVER"),
        description="For tests: `container` starts Neo4j with Docker where a daemon answers.",
    )

    @field_validator("uri")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        # The driver takes http as well, without what we build on; a port that is no number it meets much later.
        with contextlib.suppress(ValueError):
            if parts.scheme in SCHEMES and parts.hostname and parts.port != 0:
                return value
        known = ", ".join(f"{scheme}://" for scheme in SCHEMES[:-1])
        message = f"NEO4J_URI must begin with {known} or {SCHEMES[-1]}:// and name a server, or be left out"
        raise ValueError(message)

    @field_validator("data", "cache", mode="after")
    @classmethod
    def _absolute(cls, path: Path, info: ValidationInfo) -> Path:
        try:
            return path.expanduser().absolute()
        except RuntimeError as error:
            message = (
                f"{PREFIX}{str(info.field_name).upper()} must not begin with the ~ of somebody without a home folder"
            )
            raise ValueError(message) from error

    def login_password(self) -> str:
        """The password of the Neo4j at `uri`: as given, or else the first line of `password_file`."""
        given = self.password.get_secret_value()
        if given or self.password_file is None:
            return given
        return self.password_file.read_text("utf-8").partition("\n")[0].strip()
