"""Findings: what they are, how they are collected and shown."""
