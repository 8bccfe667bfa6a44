"""The meaning of a checked rubric: the reference interpreter, exact and plain."""
