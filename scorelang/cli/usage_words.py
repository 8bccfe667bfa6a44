"""What click says about a command line that it cannot read, in the language being spoken.

In: click's message, in our style. Out: the same in Chinese where Chinese is spoken.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.diagnostics.language import CHINESE, spoken

_OPTION: Final = r"(`[^`]*`(?: / `[^`]*`)*)"
_CHINESE: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"no such option:? (`[^`]*`|\S+); did you mean (.*?)\??$", "没有选项 {}，是否指 {}？"),
        (r"no such option:? (`[^`]*`|\S+) \(possible options: (.*)\)", "没有选项 {}，相近的有 {}"),
        (r"no such option:? (`[^`]*`|\S+)", "没有选项 {}"),
        (r"no such command:? (`[^`]*`|\S+)", "没有命令 {}"),
        (r"no verb (`[^`]*`); did you mean (`[^`]*`)", "没有命令 {}，是否指 {}？"),
        (r"no verb (`[^`]*`)", "没有命令 {}"),
        (r"missing argument (`[^`]*`)", "缺少参数 {}"),
        (r"missing option (`[^`]*`)", "缺少选项 {}"),
        (r"missing parameter:? (.*)", "缺少参数 {}"),
        (
            rf"invalid value for {_OPTION}: (.*) is not one of (.*), or a sign",
            "{} 不能写 {}，可写 {}，或一个符号",
        ),
        (rf"invalid value for {_OPTION}: (.*) is not one of (.*)", "{} 不能写 {}，可用的有 {}"),
        (rf"invalid value for {_OPTION}: (.*) is not a valid int\w*", "{} 应为整数，而不是 {}"),
        (rf"invalid value for {_OPTION}: (.*) is not a valid \w+", "{} 应为数值，而不是 {}"),
        (rf"invalid value for {_OPTION}: (.*) is not in the range (.*)", "{} 写了 {}，应为 {}"),
        (rf"option {_OPTION} requires (?:an|\d+) arguments?", "选项 {} 后面要写值"),
        (rf"option {_OPTION} does not take a value", "选项 {} 后面不写值"),
        (r"got unexpected extra arguments? \((.*)\)", "多出的参数：{}"),
    )
)
_OTHER: Final = "无法读取命令行 `{}`"


_TOML: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"invalid value", "值的写法不对"),
        (r"cannot overwrite a value|cannot (?:declare|mutate|redefine).*", "同一项写了两次"),
        (r"expected '=' after a key.*", "名称后面要有 `=`"),
        (r"expected '\]'.*|expected \"\]\".*", "缺少 `]`"),
        (r"unterminated string|illegal character.*", "引号没有成对"),
        (r"expected newline or end of document after a statement", "一行只能写一项设置"),
        (r"invalid statement", "不是一项设置"),
    )
)
_NO_UTF_8: Final = re.compile(r"invalid (start|continuation) byte|unexpected end of data")
_NO_TOML: Final = "不合 TOML 的写法"


def say_toml(message: str) -> str:
    """Say a message of the reader of configurations."""
    if _NO_UTF_8.fullmatch(message):
        return "不是 UTF-8 编码" if spoken() == CHINESE else "it is no UTF-8"
    if spoken() != CHINESE:
        return message[:1].lower() + message[1:]
    return next((said for found, said in _TOML if found.fullmatch(message.lower())), _NO_TOML)


def say_usage(message: str) -> str:
    """Say a message of click."""
    if spoken() != CHINESE:
        return message
    for pattern, said in _CHINESE:
        found = pattern.match(message)
        if found is not None:
            return said.format(*found.groups())
    return _OTHER.format(message.replace("`", "'"))
