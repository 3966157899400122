"""What lists of people call their columns."""

from __future__ import annotations

from facilitator.tables.headings import Synonyms

SYNONYMS: Synonyms = {
    "reference": ("id", "ID-nummer", "Referens", "Reference", "Ref", "Deltagar-id", "Participant ID", "Person-id"),
    "name": (
        "Namn", "Name", "Full name", "Fullständigt namn", "Hela namnet", "För- och efternamn", "Deltagare",
        "Deltagarens namn", "Participant", "Participant name", "Attendee", "Person",
    ),
    "first_name": ("Förnamn", "First name", "Given name", "Forename", "Fornamn", "Tilltalsnamn"),
    "last_name": ("Efternamn", "Last name", "Surname", "Family name"),
    "organisation": (
        "Organisation", "Org", "Organization", "Arbetsgivare", "Företag", "Myndighet", "Arbetsplats", "Employer",
        "Company", "Agency", "Organisationsnamn", "Organisation name", "Företagsnamn", "Workplace",
    ),
    "sector": ("Sektor", "Sector", "Sektorn", "Sektorstillhörighet", "Bransch", "Industry"),
    "quota": (
        "Kvot", "Quota", "Seat quota", "Group", "Grupp", "Kategori", "Category", "Platskvot", "Platstyp",
        "Deltagartyp", "Participant type",
    ),
    "role": ("Roll", "Role", "Titel", "Title", "Job title", "Befattning", "Yrke", "Yrkesroll", "Position"),
    "skills": ("Kompetenser", "Kompetens", "Skills", "Skill", "Competences", "Competencies", "Färdigheter", "Expertis"),
    "languages": ("Språk", "Languages", "Language", "Sprak", "Språkkunskaper"),
    "wishes": (
        "Önskemål", "Wishes", "Wish", "Preferences", "Preference", "Onskemal", "Önskade frågor", "Val av fråga",
        "Önskad fråga", "Önskade frågeställningar", "Questions wished for",
    ),
    "email": (
        "Epost", "E-post", "E-mail", "Email", "Mail", "Mejl", "E-postadress", "Mailadress", "Mejladress",
        "E-mail address", "Email address",
    ),
}  # fmt: skip
"""Field of a participant → its headings. “Name” holds both names, or the first name beside a column of last names."""

NAME_FIELDS = ("name", "first_name", "last_name")
"""A list of people has at least one of these."""
