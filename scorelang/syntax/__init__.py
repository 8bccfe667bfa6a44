"""From text to tree: what was written in a rubric file."""
