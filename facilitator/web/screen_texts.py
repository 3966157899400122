"""Every word of the pages for screens, by the key under which their script asks for it; those of the projector."""

from __future__ import annotations

from facilitator.common.texts import Translator
from facilitator.voting.model import Rule


def screen_texts(tr: Translator) -> dict[str, str]:
    """The words in one language; places such as {title} are left for the browser to fill in."""
    return _frame(tr) | _clock(tr) | _pitch(tr) | _lists(tr) | _votes(tr) | _numbers(tr)


def needs_script(tr: Translator) -> str:
    """What a browser without JavaScript is told."""
    return tr("This screen follows the projector and needs JavaScript. Turn it on, or use another browser.")


def _frame(tr: Translator) -> dict[str, str]:
    return {
        "stale": tr("No connection since {time}. The clock goes on; the rest may have changed.", time="{time}"),
        "waiting": tr("One moment…"),
        "welcome": tr("Welcome"),
        "picture": tr("Picture"),
        "noPicture": tr("There is no picture to show."),
        "nextSteps": tr("Next steps"),
        "usualStepOne": tr("The follow-up group takes all solutions on."),
        "usualStepTwo": tr("Would you like to be part of it? Talk to the hosts before you leave."),
        "scanForDay": tr("The day on your phone"),
        "joinFirst": tr("1. Join the Wi-Fi"),
        "openSecond": tr("2. Open the page"),
        "codeOf": tr("QR code: {address}", address="{address}"),
        "moreOne": _many(tr.plural("and {count} more", "and {count} more", 1), "1"),
        "moreMany": _many(tr.plural("and {count} more", "and {count} more", _MANY)),
    }


def _clock(tr: Translator) -> dict[str, str]:
    return {
        "running": tr("Under way"),
        "last-minutes": tr("Last minutes"),
        "nearly-over": tr("Nearly over"),
        "over": tr("Over time"),
        "paused": tr("Paused"),
        "untimed": tr("Under way"),
        "before": tr("Not started yet"),
        "soon": tr("We start shortly"),
        "between": tr("We go on shortly"),
        "thanks": tr("Thank you for today"),
        "ends": tr("ends {time}", time="{time}"),
        "starts": tr("starts {time}", time="{time}"),
        "daysOne": tr.plural("day to go", "days to go", 1),
        "daysMany": tr.plural("day to go", "days to go", _MANY),
        "now": tr("Now"),
        "next": tr("Next"),
        "endsAbout": tr("ends about {time}", time="{time}"),
        "onTime": tr("On time"),
        "late": tr("{time} late", time="{time}"),
        "ahead": tr("{time} ahead", time="{time}"),
        "hours": tr("{hours} h {minutes} min", hours="{hours}", minutes="{minutes}"),
        "minutes": tr("{minutes} min", minutes="{minutes}"),
        "fromHost": tr("Message from the host"),
        "dayEnded": tr("The day has ended"),
    }


def _pitch(tr: Translator) -> dict[str, str]:
    return {
        "pitch": tr("Pitch"),
        "questions": tr("Questions"),
        "change-over": tr("Change-over"),
        "finishSoon": tr("Finish soon"),
        "team": tr("Team {number}", number="{number}"),
        "firstOnStage": tr("First on stage"),
        "nextOnStage": tr("Next on stage"),
        "allPitched": tr("All teams have pitched. Thank you!"),
        "pitchesSoon": tr("The pitches are about to begin."),
        "lastTeam": tr("This is the last team."),
        "teamsLeftOne": _many(tr.plural("{count} team left", "{count} teams left", 1), "1"),
        "teamsLeftMany": _many(tr.plural("{count} team left", "{count} teams left", _MANY)),
    }


