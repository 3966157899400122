"""What the room sees: the scenes of the projector, as data."""
