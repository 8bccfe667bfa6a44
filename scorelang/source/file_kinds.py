"""What kind of file it is by its content, whatever it is called.

In: a binary stream at its beginning. Out: a ``FileKind``, or ``None`` where nothing tells.
"""

from __future__ import annotations

import enum
import re
import zipfile
import zlib
from typing import BinaryIO, Final

_LOOKED_AT: Final = 2**16


class FileKind(enum.Enum):
    """Kinds of files that people take for tables; the value names the kind in tables of words."""

    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old workbook"
    OPEN_DOCUMENT = "open document"
    DOCUMENT = "document"
    ARCHIVE = "archive"
    COMPRESSED = "compressed"
    PARQUET = "parquet"
    WEB_PAGE = "web page"
    XML_TABLE = "xml table"
    PDF = "pdf"
    PICTURE = "picture"
    JSON = "json"
    JSON_LINES = "json lines"
    TEXT = "text"


_BEGINNINGS: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_WORKBOOK),
    (b"\x09\x08\x10\x00", FileKind.OLD_WORKBOOK),
    (b"PAR1\x15", FileKind.PARQUET),
    (b"PARE\x15", FileKind.PARQUET),
    (b"\x1f\x8b", FileKind.COMPRESSED),
    (b"\xfd7zXZ\0", FileKind.COMPRESSED),
    (b"\x28\xb5\x2f\xfd", FileKind.COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    (b"%PDF-", FileKind.PDF),
    (b"\x89PNG\r\n", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF87a", FileKind.PICTURE),
    (b"GIF89a", FileKind.PICTURE),
)
_BZIP: Final = re.compile(rb"BZh[1-9]1AY&SY")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_WIDE: Final = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WEB_PAGE: Final = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style)"
    rb"[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_XML: Final = re.compile(rb"<\?(?:xml|mso-application)\s", re.IGNORECASE)
_ARRAY: Final = re.compile(rb"\[\s*(?:\{|\]|$)")
_OBJECT: Final = re.compile(rb"\{\s*(?:\"|\}|$)")
_BEGINS_JSON: Final = re.compile(rb"^[ \t]*[\[{]", re.MULTILINE)


def kind_of(stream: BinaryIO) -> FileKind | None:
    """Tell the kind of a file; the stream is read from its beginning and has to be seekable."""
    head = stream.read(_LOOKED_AT)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if _BZIP.match(head):
        return FileKind.COMPRESSED
    if head.startswith(_ZIP):
        stream.seek(0)
        return _kind_of_zip(stream)
    return _kind_of_text(head)


def _kind_of_zip(stream: BinaryIO) -> FileKind:
    """Tell what is packed; what cannot be unpacked may be a damaged workbook."""
    try:
        with zipfile.ZipFile(stream) as found:
            names = found.namelist()
            is_open = "mimetype" in names and found.getinfo("mimetype").file_size < _LOOKED_AT
            said = found.read("mimetype") if is_open else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, LookupError):
        return FileKind.WORKBOOK
    if said.startswith(b"application/vnd.oasis."):
        return FileKind.OPEN_DOCUMENT
    if any(name.startswith("xl/") for name in names):
        return FileKind.WORKBOOK
    is_office = any(name.startswith(("word/", "ppt/")) for name in names)
    return FileKind.DOCUMENT if is_office else FileKind.ARCHIVE


def _kind_of_text(head: bytes) -> FileKind | None:
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            head = head.decode(encoding, "ignore").encode()
            break
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in text:
        return None
    if _WEB_PAGE.match(text):
        return FileKind.WEB_PAGE
    if _XML.match(text):
        return FileKind.XML_TABLE
    if _ARRAY.match(text):
        return FileKind.JSON
    if _OBJECT.match(text):
        first, end, rest = text.partition(b"\n")
        is_open = end and not first.rstrip().endswith(b"}") and not rest.lstrip().startswith(b"{")
        return FileKind.JSON if is_open else FileKind.JSON_LINES
    return FileKind.TEXT


def is_table(stream: BinaryIO) -> bool:
    """Whether a text has cells in its first line, and no line that begins as JSON does."""
    head = stream.read(_LOOKED_AT).replace(b"\0", b"").lstrip()
    is_parted = re.search(rb"[,;\t|]", head.partition(b"\n")[0]) is not None
    return is_parted and _BEGINS_JSON.search(head) is None
