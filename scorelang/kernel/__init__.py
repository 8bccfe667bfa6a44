"""The kernel: what a rubric means, lowered once into a list of slots that every engine reads."""
