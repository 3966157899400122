"""The event itself: its name, day, place, language and the network that phones join."""
