"""A compiled catalogue at work, and the language that the system asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

import dev
from facilitator.common import texts
from facilitator.common.texts import Translator, plural_text, system_language, text
from facilitator.ui.pages.catalogue import IN_SIDEBAR, PAGES
from tests.texts.sources import SWEDISH, catalogue


@pytest.fixture
def swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translator:
    """A Swedish translator on a catalogue compiled just now."""
    compiled = tmp_path / "sv" / "LC_MESSAGES" / "facilitator.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as file:
        write_mo(file, catalogue(SWEDISH))
    monkeypatch.setattr(texts, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    monkeypatch.setattr(texts, "_catalogue", texts._catalogue.__wrapped__)
    return Translator("sv")


def test_a_sentence_with_values(swedish: Translator) -> None:
    assert swedish("There is no folder “{folder}”.", folder="Dagen") == "Det finns ingen mapp ”Dagen”."


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 lag bildade"), (1, "1 lag bildat"), (2, "2 lag bildade"), (21, "21 lag bildade")]
)
def test_numbers(swedish: Translator, count: int, said: str) -> None:
    assert swedish.plural("{count} team formed", "{count} teams formed", count) == said


def test_a_text_within_a_text(swedish: Translator) -> None:
    """A refusal quotes what belongs to it in the same language."""
    holder = text("“{name}” is open already: {holder}.", name="dag.hackday", holder=text("another program"))
    assert swedish.render(holder) == "”dag.hackday” är redan öppen: ett annat program."


def test_english_is_what_the_code_says() -> None:
    """English needs no catalogue, numbers included."""
    english = Translator("en")
    assert english.render(plural_text("{count} team formed", "{count} teams formed", 1)) == "1 team formed"
    assert english.render(plural_text("{count} team formed", "{count} teams formed", 0)) == "0 teams formed"


def test_what_is_missing_is_said_in_english(swedish: Translator) -> None:
    assert swedish.render(text("Never in any catalogue: {x}", x=1)) == "Never in any catalogue: 1"


def test_the_pages_of_the_console(swedish: Translator) -> None:
    """The words in the sidebar, in its order."""
    names = ["Plan", "Deltagare", "Lag", "Kör", "Rösta", "Resultat", "Nätverk", "Inställningar"]
    assert [swedish.render(PAGES[name].name) for name in IN_SIDEBAR] == names


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "EN_us"}, "en"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "C"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_system_is_asked(variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables in the order that POSIX gives them; empty ones count as unset."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have a language of their own to ask")
def test_where_nothing_is_set_swedish_is_spoken() -> None:
    """As on a server or in a container; Python itself is asked, since it is what guesses."""
    ask = "from facilitator.common.texts import system_language; print(system_language())"
    bare = {name: value for name, value in os.environ.items() if name == "SYSTEMROOT"}
    answer = subprocess.run([sys.executable, "-c", ask], cwd=dev.ROOT, env=bare, capture_output=True, check=True)
    assert answer.stdout.split() == [b"sv"]
