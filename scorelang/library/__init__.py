"""Where rubrics come from: a path, or the name of a shipped rubric."""
