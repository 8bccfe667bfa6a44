"""Other files that a rubric names: read from its own folder or from the shipped library.

In: the text behind ``use`` or ``extends`` and the file it stands in. Out: the source text,
or ``Refused`` with the reason. A path never leaves the folder of the rubric that was asked
for: not by ``..``, not as an absolute path, not through a link. Nothing is parsed here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath, PureWindowsPath

import attrs

from scorelang import resources
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.system_words import say_reason
from scorelang.library.find import SUFFIX, decode
from scorelang.source.text import SourceText

MOST_FILES = 100
"""How many other files one rubric may be made of."""
MOST_STEPS = 20
"""How long a chain of files may be of which each names the next."""

_SHIPPED = "shipped:"


@attrs.frozen
class Refused:
    """Why a file is not read: the end of the key of its words, and what they tell."""

    kind: str
    near: str = ""
    reason: str = ""


@attrs.define
class Loader:
    """Reads the files one rubric is made of; ``folder`` is the rubric's own (``None``: none).

    ``sources`` are the texts read so far, by the path under which they are shown.
    """

    folder: Path | None = None
    sources: dict[str, SourceText] = attrs.field(factory=dict)
    _files: dict[str, Path] = attrs.field(factory=dict)

    @classmethod
    def beside(cls, path: str) -> Loader:
        """Make the reader for the rubric at a path; one that is no file has no folder."""
        file = Path(path)
        return cls(file.parent) if _is_file(file) else cls()

    def open(self, name: str, origin: str) -> SourceText | Refused:
        """Read the file that ``name`` stands for in the file ``origin``."""
        found = self._find(name, origin)
        if isinstance(found, Refused):
            return found
        shown, file = found
        if shown in self.sources:
            return self.sources[shown]
        if len(self.sources) >= MOST_FILES:
            return Refused("count")
        try:
            text = decode(shown, file.read_bytes())
        except OSError as error:
            return Refused("unreadable", reason=say_reason((error.strerror or "unknown").lower()))
        if isinstance(text, Diagnostic):
            return Refused("unreadable", reason=text.message)
        self.sources[shown] = text
        self._files[shown] = file
        return text

    def identity(self, path: str) -> str:
        """Give what two names of one file have in common."""
        file = self._files.get(path) or Path(path)
        if not _is_file(file):
            file = resources.rubric_path(Path(path).stem) or file
        return str(file.resolve())

    def digests(self) -> tuple[tuple[str, str], ...]:
        """Give each file that was read with the SHA-256 of its text, by path."""
        return tuple(
            (path, hashlib.sha256(self.sources[path].content.encode()).hexdigest())
            for path in sorted(self.sources)
        )

    def _find(self, name: str, origin: str) -> tuple[str, Path] | Refused:
        if not name.endswith(SUFFIX):
            return self._shipped(name)
        if _leaves_folder(name):
            return Refused("outside")
        if self.folder is None or origin.startswith(_SHIPPED):
            return Refused("folder")
        place = Path(origin).parent / name
        try:
            file = place.resolve()
            is_inside = file.is_relative_to(self.folder.resolve())
        except (OSError, ValueError, RuntimeError):  # a link to itself, a zero byte
            return Refused("outside")
        if not is_inside:
            return Refused("outside")
        if not _is_file(file):
            beside = [path.stem for path in sorted(place.parent.glob("*" + SUFFIX))]
            near = did_you_mean(place.stem, beside)
            return Refused("near", near + SUFFIX) if near else Refused("absent")
        return place.as_posix(), file

    def _shipped(self, name: str) -> tuple[str, Path] | Refused:
        file = resources.rubric_path(name)
        if file is not None:
            return _SHIPPED + file.name, file
        if self.folder is not None and _is_file(self.folder / (name + SUFFIX)):
            return Refused("near", name + SUFFIX)
        near = did_you_mean(name, resources.rubric_names())
        return Refused("near", near) if near else Refused("absent")


def _is_file(path: Path) -> bool:
    """Whether there is a file at the path; a name that no system takes is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # such as a name that is too long
        return False


def _leaves_folder(name: str) -> bool:
    parts = PurePosixPath(name), PureWindowsPath(name)
    return any(path.is_absolute() or path.drive or ".." in path.parts for path in parts)
