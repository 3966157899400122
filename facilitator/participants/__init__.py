"""The roster: import, seat quotas and waitlist, check-in, no-shows and walk-ins."""
