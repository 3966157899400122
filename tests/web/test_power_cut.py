"""A power cut in a storm of votes: of every file only what was synced is left, and every acknowledged vote is in it.

A library between SQLite and the system takes a picture of each file whenever it is synced; what was written since is
what a cut takes away.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import httpx
import pytest

from facilitator.voting.cards import card_id, new_secret
from facilitator.voting.model import Card, Role

from .day import Served, cast

CUTS, VOTERS, PHONES = 20, 800, 8
_SHIM = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static void picture(int file) {
    char link[64], path[4096], partly[4200], whole[4200], part[65536];
    const char *folder = getenv("CUT_FOLDER"), *disk = getenv("CUT_DISK");
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || !folder || !disk) return;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder))) return;
    const char *name = strrchr(path, '/') + 1;
    snprintf(whole, sizeof whole, "%s/%s", disk, name);
    snprintf(partly, sizeof partly, "%s/%s.partly", disk, name);
    FILE *to = fopen(partly, "w");
    if (!to) return;
    ssize_t count; off_t at = 0;
    while ((count = pread(file, part, sizeof part, at)) > 0) { fwrite(part, 1, count, to); at += count; }
    fclose(to);
    rename(partly, whole);
}
#define SYNC(name) int name(int file) { \\
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, #name); picture(file); return real(file); }
SYNC(fsync)
SYNC(fdatasync)
"""
_WRITES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=WAL").fetchone()
connection.execute("PRAGMA synchronous=" + sys.argv[2])
for number in range(20):
    connection.execute("INSERT INTO roll_mark VALUES (1, ?)", (str(number),))
print("done", flush=True)
sys.stdin.read()
"""


class Disk:
    """What a power cut leaves of the files in a folder."""

    def __init__(self, files: Path, disk: Path) -> None:
        self.files, self.disk = files, disk
        for folder in (files, disk):
            folder.mkdir()

    def begin(self) -> None:
        """All that is there now has been synced long ago."""
        for file in self.files.iterdir():
            shutil.copy(file, self.disk)

    def after_a_cut(self, into: Path) -> Path:
        """The files as they are found when the power is back; the name of the event file."""
        shutil.copytree(self.disk, into, ignore=shutil.ignore_patterns("*.partly", "*-shm"))
        return into / "day.hackday"


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk under programs that are started from now on."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("this takes Linux and a C compiler")
    made = Disk(tmp_path / "files", tmp_path / "disk")
    source, library = tmp_path / "cut.c", tmp_path / "cut.so"
    source.write_text(_SHIM, "ascii")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    for name, value in (("LD_PRELOAD", library), ("CUT_FOLDER", made.files), ("CUT_DISK", made.disk)):
        monkeypatch.setenv(name, str(value))
    return made


def receipts(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {str(receipt) for (receipt,) in connection.execute("SELECT receipt FROM cast_ballot WHERE ballot = 1")}


@pytest.mark.usefixtures("_alone")
def test_every_acknowledged_vote_is_there_after_a_power_cut(disk: Disk, tmp_path: Path) -> None:
    random = Random(7)
    secrets = [new_secret(random.randbytes) for _ in range(VOTERS)]
    served = Served(disk.files / "day.hackday")
    cards = {card_id(secret): Card(card_id(secret), secret, None, "", Role.PARTICIPANT) for secret in secrets}
    served.state = replace(served.state, voting=replace(served.state.voting, cards=cards))
    disk.begin()
    served.start()
    acknowledged: set[str] = set()

    def phone(number: int) -> None:
        with httpx.Client(base_url=served.url, timeout=30, trust_env=False) as client:
            for at in range(number, VOTERS, PHONES):
                answer = cast(client, 1, secrets[at], f"{at:032x}", {"one": 10 + at % 4})
                assert answer.status_code == 201
                acknowledged.add(answer.json()["receipt"])

    with ThreadPoolExecutor(PHONES) as pool:
        storm = [pool.submit(phone, number) for number in range(PHONES)]
        for cut in range(CUTS):
            served.until(lambda: served.turnouts.get(1, 0) >= cut * VOTERS // (CUTS + 2))  # noqa: B023  # called at once
            pid = served.server.pid
            assert pid is not None
            os.kill(pid, signal.SIGSTOP)  # everything stands still while we look
            try:
                promised = set(acknowledged)
                left = receipts(disk.after_a_cut(tmp_path / f"cut-{cut}"))
            finally:
                os.kill(pid, signal.SIGCONT)
            assert promised <= left
        for each in storm:
            each.result(120)
    assert receipts(disk.after_a_cut(tmp_path / "end")) == acknowledged
    assert len(acknowledged) == VOTERS
    served.server.stop()


@pytest.mark.parametrize(("synchronous", "kept"), [("FULL", 20), ("NORMAL", 0)])
def test_the_cut_takes_what_was_not_synced(disk: Disk, tmp_path: Path, synchronous: str, kept: int) -> None:
    file = disk.files / "day.hackday"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
        connection.execute("CREATE TABLE roll_mark(ballot, voter)")
        connection.commit()
    disk.begin()
    command = [sys.executable, "-c", _WRITES, str(file), synchronous]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"done\n"
        with closing(sqlite3.connect(disk.after_a_cut(tmp_path / "cut"))) as connection:
            assert connection.execute("SELECT count(*) FROM roll_mark").fetchone() == (kept,)
        with contextlib.suppress(BrokenPipeError):
            writer.communicate()
