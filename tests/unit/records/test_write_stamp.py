"""The stamp of a run."""

import datetime as dt
import json

from scorelang.records.stamp import InputDigest, Stamp, digest_file, digest_text, stamp_json


def test_a_stamp_says_what_gave_the_results():
    stamp = Stamp(
        "supplier", "2025", "ab", "0.1.0", (InputDigest("a.csv", "cd"),), None, dt.date(2025, 1, 2)
    )
    assert json.loads(stamp_json(stamp)) == {
        "rubric": "supplier",
        "version": "2025",
        "rubric_sha256": "ab",
        "tool": "scorelang",
        "tool_version": "0.1.0",
        "inputs": [{"name": "a.csv", "sha256": "cd"}],
        "baseline_sha256": None,
        "as_of": "2025-01-02",
    }


def test_digests_of_text_and_file_agree(tmp_path):
    path = tmp_path / "a"
    path.write_text("文字", "utf-8")
    assert digest_file(path) == digest_text("文字")
