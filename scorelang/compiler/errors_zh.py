"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue

WORDS_ZH: Catalogue = {}
"""Words by the same keys and with the same placeholders."""
