"""Tests of the whole program: window, phones, event file and screens together."""
