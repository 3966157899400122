"""Facilitator: an offline desktop tool for live hackathon days."""

__version__ = "0.1.0"
