"""The composition root: the only place where the real things are put together."""
