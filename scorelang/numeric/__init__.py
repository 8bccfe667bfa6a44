"""Exact numbers: reading, rounding, functions, intervals."""
