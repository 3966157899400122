"""The one door to the state: commands in, decided, saved and published; undo, redo, reactions."""
