"""The one way a rubric is written: layout, alignment, vocabulary, comments kept."""
