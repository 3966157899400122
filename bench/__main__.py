"""Runs the benchmarks: `python -m bench [NAME]`; exit status 1: a figure misses its limit, 2: no such benchmark."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import Figure

Benchmark = Callable[[], list[Figure]]


def benchmarks() -> Iterator[tuple[str, Benchmark]]:
    """Every benchmark by name: the modules beside this one that have a `run`."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name != "__main__":
            run = getattr(importlib.import_module(f"bench.{module.name}"), "run", None)
            if run is not None:
                yield module.name, run


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all, and print each figure as it comes."""
    known = dict(benchmarks())
    unknown = [name for name in arguments if name not in known]
    if unknown:
        sys.stderr.write(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(known)}.\n")
        return 2
    missed = 0
    for name in arguments or known:
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        try:
            figures = known[name]()
        except (RuntimeError, subprocess.CalledProcessError) as reason:
            missed += 1
            sys.stdout.write(f"  MISSED  it could not be measured: {reason}\n")
            continue
        for figure in figures:
            missed += not figure.ok
            sys.stdout.write(f"  {figure}\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
