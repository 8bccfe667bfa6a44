"""Outcomes as plain report data, and that data as pages for people."""
