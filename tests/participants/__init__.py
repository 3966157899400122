"""The roster, and lists of people read against it."""
