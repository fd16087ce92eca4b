"""Where the templates are: inside the package when installed from a wheel, else beside it in the checkout."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """The folder with `layout.html`."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "templates"
