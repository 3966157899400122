"""The plan of the day: items, fixed starts, least lengths, expected times, re-planning."""
