"""The encoding of a text file: byte order mark, strict UTF-8, else the likeliest candidate.

In: an input and the spellings that its header may hold. Out: a ``Decoded`` with the name
of the encoding, checked over the whole file, and the digest taken on the way. Candidates
are judged by how many declared names appear in the header. Codes ``U0108``, ``U0109``.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.records.inputs import Input
from scorelang.records.names import plain
from scorelang.records.unreadable import note, refuse

# Longest marks first: that of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5", "cp950", "shift_jis", "euc_kr", "cp1252", "latin-1")
_WITH_ZEROS = ("utf-16-le", "utf-16-be")
_NO_FILE_HAS_IT = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
)
_KNOWN = ("utf-8", "gb18030", "gbk", "big5", "utf-16", "cp1252")
_PARTS = re.compile(r"[,;\t|]")
_HEADED_WITHIN = 20
_HEAD = 64 * 2**10


@attrs.frozen
class Decoded:
    """The encoding of an input, the digest of its bytes, remarks."""

    encoding: str
    digest: str
    notices: tuple[Diagnostic, ...] = ()


def find_encoding(source: Input, names: Iterable[str], chosen: str | None = None) -> Decoded:
    """Find the encoding of a text file, or check the ``chosen`` one; raises ``UnreadableInput``."""
    head = next(source.chunks())[:_HEAD]
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if chosen is not None:
        encoding = _look_up(chosen)
        # A mark belongs to no cell, also where its encoding was named without it.
        if encoding == "utf-8" and marked == "utf-8-sig":
            encoding = marked
        return _require(source, encoding)
    if marked is not None:
        return _require(source, marked)
    has_zeros = b"\0" in head
    digest, fitting = _try_all(source, ("utf-8",))
    if fitting and not has_zeros:
        return Decoded("utf-8", digest)
    return _guess(source, frozenset(map(plain, names)), head, has_zeros=has_zeros)


def _look_up(name: str) -> str:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        found = None
    # Codecs such as hex and zlib stand in the same register but give no text.
    is_text = found is not None and getattr(found, "_is_text_encoding", True)
    if found is None or not is_text or found.name.replace("_", "-") in _NO_FILE_HAS_IT:
        near = did_you_mean(name, _KNOWN)
        key = "U0109.near" if near else "U0109"
        refuse(key, encoding=name, near=near, known=", ".join(_KNOWN))
    return found.name


def _require(source: Input, encoding: str) -> Decoded:
    digest, fitting = _try_all(source, (encoding,))
    if not fitting:
        refuse_undecodable(source, encoding)
    return Decoded(encoding, digest)


def refuse_undecodable(source: Input, encoding: str) -> NoReturn:
    """End the run at the first byte that is no text in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    line, column = 1, 1
    for chunk in source.chunks():
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as problem:
            text = problem.object[: problem.start].decode(encoding, "ignore")
            line, column = _advance(text, line, column)
            byte = problem.object[problem.start]
            refuse(
                "U0108",
                path=source.name,
                encoding=encoding,
                line=line,
                column=column,
                byte=f"{byte:02X}",
            )
        line, column = _advance(text, line, column)
    refuse("U0103", path=source.name, reason="it changed while it was read")


def _advance(text: str, line: int, column: int) -> tuple[int, int]:
    """Count on from a place over a text."""
    lines = text.count("\n")
    if not lines:
        return line, column + len(text)
    return line + lines, len(text) - text.rindex("\n")


def _try_all(source: Input, encodings: Sequence[str]) -> tuple[str, list[str]]:
    """Give the digest and those encodings that the whole file can be read in."""
    decoders = {name: codecs.getincrementaldecoder(name)("strict") for name in encodings}
    digest = hashlib.sha256()
    for chunk in source.chunks():
        digest.update(chunk)
        for name, decoder in list(decoders.items()):
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeError:
                del decoders[name]
    return digest.hexdigest(), list(decoders)


def _guess(source: Input, names: frozenset[str], head: bytes, *, has_zeros: bool) -> Decoded:
    candidates = (*_WITH_ZEROS, "utf-8", *_CANDIDATES) if has_zeros else _CANDIDATES
    digest, fitting = _try_all(source, candidates)
    if not fitting:  # pragma: no cover  every byte is text in Latin-1
        refuse_undecodable(source, "utf-8")
    # max() keeps the first of equals, so the order of the candidates decides.
    best = max(fitting, key=lambda name: _count_names(head, name, names))
    if best == "utf-8":
        return Decoded(best, digest)
    return Decoded(best, digest, (note("U0123", path=source.name, encoding=best),))


def _count_names(head: bytes, encoding: str, names: frozenset[str]) -> int:
    """Count the known names in that line, among the first ones, which has most of them."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    lines = text.splitlines()[:_HEADED_WITHIN]
    return max((_names_in(line, names) for line in lines), default=0)


def _names_in(line: str, names: frozenset[str]) -> int:
    return sum(plain(cell.strip().strip('"')) in names for cell in _PARTS.split(line))
