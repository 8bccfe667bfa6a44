"""What messages quote of the rubric language: in English, and the same in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

QUOTED: Mapping[str, str] = MappingProxyType(
    {
        "otherwise": "其余",
        "missing": "未填",
    }
)
"""Texts between backticks as templates have them, placeholders and doubled braces included."""
