"""Agenda, knowledge and solutions read from lists, and the sample event's own lists."""
