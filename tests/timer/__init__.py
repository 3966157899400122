"""Tests of timer."""
