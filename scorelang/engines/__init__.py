"""Engines: code made from the kernel, each held to the interpreter by tests."""
