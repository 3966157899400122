"""What the room sees: the scene on the projector and the message to the room."""
