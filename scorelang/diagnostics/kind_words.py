"""The kinds of files as a person calls them, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from scorelang.diagnostics.language import Phrases
from scorelang.source.file_kinds import FileKind

_KINDS: Final[Mapping[FileKind, str]] = MappingProxyType(
    {
        FileKind.WORKBOOK: "an Excel workbook",
        FileKind.OLD_WORKBOOK: "an old Excel workbook (.xls), or one with a password",
        FileKind.OPEN_DOCUMENT: "an OpenDocument file",
        FileKind.DOCUMENT: "a document of Word or PowerPoint",
        FileKind.ARCHIVE: "an archive of packed files",
        FileKind.COMPRESSED: "a compressed file",
        FileKind.PARQUET: "a Parquet file",
        FileKind.WEB_PAGE: "a web page",
        FileKind.XML_TABLE: "an XML file",
        FileKind.PDF: "a PDF document",
        FileKind.PICTURE: "a picture",
        FileKind.JSON: "JSON",
        FileKind.JSON_LINES: "JSON Lines",
        FileKind.TEXT: "a text file",
    }
)
_SAID: Final = Phrases(
    {
        "an Excel workbook": " Excel 工作簿",
        "an old Excel workbook (.xls), or one with a password": (
            "旧版 Excel 工作簿（.xls）或加密的工作簿"
        ),
        "an OpenDocument file": " OpenDocument 文件",
        "a document of Word or PowerPoint": " Word 或 PowerPoint 文档",
        "an archive of packed files": "压缩包",
        "a compressed file": "压缩文件",
        "a Parquet file": " Parquet 文件",
        "a web page": "网页",
        "an XML file": " XML 文件",
        "a PDF document": " PDF 文档",
        "a picture": "图片",
        "JSON": " JSON",
        "JSON Lines": " JSON Lines",
        "a text file": "文本文件",
    }
)


def say_kind(kind: FileKind) -> str:
    """Say what kind of file it is: ``an Excel workbook``.

    A Latin name stands apart from the Chinese sign before it.
    """
    return _SAID[_KINDS[kind]]
