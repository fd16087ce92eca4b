"""Uploaded files, kept under names of our own until they were brought in: people's file names never reach the disk."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import current_app
from werkzeug.exceptions import NotFound

from graph.ids import is_id, new_id

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

LONGEST_NAME = 200
KEPT_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file: where it is, what people call it, and the profile to read it by."""

    id: str
    path: Path
    file_name: str
    profile: str

    @property
    def rejects_path(self) -> Path:
        """Where its rejected rows go."""
        return self.path.with_suffix(".rejected.csv")

    @property
    def look_path(self) -> Path:
        """Where stands what a look at it found."""
        return self.path.with_suffix(".look.json")


def keep(file: FileStorage, profile: str) -> Upload:
    """Store what was uploaded."""
    upload_id = new_id()
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _prune(folder)
    path = folder / f"{upload_id}.data"
    file.save(path)
    name = "".join(each for each in file.filename or "" if each.isprintable())[-LONGEST_NAME:]
    (folder / f"{upload_id}.json").write_text(json.dumps({"file_name": name, "profile": profile}), encoding="utf-8")
    return Upload(upload_id, path, name, profile)


def find(upload_id: str) -> Upload:
    """What was uploaded before; raises NotFound."""
    path = _folder() / f"{upload_id}.data"
    if not is_id(upload_id) or not path.is_file():
        raise NotFound
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Upload(upload_id, path, about["file_name"], about["profile"])


def forget(upload: Upload) -> None:
    """Take an upload away, with its rejected rows and what was found."""
    for path in (upload.path, upload.path.with_suffix(".json"), upload.rejects_path, upload.look_path):
        path.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Registers hold personal data: what was uploaded more than a week ago is taken away."""
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            path.unlink(missing_ok=True)


def _folder() -> Path:
    folder: Path = current_app.config["SETTINGS"].data / "uploads"
    return folder
