"""What the guides name is in the program: commands, keys, buttons, messages, columns."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po

import dev
from facilitator.agenda.words import SYNONYMS as AGENDA
from facilitator.cli.arguments import PRINTS, parser
from facilitator.common.texts import Translator
from facilitator.desk.vocabulary import COMMANDS, FOR_STAFF
from facilitator.knowledge.headings import SYNONYMS as KNOWLEDGE
from facilitator.participants.headings import SYNONYMS as PEOPLE
from facilitator.rehearsal.script import read_script
from facilitator.stage.model import SceneName
from facilitator.tables.headings import plain
from facilitator.ui.keys import KEYS, LISTED, PAGE_KEYS
from tests.docs.pages import GUIDES, bold, commands, table, text_of

LANGUAGES = sorted(GUIDES)
COMMAND_LINE = dev.ROOT / "docs" / "command-line.md"

HEADINGS = {
    "en": {"key": "key", "command": "command", "column": "heading", "trouble": "what you see", "paper": "document"},
    "sv": {"key": "tangent", "command": "kommando", "column": "rubrik", "trouble": "vad du ser", "paper": "dokument"},
}
"""What the first column of each table is called."""

BUTTONS = (
    *(
        "Import…",
        "Import",
        "Form teams",
        "Use the best so far",
        "Cancel",
        "Lock",
        "New ballot",
        "Add jury cards",
        "Print",
    ),
    *("Address for phones", "Start the day", "Next item", "Start this item", "Open the projector", "Blank", "Walk-in"),
    *(
        "Shorten what matters least",
        "Shorten evenly",
        "Repair",
        "Open the vote",
        "Close the vote",
        "Reveal to the room",
    ),
    *("How it was counted", "Straw poll", "Forget the key on this phone", "Move it to today", "Settings"),
    *("Ready agendas…", "Export…", "Seats and sectors", "Purge…", "Rules", "Print for", "Code to check in with"),
    *("Network", "A phone cannot open the page", "Reduced motion", "Leave out", "Save…", "Pitches", "Tracks", "Take"),
    *("New card", "Reveal one place", "Break ties by lot", "Export", "Paper ballots", "Prepare first", "Show the code"),
)
"""Words of the windows and pages that both guides print in bold."""


def swedish(english: str) -> str:
    """The Swedish words of a sentence; they must exist."""
    catalogue = dev.TEXTS / "sv" / "LC_MESSAGES" / "facilitator.po"
    with catalogue.open("rb") as file:
        message = read_po(file).get(english)
    assert message is not None
    assert message.string, f"“{english}” has no Swedish words"
    return str(message.string)


def sentences(language: str) -> str:
    """Everything that the program says in a language, a sentence a line."""
    with (dev.TEXTS / "sv" / "LC_MESSAGES" / "facilitator.po").open("rb") as file:
        said = [message.id if language == "en" else message.string for message in read_po(file) if message.id]
    return "\n".join(part for each in said if each for part in ([each] if isinstance(each, str) else each))


@pytest.mark.parametrize("page", [*GUIDES.values(), COMMAND_LINE], ids=lambda page: page.name)
def test_commands_are_understood(page: Path) -> None:
    listed = commands(page)
    assert len(listed) > 5
    for arguments in listed:
        if arguments and arguments != ["COMMAND", "…"] and not (len(arguments) == 1 and ".hackday" in arguments[0]):
            parser(Translator("en")).parse_args(arguments)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_listed_and_no_other(language: str) -> None:
    told = {key for row in table(GUIDES[language], HEADINGS[language]["key"]) for key in row[0].split(", ")}
    installed = {sequence for key in KEYS for sequence in key.sequences} - {"="}  # + without Shift
    on_pages = {key for keys, _ in LISTED for key in keys.split("  ")}
    assert on_pages >= {f"{PAGE_KEYS[0]} … {PAGE_KEYS[-1]}"}
    assert {key.replace("−", "-") for key in told} == {key.replace("−", "-") for key in installed | on_pages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_of_scripts_exist_with_their_fields(language: str) -> None:
    rows = table(GUIDES[language], HEADINGS[language]["command"])
    told = set()
    for row in rows:
        names = re.findall(r"`([^`]+)`", row[0])
        told |= set(names)
        words = [word for word in re.findall(r"`([^`]+)`", row[1]) if not word.startswith("{")]
        for name in names:
            assert name in COMMANDS
            known = {spec.name for spec in fields(COMMANDS[name])} | {str(scene) for scene in SceneName}
            assert set(words) <= known, name
    assert told >= FOR_STAFF


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_script_can_be_read(language: str) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", text_of(GUIDES[language]), re.DOTALL)
    happenings = read_script(example.encode(), date(2026, 5, 20), ZoneInfo("Europe/Stockholm"))
    assert len(happenings) == len(example.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_understood(language: str) -> None:
    known = {plain(word) for synonyms in (PEOPLE, AGENDA, KNOWLEDGE) for words in synonyms.values() for word in words}
    rows = table(GUIDES[language], HEADINGS[language]["column"])
    told = [word for row in rows for cell in row[:2] for word in cell.split(", ")]
    assert len(rows) > 20
    assert [word for word in told if plain(word) not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_told_as_the_program_says_them(language: str) -> None:
    said = re.sub(r"[“”\"]?\{\w+\}[“”\"]?", "…", sentences(language))
    told = [row[0] for row in table(GUIDES[language], HEADINGS[language]["trouble"])]
    quoted = [words for cell in told for words in re.findall(r"[“”]([^“”]+)”", cell)]
    assert len(quoted) > 10
    assert [words for words in quoted if words.strip("… ") not in said] == []


@pytest.mark.parametrize("english", BUTTONS)
def test_buttons_are_named_as_they_are(english: str) -> None:
    assert english.casefold() in bold(GUIDES["en"])
    assert swedish(english).casefold() in bold(GUIDES["sv"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_that_only_the_command_line_prints_are_named(language: str) -> None:
    for name in ("paper-ballots", "round-slips", "printer-test"):
        assert name in PRINTS
        assert f"`{name}`" in text_of(GUIDES[language])


def test_the_guides_have_the_same_chapters() -> None:
    levels = [re.findall(r"^(#+) ", text_of(page), re.MULTILINE) for page in GUIDES.values()]
    assert levels[0] == levels[1]
