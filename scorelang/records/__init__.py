"""Files and records: a file becomes rows, a cell a typed value or a fault, a row a record."""
