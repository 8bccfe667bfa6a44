"""What the operating system and the readers of files say, in both languages."""

from __future__ import annotations

from typing import Final

from scorelang.diagnostics.language import CHINESE, Phrases, spoken

_SYSTEM: Final = Phrases(
    {
        "no such file or directory": "没有该文件或文件夹",
        "permission denied": "没有权限",
        "is a directory": "是文件夹",
        "not a directory": "不是文件夹",
        "file exists": "文件已存在",
        "file name too long": "文件名过长",
        "no space left on device": "磁盘空间不足",
        "read-only file system": "文件系统只读",
        "too many open files": "打开的文件过多",
        "too many levels of symbolic links": "链接循环",
        "input/output error": "读写错误",
        "invalid argument": "参数无效",
        "operation not permitted": "不允许的操作",
        "device or resource busy": "文件正被占用",
        "text file busy": "文件正被占用",
        "interrupted system call": "操作被中断",
        "illegal seek": "不能在其中定位",
        "bad file descriptor": "文件已关闭",
        "unknown": "原因不明",
        "embedded null byte": "文件名中有空字符",
        "a file that is no text": "不是文本文件",
        "GBK, as Chinese Windows programs write it": "GBK（中文 Windows 程序常用）",
        "it is not a plain file, or a very large one": "不是普通文件，或文件过大",
        "it is not text in UTF-8 or GB18030": "不是 UTF-8 或 GB18030 文本",
        "its parts are damaged": "文件已损坏",
        "it is another kind of file": "不是这一类文件",
        "it changed while it was read": "读取期间文件有变动",
        "it is not UTF-8 text": "不是 UTF-8 文本",
        # json
        "expecting value": "此处应有一个值",
        "expecting property name enclosed in double quotes": "此处应有双引号中的名称",
        "expecting ':' delimiter": "此处应有冒号",
        "expecting ',' delimiter": "此处应有逗号",
        "extra data": "内容结束后还有多余的内容",
        "unterminated string starting at": "此处开始的字符串没有结束",
        "invalid control character at": "有不允许的控制字符",
        "invalid \\escape": "反斜杠后的写法不对",
        "illegal trailing comma before end of object": "最后一项之后多了逗号",
        "illegal trailing comma before end of array": "最后一项之后多了逗号",
    }
)
_FIRST_HAN: Final = "\u4e00"
_OTHER: Final = "系统提示 `{}`"


def say_reason(said: str) -> str:
    """Say why something was refused; what we have no words for is quoted."""
    if spoken() != CHINESE:
        return said
    found = _SYSTEM.said(said)
    if found != said or any(sign >= _FIRST_HAN for sign in said):
        return found
    return _OTHER.format(said) if any(sign.isalpha() for sign in said) else said
