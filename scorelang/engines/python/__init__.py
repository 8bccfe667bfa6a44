"""Generated Python for one record: whole numbers where a step is known, ratios where not."""
