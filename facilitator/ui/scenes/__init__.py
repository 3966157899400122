"""What the room sees: each scene painted on one logical canvas, for the projector, the preview and pictures alike."""
