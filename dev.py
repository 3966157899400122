"""Everything a developer does with this checkout: `python3 dev.py VERB` (Windows: `py dev.py VERB`).

Standard library only, so that it runs before anything is installed; the syntax is kept to what Python 3.7 parses, so
that an older Python can at least be told what it lacks. `python3 dev.py` lists the verbs.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "facilitator-setup.json"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
TEXTS = ROOT / "resources" / "texts"
TEXT_KEYWORDS = ("text:1", "plural_text:1,2", "tr:1", "_tr:1", "plural:1,2")
LANGUAGES = ("sv",)

QT_PACKAGES = (
    *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libfreetype6", "libdbus-1-3"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
TEST_PACKAGES = ("xvfb", "xauth", "x11-xserver-utils", "chromium", "poppler-utils")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class SetUpError(Exception):
    """A step could not be done; the message says which and what to do."""


def say(line: str) -> None:
    """Report one step, at once."""
    sys.stdout.write("dev: " + line + "\n")
    sys.stdout.flush()


def program(name: str) -> str:
    """The path of a program of the virtual environment."""
    return str(SCRIPTS / (name + ".exe" if os.name == "nt" else name))


def status(command: Sequence[str], env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a command in the project folder and return its exit status; its output comes as it goes, or errors only."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=env, stdout=output, check=False).returncode


def must(command: Sequence[str], otherwise: str) -> None:
    """Run a command that has to succeed.

    Raises:
        SetUpError: it did not; `otherwise` says what to do.
    """
    if status(command) != 0:
        raise SetUpError(otherwise)


def missing_packages(wanted: Sequence[str]) -> list[str]:
    """Which of these Debian packages are not installed.

    A package counts under its name of the 64-bit time transition too (`libglib2.0-0t64`), and a browser under any name.
    """
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n"]
    names = [*wanted, *(name + "t64" for name in wanted)]
    answer = subprocess.run([*command, *names], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    installed = {line.split()[0] for line in answer.stdout.decode().splitlines() if line.endswith(" installed")}
    if any(shutil.which(browser) for browser in BROWSERS):
        installed.add("chromium")
    return [name for name in wanted if name not in installed and name + "t64" not in installed]


def administrator() -> list[str] | None:
    """What to put before a command that needs root: nothing for root, sudo where it asks no password, else None."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install_system_packages(wanted: Sequence[str]) -> None:
    """On a Debian-like system, install the packages that are missing, or say the command that does.

    Never fatal: on a derivative a package may have another name while its library is there all the same.
    """
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    missing = missing_packages(wanted)
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info[1]}-venv")
    if not missing:
        return
    by_hand = "sudo apt-get update && sudo apt-get install -y " + " ".join(missing)
    prefix = administrator()
    if prefix is None:
        say("system packages are missing and need an administrator: " + by_hand)
        return
    say("installing system packages: " + " ".join(missing))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if status([*apt, "update"], quiet=True) != 0:
        say("apt-get update failed; trying with the package lists as they are")
    if status([*apt, "install", "-y", "--no-install-recommends", *missing], quiet=True) != 0:
        say("apt-get failed; install them by hand if windows or tests fail: " + by_hand)


def locked_state() -> str:
    """A fingerprint of everything that decides what is installed."""
    import tomllib  # Here and not above: Pythons too old for Facilitator lack it, and should hear so in words.

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return hashlib.sha256(LOCK.read_bytes() + json.dumps(project).encode()).hexdigest()


def environment_identity() -> dict[str, str] | None:
    """Which Python the virtual environment holds and where it was made; None when it cannot run."""
    question = "import json, sys; print(json.dumps({'python': sys.version, 'place': sys.prefix}))"
    command = [program("python"), "-I", "-c", question]
    try:
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    identity: dict[str, str] = json.loads(answer.stdout)
    return identity


