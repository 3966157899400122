"""The whole day without people: a virtual clock, simulated phones and day scripts."""
