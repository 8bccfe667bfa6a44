"""Results as JSON Lines or as one JSON array; numbers keep their decimals.

In: a binary stream and objects already written as text. Out: UTF-8 without BOM.
"""

from __future__ import annotations

from typing import BinaryIO


class JsonLines:
    """One object a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write one object."""
        self._stream.write(f"{text}\n".encode("utf-8", "replace"))

    def close(self) -> None:
        """Write what is still to be written: nothing."""


class JsonArray:
    """One array with an object on each line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._is_empty = True

    def write(self, text: str) -> None:
        """Write one object."""
        start = "[\n" if self._is_empty else ",\n"
        self._stream.write(f"{start}{text}".encode("utf-8", "replace"))
        self._is_empty = False

    def close(self) -> None:
        """End the array."""
        self._stream.write(b"[]\n" if self._is_empty else b"\n]\n")
