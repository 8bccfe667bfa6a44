import codecs
import hashlib

import pytest

from scorelang.records.encoding import find_encoding
from scorelang.records.inputs import open_input
from scorelang.records.unreadable import UnreadableInput

NAMES = ("退货率", "客户", "sales")
TEXT = "客户,退货率,备注\n北京,12.5,好\n"


def found(tmp_path, content, names=NAMES, chosen=None):
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    return find_encoding(open_input(path), names, chosen)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        ("客戶,退貨率\n".encode("big5"), "big5"),
        ("sales,x\n1,2\n".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_the_encoding_is_found(tmp_path, content, encoding):
    assert found(tmp_path, content, (*NAMES, "客戶", "退貨率")).encoding == encoding


def test_bytes_that_are_not_utf_8_far_below_are_noticed(tmp_path):
    content = b"sales\n" + b"1\n" * 600_000 + "好\n".encode("gb18030")
    assert found(tmp_path, content).encoding == "gb18030"


def test_a_guess_is_said(tmp_path):
    assert [note.code for note in found(tmp_path, TEXT.encode("gbk")).notices] == ["U0123"]
    assert found(tmp_path, TEXT.encode()).notices == ()


def test_the_digest_is_that_of_the_bytes(tmp_path):
    content = TEXT.encode("gbk")
    assert found(tmp_path, content).digest == hashlib.sha256(content).hexdigest()


def test_a_chosen_encoding_is_taken(tmp_path):
    assert found(tmp_path, TEXT.encode("gbk"), chosen="GBK").encoding == "gbk"
    assert found(tmp_path, codecs.BOM_UTF8 + b"a\n", chosen="utf8").encoding == "utf-8-sig"


def test_a_chosen_encoding_that_does_not_fit_is_refused(tmp_path):
    with pytest.raises(UnreadableInput) as raised:
        found(tmp_path, TEXT.encode("gbk"), chosen="utf-8")
    assert raised.value.diagnostics[0].code == "U0108"


@pytest.mark.parametrize("name", ["utf-9", "hex", "zlib", "idna", "unicode_escape", "", "a\0b"])
def test_an_unknown_encoding_is_refused(tmp_path, name):
    with pytest.raises(UnreadableInput) as raised:
        found(tmp_path, b"a\n", chosen=name)
    assert raised.value.diagnostics[0].code == "U0109"


def test_a_damaged_file_with_a_mark_is_refused(tmp_path):
    with pytest.raises(UnreadableInput) as raised:
        found(tmp_path, codecs.BOM_UTF8 + b"\xff\n")
    assert raised.value.diagnostics[0].code == "U0108"
