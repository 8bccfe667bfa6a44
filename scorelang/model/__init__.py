"""The checked evaluation tree: what a rubric means, with every default made explicit."""
