"""Phones: the phone server, what each role may ask and see, and live events."""
