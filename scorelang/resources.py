"""Finds what is shipped beside the code: grammars, rubrics, error pages; and the cache folder.

In an installed package these folders lie inside it, in a checkout beside it. No other
file knows that. Reads files, changes nothing except that it makes the cache folder.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_CODE = re.compile(r"[A-Z][0-9]+")


def grammar_text(name: str) -> str:
    """Read a grammar by its file name, such as ``rubric.lark``."""
    return (_folder("grammars", "grammars") / name).read_text("utf-8")


def rubric_names() -> tuple[str, ...]:
    """List the shipped rubrics by name, sorted."""
    return tuple(sorted(path.stem for path in _folder("rubrics", "rubrics").glob("*.rubric")))


def rubric_path(name: str) -> Path | None:
    """Find a shipped rubric by its name, which is that of its file without ``.rubric``."""
    # Only names of the list: a name from outside is never taken for a path.
    return _folder("rubrics", "rubrics") / f"{name}.rubric" if name in rubric_names() else None


def error_page(code: str, lang: str = "en") -> str | None:
    """Read the page of a code, such as ``E0101``; ``None`` if there is none."""
    folder = _folder("errors", "docs/errors")
    path = (folder if lang == "en" else folder / lang) / f"{code}.md"
    return path.read_text("utf-8") if _CODE.fullmatch(code) and path.is_file() else None


def cache_folder() -> Path | None:
    """Give the user's own cache folder, made if need be; ``None`` if nothing safe can be had.

    What is kept there is trusted when it is read again, so the folder must belong to the
    user and be closed to the writing of others.
    """
    folder = _user_caches() / "scorelang"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_own(folder) and os.access(folder, os.W_OK | os.X_OK) else None
    except OSError:
        return None


def _folder(packaged: str, beside: str) -> Path:
    inside = _PACKAGE / packaged
    return inside if inside.is_dir() else _CHECKOUT / beside


def _user_caches() -> Path:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        folder = os.environ.get(variable, "")
        if Path(folder).is_absolute():  # a relative one is to be ignored, says the XDG standard
            return Path(folder)
    return Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111  Path.home() may raise


def _is_own(folder: Path) -> bool:
    if os.name != "posix":
        return True  # the folder of a profile is closed to others by the system
    found = folder.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
