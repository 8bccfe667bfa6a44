"""The data behind a rubric: what is missing or out of range, what moves together, who gets what."""
