"""Which pages there are, in the order of the side bar, and where each is to be found once it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text


class PageName(StrEnum):
    """The pages; `KEYS` has no place in the side bar."""

    PLAN = "plan"
    PARTICIPANTS = "participants"
    TEAMS = "teams"
    RUN = "run"
    VOTE = "vote"
    RESULTS = "results"
    NETWORK = "network"
    SETTINGS = "settings"
    KEYS = "keys"


@frozen
class PageSpec:
    """A page's icon, its name in the side bar, its title, and the module and class that make it."""

    symbol: str
    name: Text
    title: Text
    module: str
    kind: str


PAGES: Mapping[PageName, PageSpec] = {
    PageName.PLAN: PageSpec("calendar-clock", text("Plan"), text("Plan the day"), "plan", "PlanPage"),
    PageName.PARTICIPANTS: PageSpec(
        "users", text("Participants"), text("Participants"), "participants", "ParticipantsPage"
    ),
    PageName.TEAMS: PageSpec("shapes", text("Teams"), text("Teams"), "teams", "TeamsPage"),
    PageName.RUN: PageSpec("play", text("Run"), text("Run the day"), "run", "RunPage"),
    PageName.VOTE: PageSpec("vote", text("Vote"), text("Vote"), "vote", "VotePage"),
    PageName.RESULTS: PageSpec("trophy", text("Results"), text("Results"), "results", "ResultsPage"),
    PageName.NETWORK: PageSpec("wifi", text("Network"), text("Network"), "network", "NetworkPage"),
    PageName.SETTINGS: PageSpec("settings", text("Settings"), text("Settings"), "settings", "SettingsPage"),
    PageName.KEYS: PageSpec("keyboard", text("Keys"), text("Keys"), "keys", "KeysPage"),
}

IN_SIDEBAR: tuple[PageName, ...] = tuple(PageName)[:-1]
RUN = PageName.RUN
