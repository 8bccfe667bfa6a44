"""From the tree of a file to the checked rubric: names, types, units, lowering, checks."""
