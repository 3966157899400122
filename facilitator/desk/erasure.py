"""What is left of an event once the personal data is gone."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.clock import Instant
from facilitator.desk.state import State
from facilitator.event.model import Erasure
from facilitator.participants.model import Participant
from facilitator.stage.model import SceneName, Stage
from facilitator.voting.erasure import without_words


def erased(state: State, at: Instant) -> State:
    """The state without names (speakers' and second hosts' too), organisations, addresses, the host's notes and words
    to the room, pictures, voting cards and the Wi-Fi's password.

    What voters wrote goes too: their answers in open text, and their reasons. Groups of answers keep their names.
    Sectors, quotas, attendance, teams, solutions and results stay, so that the day can still be told in numbers; the
    logo stays too.
    """
    people = {person.id: _nameless(person) for person in state.roster.people.values()}
    items = {item.id: replace(item, speaker="", notes="") for item in state.plan.items.values()}
    erasures = (*state.event.erasures, Erasure(at, len(people)))
    return replace(
        state,
        event=replace(state.event, wifi_password="", welcome="", next_steps="", erasures=erasures),
        plan=replace(state.plan, items=items),
        run=replace(state.run, steering=None),
        roster=replace(state.roster, people=people, needs={}),
        voting=replace(without_words(state.voting), cards={}),
        stage=_wordless(state.stage, state.event.branding.logo),
    )


def _wordless(stage: Stage, logo: int | None) -> Stage:
    """The stage without its message and without pictures but for the logo; where one was on show, the clock is."""
    kept = {number: picture for number, picture in stage.pictures.items() if number == logo}

    def is_gone(scene: SceneName | None, picture: int | None) -> bool:
        return scene is SceneName.MESSAGE or (scene is SceneName.PICTURE and picture not in kept)

    prepared = stage.prepared
    return replace(
        stage,
        scene=SceneName.CLOCK if is_gone(stage.scene, stage.picture) else stage.scene,
        before_blank=None if is_gone(stage.before_blank, stage.picture) else stage.before_blank,
        picture=stage.picture if stage.picture in kept else None,
        prepared=None if prepared and is_gone(prepared.scene, prepared.picture) else prepared,
        message="",
        pictures=kept,
    )


def _nameless(person: Participant) -> Participant:
    return Participant(
        id=person.id,
        first_name=f"#{person.id}",
        sector=person.sector,
        quota=person.quota,
        attendance=person.attendance,
        walk_in=person.walk_in,
    )