def read_stamp() -> dict[str, str]:
    """What the last finished set-up wrote; empty when none finished here."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def make_environment() -> None:
    """Make `.venv` anew, in place of whatever is there.

    Raises:
        SetUpError: Python cannot make virtual environments.
    """
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        say("removing a .venv that is unfinished, moved or broken")
        shutil.rmtree(VENV)
    say("making .venv with Python " + platform.python_version())
    # When dev.py is run by the Python in .venv, that one has just been removed; its base has not.
    python: str = getattr(sys, "_base_executable", None) or sys.executable
    must([python, "-m", "venv", str(VENV)], "Python could not make .venv; on Debian and Ubuntu install python3-venv.")


def install_dependencies() -> None:
    """Bring `.venv` to what the lock says; nothing to do when the last set-up finished with the same lock.

    The stamp is away while an installation runs, so that an interrupted one is seen and begun anew.

    Raises:
        SetUpError: the packages could not be installed.
    """
    stamp = read_stamp()
    identity = environment_identity()
    if identity is None or {name: stamp.get(name) for name in identity} != identity:
        make_environment()
    elif stamp["locked"] == locked_state():
        return
    STAMP.unlink(missing_ok=True)
    count = len(re.findall(r"^\S+==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"installing the {count} locked packages (a minute or more, some 300 MB)")
    pip = [program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]
    must(
        [*pip, "--require-hashes", "--requirement", str(LOCK)],
        "The locked packages could not be installed. Check the network and run the same command again.",
    )
    say("installing Facilitator itself from this folder")
    editable = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    must([*pip, *editable], "Facilitator itself could not be installed; see the message above.")
    finished = {**(environment_identity() or {}), "locked": locked_state()}
    STAMP.write_text(json.dumps(finished, indent=1) + "\n", encoding="utf-8")


def set_up(system_packages: Sequence[str]) -> None:
    """Everything a fresh machine needs before the program or its tests can run."""
    install_system_packages(system_packages)
    install_dependencies()
    compile_texts()


def compile_texts() -> None:
    """Compile every catalogue whose source is newer than its compiled form.

    Raises:
        SetUpError: a catalogue has a mistake.
    """
    for source in sorted(TEXTS.glob("*/LC_MESSAGES/facilitator.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime > source.stat().st_mtime:
            continue
        say("compiling the texts in " + source.parts[-3])
        command = [program("pybabel"), "-q", "compile", "-i", str(source), "-o", str(compiled), "-l", source.parts[-3]]
        must(command, f"The catalogue {source.relative_to(ROOT)} has a mistake; see above.")


def settle(path: Path) -> None:
    """Keep only what matters of a catalogue's header: the dates change with every extraction, the rest is empty."""
    idle = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Report-Msgid-Bugs-To")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f'"{name}:' for name in idle))]
    path.write_text("".join(kept), encoding="utf-8", newline="\n")


def update_texts() -> None:
    """Extract the sentences from the code and merge them into the catalogues.

    Raises:
        SetUpError: Babel refused.
    """
    template = TEXTS / "facilitator.pot"
    TEXTS.mkdir(parents=True, exist_ok=True)
    wide = "--width=110"
    keywords = [part for keyword in TEXT_KEYWORDS for part in ("-k", keyword)]
    header = ["--project=Facilitator", "--version=1", "--header-comment=# The texts of Facilitator."]
    extract = [program("pybabel"), "-q", "extract", "--no-default-keywords", *keywords, *header, wide]
    say("extracting the texts")
    must(
        [*extract, "--no-location", "--sort-output", "-o", str(template), "facilitator"],
        "The texts could not be extracted; see above.",
    )
    for language in LANGUAGES:
        target = TEXTS / language / "LC_MESSAGES" / "facilitator.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        merge = ["update", "--no-fuzzy-matching", "--ignore-obsolete"] if target.exists() else ["init"]
        names = ["-i", str(template), "-o", str(target), "-l", language]
        say("merging them into " + language)
        must([program("pybabel"), "-q", *merge, wide, *names], "The texts could not be merged; see above.")
        settle(target)
    settle(template)
    compile_texts()


def has_display() -> bool:
    """Whether windows can be shown here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the sample event; without a display, rehearse its day in the terminal."""
    set_up(QT_PACKAGES)
    facilitator = program("facilitator")
    if has_display():
        say("opening the sample event")
        return status([facilitator, "--sample-event", *arguments])
    say("there is no display here: rehearsing the sample day in the terminal instead")
    with tempfile.TemporaryDirectory() as folder:
        event = str(Path(folder) / "sample.hackday")
        made = status([facilitator, "new", event, "--template", "skills360", "--sample"])
        return made or status([facilitator, "rehearse", event, "--instant", "--phones", "80", *arguments])


