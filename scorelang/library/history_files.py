"""The files of a folder that may be the versions of one rubric.

In: a folder. Out: the rubric files that lie in it, sorted; those in folders below it are
not its versions. Nothing is parsed here.
"""

from __future__ import annotations

from pathlib import Path

from scorelang.library.find import SUFFIX, is_folder

_FEWEST = 2


def version_files(name: str) -> tuple[str, ...]:
    """Give the files of a folder that holds several rubrics; nothing for any other name."""
    folder = Path(name)
    if not is_folder(folder):
        return ()
    files = tuple(path.as_posix() for path in sorted(folder.glob("*" + SUFFIX)))
    return files if len(files) >= _FEWEST else ()
