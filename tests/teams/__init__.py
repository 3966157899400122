"""Teams: forming, repairing, rounds, explanations."""
