"""Rehearsals: clocks, scripts, the simulated host and phones, and whole days."""
