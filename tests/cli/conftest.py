"""Event files that many tests start from, each made once and copied by those that change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import people
from .program import Answer, copied, done, run


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("events")


@pytest.fixture(scope="session")
def new_event(_made: Path) -> Path:
    """The model day, without people."""
    event = _made / "new.hackday"
    done("new", event)
    return event


@pytest.fixture(scope="session")
def sample(_made: Path) -> Path:
    """The sample event, with people and teams; not to be changed."""
    event = _made / "sample.hackday"
    done("new", event, "--sample")
    return event


@pytest.fixture(scope="session")
def blank(_made: Path) -> Path:
    """An event that takes sectors and quotas from its first list, with 80 people who have ids; not to be changed."""
    event = _made / "blank.hackday"
    done("new", event, "--template", "blank")
    done("import", event, "participants", people.written(_made / "m.csv", people.MORNING_HEADINGS, people.morning()))
    return event


@pytest.fixture(scope="session")
def formed(blank: Path, _made: Path) -> tuple[Path, Answer]:
    """`blank` with teams under `people.RULES`, and what forming them said; not to be changed."""
    event = copied(blank, _made, "formed.hackday")
    rules = people.as_json(_made / "rules.json", people.RULES)
    return event, run("teams", event, "form", "--rules", rules, "--seed", "3", "--json")


@pytest.fixture
def seated(formed: tuple[Path, Answer], tmp_path: Path) -> Path:
    """A copy of `formed` to do with as one likes."""
    return copied(formed[0], tmp_path)


@pytest.fixture
def day(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample event to do with as one likes."""
    return copied(sample, tmp_path)
