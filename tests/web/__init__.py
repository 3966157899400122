"""Tests of the phone server, its page and the ballot box."""
