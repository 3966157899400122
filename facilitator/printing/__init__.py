"""Paper: team sheets, badges, voting cards, table signs and lists, as PDF.

The way of a document: the state's slices (`material`) → marks on pages, pure and in millimetres (`marks`, a module per
document) → PDF (`pdf`). `documents` is the door.
"""
