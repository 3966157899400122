"""The words that lists use for columns, kinds of items, scenes and what happens at an item's end; Swedish and English.

They are written as they are read, so an agenda that was written in one language reads back the same in any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.agenda.model import AtEnd, Kind
from facilitator.tables.headings import Synonyms, plain

SYNONYMS: Synonyms = {
    "start": ("Start", "Starttid", "Tid", "Klockan", "Kl", "Från", "Börjar", "Time", "Start time", "From", "Begins"),
    "end": ("Slut", "Sluttid", "Till", "Slutar", "End", "End time", "To", "Until", "Ends"),
    "title": (
        "Titel", "Rubrik", "Programpunkt", "Punkt", "Aktivitet", "Moment", "Vad", "Program", "Title", "Item",
        "Agenda item", "Activity", "Session", "What",
    ),
    "kind": ("Typ", "Slag", "Sort", "Type", "Kind"),
    "length": ("Längd", "Minuter", "Min", "Tidsåtgång", "Varaktighet", "Length", "Minutes", "Duration"),
    "least_length": (
        "Minsta längd", "Minst", "Kortaste längd", "Minimum", "Least length", "Minimum length", "Shortest", "At least",
    ),
    "speaker": ("Talare", "Vem", "Ansvarig", "Medverkande", "Speaker", "Speakers", "Who", "Host"),
    "fixed": ("Fast start", "Fast", "Fast tid", "Fixed start", "Fixed", "Fixed time"),
    "notes": ("Anteckningar", "Anteckning", "Anmärkning", "Kommentar", "Notes", "Note", "Comment", "Comments"),
    "priority": ("Prioritet", "Vikt", "Priority"),
    "day": ("Dag", "Datum", "Day", "Date"),
    "track": ("Spår", "Parallellt spår", "Track", "Parallel track", "Stream"),
    "warning": ("Varning", "Första varning", "Förvarning", "Warning", "First warning"),
    "danger": ("Sista varning", "Last warning", "Danger"),
    "scene": ("Scen", "Visa", "Scene", "Show"),
    "at_end": ("Vid slut", "När tiden är slut", "At end", "At the end", "At zero"),
    "end_scene": ("Scen vid slut", "Slutscen", "Scene at end", "End scene"),
    "sound": ("Ljud", "Sound"),
}  # fmt: skip
"""Field of an item → its headings."""

_ENGLISH: Mapping[str, str] = {
    "start": "Start", "end": "End", "title": "Title", "kind": "Kind", "length": "Length",
    "least_length": "Least length", "speaker": "Speaker", "fixed": "Fixed start", "notes": "Notes",
    "priority": "Priority", "day": "Day", "track": "Track", "warning": "First warning", "danger": "Last warning",
    "scene": "Scene", "at_end": "At end", "end_scene": "Scene at end", "sound": "Sound",
}  # fmt: skip

_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TALK: (
        "tal", "föreläsning", "inledning", "välkomna", "information", "föredrag", "panel", "annat", "övrigt",
        "talk", "lecture", "speech", "welcome", "other", "keynote",
    ),
    Kind.BREAK: (
        "paus", "rast", "kaffe", "fika", "lunch", "mat", "registrering", "mingel", "frukost",
        "break", "pause", "coffee", "registration", "food", "breakfast", "mingle",
    ),
    Kind.TEAMS: ("lag", "lagindelning", "lagvisning", "teams", "team", "team reveal"),
    Kind.WORK: ("arbete", "lagarbete", "grupparbete", "hack", "workshop", "work", "team work", "teamwork", "hacking"),
    Kind.PITCHES: (
        "presentation", "presentationer", "pitch", "pitchar", "redovisning", "redovisningar", "lösningar",
        "presentations", "pitches", "demo", "demos",
    ),
    Kind.VOTE: ("omröstning", "röstning", "rösta", "vote", "voting", "ballot"),
    Kind.RESULTS: ("resultat", "prisutdelning", "vinnare", "results", "result", "awards", "prize", "prizes"),
    Kind.END: ("slut", "avslut", "avslutning", "end", "close", "closing", "the end"),
}  # fmt: skip
_KIND_OF = {plain(word): kind for kind, words in _KINDS.items() for word in (kind.value, *words)}

KIND_WORDS = tuple(words[0] for words in _KINDS.values()) + tuple(kind.value for kind in Kind)
"""The words to suggest when a kind is not understood."""

_AT_END: Mapping[AtEnd, tuple[str, ...]] = {
    AtEnd.STAY: ("stanna", "stanna kvar", "ingenting", "stay", "nothing"),
    AtEnd.NEXT: ("nästa", "nästa punkt", "next", "next item"),
    AtEnd.BALLOT: ("omröstning", "öppna omröstning", "ballot", "open ballot", "vote"),
    AtEnd.SCENE: ("scen", "visa scen", "scene", "show scene"),
}
_AT_END_OF = {plain(word): at_end for at_end, words in _AT_END.items() for word in words}

AT_END_WORDS = tuple(words[0] for words in _AT_END.values()) + tuple(at_end.value for at_end in AtEnd)
"""The words to suggest when what happens at the end is not understood."""

_SCENES: Mapping[str, str] = {
    "blank": "svart",
    "welcome": "välkommen",
    "clock": "klocka",
    "agenda": "program",
    "teams": "lag",
    "find-table": "hitta ditt bord",
    "question": "frågeställning",
    "pitch": "presentation",
    "ballot": "omröstning",
    "results": "resultat",
    "next-steps": "nästa steg",
    "message": "meddelande",
    "picture": "bild",
}
"""The scenes by their names, with what Swedish lists call them."""
_SCENE_OF = {plain(word): name for name, swedish in _SCENES.items() for word in (name, swedish)}

SCENES = tuple(_SCENES)
"""The scenes that a list can name."""

SCENE_WORDS = tuple(_SCENES.values()) + SCENES
"""The words to suggest when a scene is not understood."""


def kind(word: str) -> Kind | None:
    """The kind of item that a word in the list's kind column means."""
    return _KIND_OF.get(plain(word))


def kind_from_title(title: str) -> Kind:
    """The kind that a title suggests by its first word that is known; a talk if it suggests none."""
    return next((_KIND_OF[word] for part in re.findall(r"\w+", title) if (word := plain(part)) in _KIND_OF), Kind.TALK)


def at_end(word: str) -> AtEnd | None:
    """What a word means that stands for what happens at an item's end."""
    return _AT_END_OF.get(plain(word))


def scene(word: str) -> str | None:
    """The name of the scene that a word means."""
    return _SCENE_OF.get(plain(word))


def heading(field: str, swedish: bool) -> str:
    """The column's heading in a list that is written."""
    names = SYNONYMS[field]
    return names[0] if swedish else _ENGLISH[field]


def kind_word(kind: Kind, swedish: bool) -> str:
    """The word for a kind in a list that is written."""
    return _KINDS[kind][0] if swedish else kind.value


def at_end_word(at_end: AtEnd, swedish: bool) -> str:
    """The word for what happens at the end in a list that is written."""
    return _AT_END[at_end][0] if swedish else at_end.value


def scene_word(name: str, swedish: bool) -> str:
    """The word for a scene in a list that is written."""
    return _SCENES.get(name, name) if swedish else name
