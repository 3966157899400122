"""The scenes: what the room sees."""
