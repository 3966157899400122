"""Tests of the event itself."""
