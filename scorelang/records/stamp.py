"""The stamp of a run: which rubric, which tool, which data gave these results.

In: names and digests. Out: one JSON object, the same for the same run; no clock, no
machine. Digests are SHA-256 in hexadecimal.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import attrs

_BLOCK = 1 << 20


@attrs.frozen
class InputDigest:
    """One file of records by the name it was given under."""

    name: str
    sha256: str


@attrs.frozen
class Stamp:
    """What has to be the same for the results to be the same.

    ``last_sha256`` is that of the file of the last period, ``files`` are other files the rubric
    was made from. Where each record was scored by the
    version of its own date, ``day_field`` names that and ``versions`` holds them all.
    """

    rubric: str
    version: str | None
    rubric_sha256: str
    tool_version: str
    inputs: tuple[InputDigest, ...]
    baseline_sha256: str | None = None
    as_of: dt.date | None = None
    files: tuple[InputDigest, ...] = ()
    day_field: str | None = None
    versions: tuple[InputDigest, ...] = ()
    last_sha256: str | None = None


def stamp_json(stamp: Stamp) -> str:
    """Write a stamp as a JSON object over several lines."""
    document: dict[str, object] = {
        "rubric": stamp.rubric,
        "version": stamp.version,
        "rubric_sha256": stamp.rubric_sha256,
        "tool": "scorelang",
        "tool_version": stamp.tool_version,
        "inputs": [{"name": given.name, "sha256": given.sha256} for given in stamp.inputs],
        "baseline_sha256": stamp.baseline_sha256,
        "as_of": stamp.as_of.isoformat() if stamp.as_of else None,
    }
    if stamp.last_sha256 is not None:
        document["last_sha256"] = stamp.last_sha256
    if stamp.files:
        document["files"] = [{"name": f.name, "sha256": f.sha256} for f in stamp.files]
    if stamp.day_field is not None:
        document["as_of_field"] = stamp.day_field
        document["versions"] = [{"version": v.name, "sha256": v.sha256} for v in stamp.versions]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def digest_text(text: str) -> str:
    """Give the digest of a text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest_file(path: Path) -> str:
    """Give the digest of a file."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
