"""Paper: team sheets, badges, voting cards, table signs, the wall list and the report, as PDF."""
