"""Every word of the staff page, by the key under which its script asks for it."""

from __future__ import annotations

from facilitator.common.texts import Translator


def staff_texts(tr: Translator) -> dict[str, str]:
    """The words in one language; places such as {title} are left for the phone to fill in."""
    return (
        _frame(tr)
        | _clock(tr)
        | _steering(tr)
        | _stage(tr)
        | _pitches(tr)
        | _plan(tr)
        | _votes(tr)
        | _people(tr)
        | _undone(tr)
    )


def needs_script(tr: Translator) -> str:
    """What a browser without JavaScript is told."""
    return tr("The staff page needs JavaScript. Turn it on, or steer the day from the host’s computer.")


def _frame(tr: Translator) -> dict[str, str]:
    return {
        "otherLanguage": tr("Svenska"),
        "lost": tr("No connection. Trying again…"),
        "waiting": tr("One moment…"),
        "unsure": tr("No answer came. It may have been done all the same: look at the clock before you press again."),
        "gotIt": tr("OK"),
        "cancel": tr("Cancel"),
        "page_clock": tr("Run"),
        "page_plan": tr("Plan"),
        "page_votes": tr("Vote"),
        "page_people": tr("Participants"),
        "gate": tr("For hosts"),
        "gateHint": tr("Open the staff address that the host’s computer shows, or type the staff key here."),
        "staffKey": tr("Staff key"),
        "openGate": tr("Open the page"),
        "forget": tr("Forget the key on this phone"),
        "toVoting": tr("To the voting page"),
    }


def _clock(tr: Translator) -> dict[str, str]:
    return {
        "now": tr("Now"),
        "paused": tr("Paused"),
        "next": tr("Next: {time} {title}", time="{time}", title="{title}"),
        "over": tr("Over time"),
        "endsAt": tr("Ends {time}", time="{time}"),
        "dayEnds": tr("The day ends about {time}", time="{time}"),
        "onTime": tr("On time"),
        "notItsDay": tr("Not on its day"),
        "late": tr("{time} late", time="{time}"),
        "ahead": tr("{time} ahead", time="{time}"),
        "hours": tr("{hours} h {minutes} min", hours="{hours}", minutes="{minutes}"),
        "minutes": tr("{minutes} min", minutes="{minutes}"),
        "dayEnded": tr("The day has ended"),
        "notStarted": tr("The day has not begun"),
        "nothingRuns": tr("Nothing is running"),
        "emptyAgenda": tr("The agenda is empty. It is filled in on the host’s computer."),
        "startDay": tr("Start the day"),
        "goOn": tr("Next: {title}", title="{title}"),
        "endDay": tr("End the day"),
        "pause": tr("Pause"),
        "resume": tr("Resume"),
        "takeOne": tr("Take one minute"),
        "takeMany": tr("Take {count} minutes", count="{count}"),
        "giveOne": tr("Give one minute"),
        "giveMany": tr("Give {count} minutes", count="{count}"),
        "startedAgo": tr("Started, minutes ago"),
        "set": tr("Set"),
        "startMoved": tr("The start has been moved."),
        "previous": tr("Previous"),
        "undo": tr("Undo"),
        "redo": tr("Redo"),
        "takenBack": tr("Taken back: {what}.", what="{what}"),
        "broughtBack": tr("Done again: {what}.", what="{what}"),
    }


def _stage(tr: Translator) -> dict[str, str]:
    return {
        "projector": tr("Projector"),
        "scene_clock": tr("Clock"),
        "scene_agenda": tr("Agenda"),
        "scene_teams": tr("Teams"),
        "scene_ballot": tr("Ballot"),
        "scene_results": tr("Results"),
        "scene_message": tr("Message"),
        "scene_blank": tr("Blank"),
        "scene_welcome": tr("Welcome"),
        "scene_find-table": tr("Find your table"),
        "scene_question": tr("Question"),
        "scene_pitch": tr("Pitch"),
        "scene_next-steps": tr("Next steps"),
        "pictureOf": tr("Picture: {name}", name="{name}"),
        "prepareFirst": tr("Prepare first"),
        "prepareHint": tr("The next scene that you choose is only prepared. Take shows it to the room."),
        "isPrepared": tr("Prepared: {scene}", scene="{scene}"),
        "take": tr("Take: {scene}", scene="{scene}"),
        "unprepare": tr("Not after all"),
        "taken": tr("The room sees what was prepared."),
        "message": tr("Message to the room"),
        "messageIs": tr("The message: {words}", words="{words}"),
        "showMessage": tr("Show it"),
        "clearMessage": tr("Take it away"),
        "messageShown": tr("The room sees the message."),
        "messageGone": tr("The message is gone."),
    }


