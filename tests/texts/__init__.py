"""The texts that people see, and their Swedish."""
