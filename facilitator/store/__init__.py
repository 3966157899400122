"""The event file: rows, opening, locking, migration, safety copies, and the ballot box's writer."""