def _steering(tr: Translator) -> dict[str, str]:
    return {
        "steers": tr("{name} steered last, {time}", name="{name}", time="{time}"),
        "by_host": tr("The host’s computer"),
        "by_staff": tr("A host’s phone"),
        "by_script": tr("Script"),
        "by_program": tr("Program"),
        "you": tr("You"),
        "yourName": tr("Your name"),
        "nameHint": tr("The other hosts see it when you steer the day. It stays on this phone."),
        "nameKept": tr("The other hosts see you as {name}.", name="{name}"),
        "keepName": tr("Keep"),
        "forgotten": tr("“{title}” was due at {time}. Has it begun?", title="{title}", time="{time}"),
        "itBegan": tr("Yes, at {time}", time="{time}"),
        "beginsNow": tr("It begins now"),
        "beganThen": tr("“{title}” has been running since {time}.", title="{title}", time="{time}"),
        "missed_next": tr(
            "“{title}” ended at {time}. The next item was to start then.", title="{title}", time="{time}"
        ),
        "missed_ballot": tr("“{title}” ended at {time}. Its ballots were to open.", title="{title}", time="{time}"),
        "missed_scene": tr("“{title}” ended at {time}. A scene was to be shown.", title="{title}", time="{time}"),
        "missed_start": tr("“{title}” was to start at {time}.", title="{title}", time="{time}"),
        "doIt": tr("Do it now"),
        "skipIt": tr("Skip it"),
        "tracks": tr("Beside the plenary"),
        "endTrack": tr("End"),
        "endTrackOf": tr("End “{title}”", title="{title}"),
        "pauseOf": tr("Pause “{title}”", title="{title}"),
        "resumeOf": tr("Resume “{title}”", title="{title}"),
        "giveOf": tr("One minute more for “{title}”", title="{title}"),
        "giveShort": tr("+1"),
    }


def _pitches(tr: Translator) -> dict[str, str]:
    return {
        "pitches": tr("Pitches"),
        "phase_pitch": tr("Pitch"),
        "phase_questions": tr("Questions"),
        "phase_change-over": tr("Change-over"),
        "nobodyOnStage": tr("Nobody is on stage yet."),
        "allPitched": tr("All teams have pitched."),
        "pitchShare": tr("{teams}, {each} each to end at {time}", teams="{teams}", each="{each}", time="{time}"),
        "teamsLeftOne": tr("One team left"),
        "teamsLeftMany": tr("{count} teams left", count="{count}"),
        "nextPhase": tr("Next phase"),
        "firstPitch": tr("Call the first team"),
        "nextTeam": tr("Next team"),
        "notThere": tr("Not there"),
        "notThereOf": tr("Team {team} is not there", team="{team}"),
        "isNotThere": tr("Team {number} is not there.", number="{team}"),
        "queueAgain": tr("Queue again"),
        "queueAgainOf": tr("Put team {team} back in the queue", team="{team}"),
        "isLast": tr("Team {number} is last in the queue now.", number="{team}"),
        "swap": tr("Swap"),
        "swapOf": tr("Let team {team} change places with another", team="{team}"),
        "swapWith": tr("With team {team}", team="{team}"),
        "swapQuestion": tr("Which team is team {team} to change places with?", team="{team}"),
        "swapped": tr("Teams {one} and {two} have changed places.", one="{one}", two="{two}"),
        "allTeams": tr("Show all {count} teams", count="{count}"),
        "fewTeams": tr("Show the next teams only"),
        "absentTeams": tr("Not there when called"),
    }


def _plan(tr: Translator) -> dict[str, str]:
    return {
        "plan": tr("The day"),
        "fixed": tr("Fixed start"),
        "plannedFor": tr("planned for {time}", time="{time}"),
        "is_done": tr("Done"),
        "is_running": tr("Running"),
        "is_next": tr("Next"),
        "is_later": tr("Later"),
        "is_passed": tr("Passed over"),
        "is_cut": tr("Cut"),
        "startQuestion": tr("Start “{title}” now? What runs is ended.", title="{title}"),
        "startIt": tr("Start it"),
        "started": tr("“{title}” has started.", title="{title}"),
    }