def setup(arguments: list[str]) -> int:
    """Make the virtual environment; afterwards .venv holds the program."""
    set_up(QT_PACKAGES)
    say("ready: " + shlex.quote(program("facilitator")))
    return 0


def static_checks() -> dict[str, list[str]]:
    """The checks that only read the code, by name."""
    return {
        "ruff": [program("ruff"), "check", "."],
        "mypy": [program("mypy")],
        "import contracts": [program("lint-imports")],
    }


def run_checks(checks: dict[str, list[str]]) -> int:
    """Run every check, whatever the earlier ones said, and say in one line which failed."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = []
    for name, command in checks.items():
        say(name)
        started = time.monotonic()
        if status(command, environment) != 0:
            failed.append(name)
        say(f"{name}: {'FAILED' if name in failed else 'good'} in {time.monotonic() - started:.0f} s")
    say("failed: " + ", ".join(failed) if failed else "all good")
    return 1 if failed else 0


def test(arguments: list[str]) -> int:
    """Every check and every test; further arguments go to pytest."""
    set_up([*QT_PACKAGES, *TEST_PACKAGES])
    pytest = [program("python"), "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", *arguments]
    return run_checks({**static_checks(), "tests": pytest})


def lint(arguments: list[str]) -> int:
    """The checks that only read the code: ruff, mypy, import contracts."""
    set_up([])
    return run_checks(static_checks())


def bench(arguments: list[str]) -> int:
    """Benchmarks, each figure beside the limit it is held against: `bench [NAME]`."""
    set_up([*QT_PACKAGES, *TEST_PACKAGES])
    return status([program("python"), "-m", "bench", *arguments])


def lock(arguments: list[str]) -> int:
    """Write requirements.lock from pyproject.toml; `lock --upgrade` takes newer versions of what is not pinned."""
    set_up([])
    say("resolving")
    options = ["--universal", "--python-version=3.11", "--all-extras", "--generate-hashes"]
    calm = ["--no-annotate", "--no-header", "--no-emit-index-url"]
    private = ("UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS")
    # A private index may hold files of its own making, whose hashes nobody else can meet.
    environment = {name: value for name, value in os.environ.items() if name not in private}
    uv = [program("uv"), "pip", "compile", "--quiet", "--no-config", *options, *calm, *arguments]
    return status([*uv, PROJECT.name, "-o", LOCK.name], environment)


def texts(arguments: list[str]) -> int:
    """Compile the catalogues; `texts update` first extracts the sentences from the code.

    Raises:
        SetUpError: an unknown word follows the verb.
    """
    set_up([])
    if arguments == ["update"]:
        update_texts()
    elif arguments:
        raise SetUpError("texts takes nothing or the word update")
    return 0


def docs(arguments: list[str]) -> int:
    """Make the screenshots of the documents."""
    set_up(QT_PACKAGES)
    return status([program("python"), "-m", "facilitator.app.pictures", *arguments])


VERBS: dict[str, Callable[[list[str]], int]] = {
    verb.__name__: verb for verb in (run, test, setup, lint, bench, lock, texts, docs)
}


def usage() -> str:
    """The list of the verbs."""
    lines = ["usage: python3 dev.py VERB [ARGUMENTS]", ""]
    lines += ["  {:<6} {}".format(name, (verb.__doc__ or "").splitlines()[0]) for name, verb in VERBS.items()]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Do what the first argument says; exit status 0 done, 1 failed, 2 wrong usage."""
    if sys.version_info < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        sys.stderr.write(f"Facilitator needs Python {oldest} or newer; this is {platform.python_version()}.\n")
        return 1
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        sys.stdout.write(usage())
        return 0
    if not arguments or arguments[0] not in VERBS:
        sys.stderr.write(usage())
        return 2
    try:
        return VERBS[arguments[0]](arguments[1:])
    except SetUpError as failure:
        sys.stderr.write(f"dev: {failure}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
