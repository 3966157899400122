"""What every command promises: exit statuses, one document on standard output, messages beside it, two languages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitator.cli.main import run as run_here
from facilitator.common.texts import Translator

from .program import ENGLISH, PROGRAM, SWEDISH, asked, done, environment, run


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("new",),
        ("new", "{event}", "--template", "empty"),
        ("import", "{event}", "participants"),
        ("import", "{event}", "guests", "list.csv"),
        ("teams", "{event}"),
        ("print", "{event}", "all"),
        ("print", "{event}", "posters", "--out", "x"),
        ("cards", "{event}", "--role", "boss"),
        ("serve", "{event}", "--port", "65536"),
        ("serve", "{event}", "--port", "http"),
        ("rehearse", "{event}", "--speed", "0"),
        ("rehearse", "{event}", "--speed", "2", "--instant"),
        ("rehearse", "{event}", "--phones", "-1"),
        ("tally", "votes.json"),
        ("tally", "votes.json", "--method", "coin"),
        ("export", "{event}"),
        ("check",),
        ("check", "{event}", "--jsom"),
        ("erase", "{event}", "--yes", "really"),
    ],
)
def test_wrong_usage_is_2_and_says_how_it_is_meant(words: tuple[str, ...], sample: Path) -> None:
    answer = asked(*(word.format(event=sample) for word in words))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: facilitator")


MISSING = [
    ("import", "{missing}", "participants", "{here}"),
    ("teams", "{missing}", "form"),
    ("teams", "{missing}", "repair"),
    ("teams", "{missing}", "rounds", "--count", "1"),
    ("cards", "{missing}"),
    ("serve", "{missing}"),
    ("rehearse", "{missing}", "--instant"),
    ("check", "{missing}"),
    ("erase", "{missing}", "--yes"),
    ("new", "{missing}/folder/day.hackday"),
    ("tally", "{missing}", "--method", "schulze"),
]


@pytest.mark.parametrize("words", MISSING, ids=lambda words: " ".join(words))
def test_a_refusal_is_1_and_still_prints_its_document(words: tuple[str, ...], tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Name\nÅsa Ek\n", "utf-8")
    before = set(tmp_path.iterdir())
    answer = asked(*(word.format(missing=tmp_path / "missing", here=listed) for word in words), "--json")
    assert answer.status == 1
    assert "missing" in answer.err
    assert isinstance(answer.json, dict)
    assert answer.err.strip() in (
        answer.json.get("problem"),
        *(one["problem"] for one in answer.json.get("problems", [])),
    )
    assert set(tmp_path.iterdir()) == before, "a refusal leaves no files behind"


UNSET: Mapping[str, str] = {}


@pytest.mark.parametrize(("language", "code"), [(SWEDISH, "sv"), (UNSET, "sv"), (ENGLISH, "en")])
def test_messages_speak_the_systems_language(language: Mapping[str, str], code: str, sample: Path) -> None:
    answer = run("new", sample, "--json", language=language)
    assert answer.status == 1
    assert answer.json["problem"] == answer.err.strip()
    assert answer.err.startswith(Translator(code)("“{name}” exists already.", name=sample.name))


@pytest.mark.parametrize(("code", "word"), [("sv", "Registrering"), ("en", "Registration")])
def test_templates_speak_it_too(code: str, word: str, tmp_path: Path) -> None:
    event = tmp_path / "day.hackday"
    assert run_here(["--language", code, "new", str(event)]) == 0
    done("export", event, "--out", tmp_path / "bundle")
    assert word in (tmp_path / "bundle" / "rundown.csv").read_text("utf-8-sig")


def test_help_and_version_are_no_refusals() -> None:
    assert asked("--help").status == 0
    assert asked("import", "--help").status == 0
    assert asked("--version").out.startswith("facilitator ")


@pytest.mark.skipif(os.name == "nt", reason="a reader that leaves is told by SIGPIPE's kin only here")
def test_a_reader_who_leaves_is_no_accident(sample: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "cards", str(sample)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == 141
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_output_is_unicode_wherever_it_goes(sample: Path) -> None:
    """A C locale, as in cron or a container, must not garble names or end the program."""
    bare = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
    if "SYSTEMROOT" in os.environ:
        bare["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    answer = subprocess.run(
        [*PROGRAM, "cards", str(sample), "--json"], capture_output=True, env=bare, check=False, timeout=60
    )
    assert answer.returncode == 0, answer.stderr
    assert "ö" in answer.stdout.decode("utf-8")