def _votes(tr: Translator) -> dict[str, str]:
    return {
        "noBallots": tr("There are no ballots. They are made on the host’s computer."),
        "strawPoll": tr("Straw poll"),
        "phase_draft": tr("Draft"),
        "phase_open": tr("Open"),
        "phase_closed": tr("Closed"),
        "phase_revealed": tr("Revealed"),
        "turnout": tr("Turnout"),
        "ofEligible": tr("of {eligible} have voted ({share} %)", eligible="{eligible}", share="{share}"),
        "mayVoteOne": tr("One person may vote."),
        "mayVoteMany": tr("{count} people may vote.", count="{count}"),
        "winner": tr("Winner: {names}", names="{names}"),
        "shared": tr("Shared first place: {names}", names="{names}"),
        "noWinner": tr("Nobody has chosen anything."),
        "openBallot": tr("Open the ballot"),
        "openQuestion": tr("Open “{title}”? The projector shows how to vote.", title="{title}"),
        "openDone": tr("“{title}” is open.", title="{title}"),
        "closeBallot": tr("Close the ballot"),
        "closeQuestion": tr("Close “{title}”? Nobody can vote after that.", title="{title}"),
        "closeDone": tr("“{title}” is closed.", title="{title}"),
        "closesAt": tr("closes at {time}", time="{time}"),
        "extend": tr("+1 min"),
        "extendOf": tr("Let the vote close a minute later"),
        "extendDone": tr("“{title}” closes a minute later", title="{title}"),
        "revealPlace": tr("Reveal one place"),
        "placeQuestion": tr("The third first, then the second"),
        "placeDone": tr("One more place of “{title}” is on the projector", title="{title}"),
        "unveiled1": tr.plural("{count} place has been shown.", "{count} places have been shown.", 1),
        "unveiled2": tr.plural("{count} place has been shown.", "{count} places have been shown.", 2),
        "revealBallot": tr("Reveal the result"),
        "revealQuestion": tr("Reveal the result of “{title}”? The whole room sees it.", title="{title}"),
        "revealDone": tr("The room sees the result of “{title}”.", title="{title}"),
    }


def _people(tr: Translator) -> dict[str, str]:
    return {
        "search": tr("Search by name or organisation"),
        "nobody": tr("Nobody on the list is called that. Try part of the name, or add a walk-in below."),
        "moreOne": tr("One more: search to find them."),
        "moreMany": tr("{count} more: search to find them.", count="{count}"),
        "count_here": tr("here"),
        "count_coming": tr("not here yet"),
        "count_absent": tr("marked absent"),
        "count_waiting": tr("on the waiting list"),
        "team": tr("Team {team}", team="{team}"),
        "table": tr("Table {table}", table="{table}"),
        "noTeam": tr("No team"),
        "at_registered": tr("Not here yet"),
        "at_waiting": tr("Waiting list"),
        "at_checked-in": tr("Checked in"),
        "at_absent": tr("Absent"),
        "checkIn": tr("Check in"),
        "checkInOf": tr("Check in {name}", name="{name}"),
        "absent": tr("Absent"),
        "absentOf": tr("{name}: absent", name="{name}"),
        "undoIt": tr("Undo"),
        "undoItOf": tr("{name}: undo", name="{name}"),
        "isHere": tr("{name} is here · {seat}", name="{name}", seat="{seat}"),
        "isAbsent": tr("{name} is marked absent", name="{name}"),
        "isExpected": tr("{name} is not here yet", name="{name}"),
        "walkIn": tr("Add a walk-in"),
        "name": tr("Name"),
        "organisation": tr("Organisation"),
        "sector": tr("Sector"),
        "quota": tr("Seat quota"),
        "none": tr("Not given"),
        "addWalkIn": tr("Add and check in"),
        "walkedIn": tr("{name} is on the list and checked in", name="{name}"),
        "unknownBadge": tr("This badge is not on the list. Search by name instead."),
        "otherBadge": tr("This badge is of another event, or of an earlier list. Search by name instead."),
        "alreadyHere": tr("{name} was checked in already.", name="{name}"),
        "waitsStill": tr("On the waiting list. Checking in lets them in all the same."),
        "forStaff": tr("This code is for those who check people in."),
        "closeBadge": tr("Done"),
    }


def _undone(tr: Translator) -> dict[str, str]:
    """What undo and redo say they took back or did again, by the command's type."""
    return {
        "did_start-day": tr("start of the day"),
        "did_next": tr("next item"),
        "did_previous": tr("back to the item before"),
        "did_start-item": tr("start of an item"),
        "did_pause": tr("pause"),
        "did_resume": tr("resume"),
        "did_add-time": tr("change of time"),
        "did_started-ago": tr("change of the start"),
        "did_check-in": tr("check-in"),
        "did_undo-check-in": tr("cleared check-in"),
        "did_mark-absent": tr("absence"),
        "did_add-walk-in": tr("walk-in"),
        "did_move-participant": tr("move of a person"),
        "did_open-ballot": tr("opening of a ballot"),
        "did_close-ballot": tr("closing of a ballot"),
        "did_reveal-result": tr("reveal of a result"),
        "did_show": tr("change of scene"),
        "did_blank": tr("blank screen"),
        "did_message": tr("message"),
        "did_prepare": tr("preparing of a scene"),
        "did_take": tr("change of scene"),
        "did_next-pitch": tr("phase of a pitch"),
        "did_skip-to-team": tr("next team"),
        "did_pitch-absent": tr("absence of a team"),
        "did_requeue-pitch": tr("place in the pitch queue"),
        "did_swap-pitches": tr("place in the pitch queue"),
        "did_end-track": tr("end of a parallel item"),
        "did_reach-end": tr("end of an item"),
        "did_other": tr("the last step"),
    }
