"""Paper, read back by machines as people would read it."""
