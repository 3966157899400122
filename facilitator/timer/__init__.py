"""What runs now: countdowns, pauses, added time, the pitch queue and the run log."""