def _lists(tr: Translator) -> dict[str, str]:
    return {
        "agenda": tr("Agenda"),
        "noAgenda": tr("There is no agenda yet."),
        "range": tr("{first}–{last} of {count}", first="{first}", last="{last}", count="{count}"),
        "teams": tr("Teams and tables"),
        "teamsSoon": tr("The teams are about to be formed."),
        "nobodyOfSector": tr("Nobody from this sector is on the list."),
        "findTable": tr("Find your table"),
        "table": tr("Table"),
        "tableOf": tr("Table {table}", table="{table}"),
        "page": tr("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "question": tr("Question {code}", code="{code}"),
        "questionOfDay": tr("Question of the day"),
        "questionsOfDay": tr("Questions of the day"),
        "noQuestion": tr("There is no question yet."),
        "behind": tr("What lies behind it"),
    }


def _votes(tr: Translator) -> dict[str, str]:
    return {
        "noVote": tr("There is no vote yet."),
        "noResult": tr("There is no result yet."),
        "strawPoll": tr("Straw poll"),
        "notOpen": tr("The vote has not opened yet."),
        "closed": tr("The vote is closed."),
        "single": tr("Choose one."),
        "approval": tr("Approve of as many as you like."),
        "approvalOne": tr.plural("Approve of one at most.", "Approve of up to {count}.", 1),
        "approvalMany": _many(tr.plural("Approve of one at most.", "Approve of up to {count}.", _MANY)),
        "ranked": tr("Rank them, your favourite first."),
        "rankedOne": tr.plural("Name your favourite.", "Rank up to {count}, your favourite first.", 1),
        "rankedMany": _many(tr.plural("Name your favourite.", "Rank up to {count}, your favourite first.", _MANY)),
        "score": tr("Give each a score from 0 to 5."),
        "dotsOne": tr.plural("Place your dot.", "Share out {count} dots.", 1),
        "dotsMany": _many(tr.plural("Place your dot.", "Share out {count} dots.", _MANY)),
        "axes": tr("Place each by how interesting and how feasible it is."),
        "text": tr("Answer in your own words."),
        "ofEligible": tr("of {eligible} have voted", eligible="{eligible}"),
        "votedOne": tr.plural("has voted", "have voted", 1),
        "votedMany": tr.plural("has voted", "have voted", _MANY),
        "leftToVote": tr("left to vote"),
        "overTime": tr("over time"),
        "pausedVote": tr("paused"),
        "scanToVote": tr("Scan to vote"),
        "voteSecond": tr("2. Vote"),
        "counting": tr("The votes are being counted"),
        "toCome": tr("The result is still to come"),
        "stillToCome": tr("Still to come"),
        "noVotes": tr("No votes were cast."),
        "noWinner": tr("Nobody voted for anything."),
        "winner": tr("Winner"),
        "shared": tr("Shared first place"),
        "interesting": tr("More interesting →"),
        "feasible": tr("More feasible →"),
    }


def _numbers(tr: Translator) -> dict[str, str]:
    """What the caption of a result says, and what its numbers count."""
    counted = {
        Rule.PLURALITY: tr("votes"),
        Rule.APPROVAL: tr("approvals"),
        Rule.SCHULZE: tr("comparisons won"),
        Rule.IRV: tr("votes in the last round that each was part of"),
        Rule.BORDA: tr("points"),
        Rule.MEAN: tr("mean score, 0–5"),
        Rule.STAR: tr("points; the two highest met in a final"),
        Rule.DOTS: tr("dots"),
        Rule.AXES: tr("medians of all votes"),
        Rule.GROUPS: tr("answers"),
    }
    return {
        "haveVotedOne": _many(tr.plural("{count} has voted", "{count} have voted", 1), "1"),
        "haveVotedMany": _many(tr.plural("{count} has voted", "{count} have voted", _MANY)),
        "unit_combined": tr("of 100, by stated shares"),
        "shareFirst": _many(tr.plural("{count} share first place", "{count} share first place", _MANY)),
    } | {f"unit_{rule}": words for rule, words in counted.items()}


_MANY = 1_234_567
"""Stands for any number but one until the browser knows which."""


def _many(words: str, number: str = str(_MANY)) -> str:
    """The words with the place for a number that the browser fills in."""
    return words.replace(number, "{count}", 1)
