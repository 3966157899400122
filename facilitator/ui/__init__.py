"""Windows: the host's console and the projector, drawn with Qt."""
