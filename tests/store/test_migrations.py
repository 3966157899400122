"""Files of every earlier version open in this one."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from facilitator.store import rows
from facilitator.store.inspection import Inspection
from facilitator.store.migrations import migrate, newest, scripts
from tests.desk.builders import open_session

KEPT_FILES = Path(__file__).parent / "files"


def test_the_migrations_make_the_tables_that_the_row_classes_describe(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "migrated.db", isolation_level=None)
    migrate(connection, 0)
    connection.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'described.db'}")
    rows.ItemRow.metadata.create_all(engine)
    engine.dispose()
    with Inspection(tmp_path / "migrated.db") as migrated:
        assert migrated.deviating_tables() == []
    with Inspection(tmp_path / "described.db") as described:
        assert described.deviating_tables() == []


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(tmp_path / "A.db", isolation_level=None)
    broken = {1: "CREATE TABLE first (id INTEGER);\nCREATE TABLE first (id INTEGER);\n"}
    monkeypatch.setattr("facilitator.store.migrations.scripts", lambda: broken)
    with pytest.raises(sqlite3.Error):
        migrate(connection, 0)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("version", sorted(scripts()))
def test_a_file_of_every_version_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "kept.hackday"
    shutil.copy(KEPT_FILES / f"version-{version}.hackday", path)
    with open_session(path) as session:
        assert session.desk.state.event.title == "Hack 2026"
        assert len(session.desk.state.roster.people) == 10
        assert session.desk.state.run.running is not None
        assert session.desk.version == 3
    with Inspection(path) as inspection:
        assert inspection.deviating_tables() == []
    assert newest() >= version
