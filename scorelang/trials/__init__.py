"""Running the examples of a rubric, and what they leave untouched."""
