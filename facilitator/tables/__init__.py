"""Reads tables as people have them: CSV and XLSX in any common encoding and delimiter."""
