"""The system's clocks, read only here."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from facilitator.common.clock import Clock, Instant, Moment, Monotonic, to_datetime

USUAL_ZONE = "Europe/Stockholm"


class SystemClock:
    """The present, on the wall clock and on a monotonic clock that counts sleep."""

    def __init__(self) -> None:
        """The boot is looked up once; it cannot change while the process lives."""
        self._boot = _boot()

    def now(self) -> Moment:
        """The present moment."""
        return Moment(Instant(time.time_ns() // 1_000_000), Monotonic(_awake_and_asleep_ms()), self._boot)


def today(clock: Clock) -> date:
    """The date in the zone where events usually are."""
    return to_datetime(clock.now().wall, ZoneInfo(USUAL_ZONE)).date()


if sys.platform == "win32":
    import ctypes
    import winreg

    _ticks = ctypes.windll.kernel32.GetTickCount64
    _ticks.restype = ctypes.c_ulonglong  # the usual 32 bits would end after 25 days awake and asleep

    def _awake_and_asleep_ms() -> int:
        return int(_ticks())

    def _boot() -> str:
        key = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return f"windows-{winreg.QueryValueEx(opened, 'BootId')[0]}"
        except OSError:
            return _unknown_boot()

elif sys.platform == "darwin":
    import subprocess

    def _awake_and_asleep_ms() -> int:
        # Apple's CLOCK_MONOTONIC goes on during sleep, unlike time.monotonic().
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000

    def _boot() -> str:
        asked = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"], capture_output=True, text=True, check=False
        )
        return asked.stdout.strip() or _unknown_boot()

else:

    def _awake_and_asleep_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000

    def _boot() -> str:
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
        except OSError:
            return _unknown_boot()


def _unknown_boot() -> str:
    """A name that equals no other, so that times of other runs are compared by the wall clock."""
    return f"run-{time.time_ns()}"
