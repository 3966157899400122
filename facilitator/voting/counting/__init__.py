"""The counting rules: one function each, from choices with their weights to an `Outcome`.

All arithmetic is exact (integers and fractions). Options that a rule cannot tell apart share their place. The order
of the votes never matters; the order of the options decides only in which order a group of equals is written down.
"""
