"""Keys: lines that are no records, keys that are empty, keys that stand twice.

In: cells of a row, or records as they are read, one after the other. Out: a trouble, or the
record turned away. Kept in memory is one short text and one number for each key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import attrs

from scorelang.model.fields import NUMERIC, Field, Place, Record, Rejection
from scorelang.records.cells import to_written
from scorelang.records.faults import make_row_fault, say_place
from scorelang.records.trouble import Trouble

Read = Record | Rejection

_TOTAL = re.compile(
    r"\s*(?:.{0,10}(?:合\s*[计計]|[总總]\s*[计計]|小\s*[计計]|共\s*[计計])"
    r"\s*[0-9０-９,，]*\s*[家户戶个個人名笔筆项項条條件]?(?:[数數额額]|金[额額])?"
    r"|累\s*[计計]|[总總]\s*和|求\s*和|[汇匯]\s*[总總]"
    r"|平\s*均(?:值|数|數|分)?|均\s*值|[中众]位?[数數]|最[大小高低](?:值|分)"
    r"|(?:(?:grand|sub|overall)[\s_-]*)?totals?|sums?|averages?|avg\.?|mean|median)"
    r"\s*(?:[(（][^()（）]{0,20}[)）])?\s*[:：]?\s*",
    re.IGNORECASE,
).fullmatch
_REMARK = re.compile(
    r"[:：]|签[字名章]|制表|审核|复核|备注|说明|填表|^\s*注|^\s*note", re.IGNORECASE
)
_CODE = re.compile(r"[A-Za-z0-9_./#-]{1,20}").fullmatch
_HAS_DIGIT = re.compile(r"\d").search
_NO_RECORD = frozenset({"R0142", "R0143"})
_LONGEST_TOTAL = 40
_SHORT = 24  # longer keys are kept as digests of 16 bytes
_MOST = 1 << 48  # rows and lines are packed into one number
_FORMULA_BEHIND = re.compile(r"'\s*[=+\-@＝＋－＠\t\r\n]").match


@attrs.frozen
class LineCheck:
    """Tells lines of a table that are no records: totals, and notes in the first cell.

    ``key`` is the place of the key or the id; where it is empty, ``may_total`` says whether
    other cells may be looked at: not those of ``words``, which are columns whose words are
    values, while those of ``typed`` are no words unless they name a total. ``may_note``:
    people wrote the lines, so that there may be notes among them.
    """

    key: int | None
    may_total: bool = True
    may_note: bool = True
    words: frozenset[int] = frozenset()
    typed: frozenset[int] = frozenset()

    def trouble(self, cells: Sequence[object]) -> Trouble | None:
        """Say what kind of line this is, if it is no record."""
        word = self._word(cells)
        if word and len(word) <= _LONGEST_TOTAL and _TOTAL(word):
            return Trouble("R0142", (("word", word.strip()),))
        if not self.may_note or not cells:
            return None
        if any(cell is not None and cell != "" for cell in cells[2:]):
            return None
        filled = [place for place, cell in enumerate(cells) if to_written(cell).strip()]
        first = to_written(cells[0]).strip()
        if filled != [0]:
            return None
        # What looks like a key is one, its record is all blank; so may a table of two columns
        # well hold a record whose only value is blank.
        is_record = _CODE(first) is not None or len(cells) <= 2
        if is_record and not _REMARK.search(first):
            return None
        return Trouble("R0143", (("word", first),))

    def _word(self, cells: Sequence[object]) -> str | None:
        if self.key is not None and self.key < len(cells):
            cell = cells[self.key]
            if cell is not None and cell != "":
                return cell if isinstance(cell, str) else None
        return self._first_word(cells) if self.may_total else None

    def _first_word(self, cells: Sequence[object]) -> str | None:
        """Give the first cell that holds words; a total may stand behind its numbers."""
        for place, cell in enumerate(cells):
            if not isinstance(cell, str) or place in self.words or not cell.strip():
                continue
            if len(cell) <= _LONGEST_TOTAL and _TOTAL(cell):
                return cell
            if place not in self.typed and not _HAS_DIGIT(cell):
                return cell
        return None


def is_no_record(read: Read) -> bool:
    """Whether a line was turned away because it is no record at all."""
    return isinstance(read, Rejection) and read.faults[0].code in _NO_RECORD


def is_repeated(read: Read) -> bool:
    """Whether a record was turned away already because its key stands twice."""
    return isinstance(read, Rejection) and any(fault.code == "R0140" for fault in read.faults)


def plain_key(key: str) -> str:
    """Give a key as it is compared: our own files put an apostrophe before a sign.

    >>> plain_key("'-A01"), plain_key("-A01"), plain_key("'T")
    ('-A01', '-A01', "'T")
    """
    return key[1:] if key[:1] == "'" and _FORMULA_BEHIND(key) else key


def key_of(read: Read, key: Field | None) -> str | None:
    """Give the key by which a record is found again; a number is its value, not its digits."""
    if read.id is None:
        return None
    if key is not None and key.type in NUMERIC:
        record = read.readable if isinstance(read, Rejection) else read
        value = None if record is None else record.values.get(key.name)
        if value is not None:
            return str(value)
    return plain_key(read.id)


class SeenKeys:
    """The keys of one pass over the records."""

    def __init__(self, key: Field | None) -> None:
        self._key = key
        self._seen: dict[str | bytes, int] = {}
        self._files: list[tuple[str, str | None]] = []

    def first(self, read: Read) -> tuple[int, Place] | None:
        """Give row and place of an earlier record with the same key, else remember this one."""
        key = key_of(read, self._key)
        if key is None:
            return None
        short = key if len(key) <= _SHORT else blake2b(key.encode(), digest_size=16).digest()
        earlier = self._seen.get(short)
        if earlier is None:
            self._seen[short] = self._pack(read)
            return None
        rest, row = divmod(earlier, _MOST)
        rest, line = divmod(rest, _MOST)
        number, own = divmod(rest, _MOST)
        file, sheet = self._files[own]
        return row, Place(file, line or None, sheet, number or None)

    def _pack(self, read: Read) -> int:
        place = read.place or Place("")
        if not self._files or self._files[-1] != (place.file, place.sheet):
            self._files.append((place.file, place.sheet))
        file = (place.number or 0) * _MOST + len(self._files) - 1
        return (file * _MOST + (place.line or 0)) * _MOST + read.row


def once_each(reads: Iterable[Read], key: Field | None) -> Iterator[Read]:
    """Turn away each row of a frame whose key stands in an earlier one."""
    seen = SeenKeys(key)
    for read in reads:
        first = None if is_no_record(read) else seen.first(read)
        yield read if first is None else reject_twice(read, *first, words="R0140.frame")


def reject_twice(read: Read, row: int, place: Place, words: str = "R0140") -> Rejection:
    """Turn away a record whose key stands in an earlier one, of this row and place."""
    arguments = (("key", read.id or ""), ("place", say_place(row, place)))
    fault = make_row_fault(read.id or "", Trouble(words, arguments))
    others = read.faults if isinstance(read, Rejection) else ()
    return Rejection(read.row, read.id, (fault, *others), place=read.place)
