"""Tables: read as people send them, written without formulas."""
