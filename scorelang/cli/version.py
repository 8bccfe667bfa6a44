"""The version of the tool, from the installed package or the checkout."""

from __future__ import annotations

from pathlib import Path


def tool_version() -> str:
    """Give the version, such as ``0.1.0``."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  slow to load

    try:
        return version("scorelang")
    except PackageNotFoundError:
        return _checkout_version()


def _checkout_version() -> str:
    import tomllib  # noqa: PLC0415  needed in a bare checkout only

    path = Path(__file__).resolve().parents[2] / "pyproject.toml"
    if not path.is_file():
        return "unknown"
    return str(tomllib.loads(path.read_text("utf-8"))["project"]["version"])
