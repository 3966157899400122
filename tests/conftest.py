"""Windows of tests open on no screen unless a test asks for one, and tests speak English unless they say otherwise."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "en_GB.UTF-8"
for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(name, None)

# A busy machine is slow, not wrong: speed belongs in the benchmarks.
settings.register_profile("facilitator", deadline=None)
settings.load_profile("facilitator")
