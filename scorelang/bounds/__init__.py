"""Bounds: what each slot of a kernel can be over all valid records."""
