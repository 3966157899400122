"""Every word of the phone page, by the key under which its script asks for it."""

from __future__ import annotations

from facilitator.common.texts import Translator


def page_texts(tr: Translator) -> dict[str, str]:
    """The words in one language; places such as {option} are left for the phone to fill in."""
    return _everywhere(tr) | _ballots(tr) | _filling_in(tr)


def no_script(tr: Translator) -> tuple[str, str]:
    """What a phone without JavaScript is told, and the name of the link to the page that needs none."""
    return tr(
        "This page signs your vote with your card’s code, and needs JavaScript to do that without showing the code to "
        "anybody. Turn JavaScript on, or ask a host for a paper ballot: it counts just the same."
    ), tr("Vote without JavaScript")


def _everywhere(tr: Translator) -> dict[str, str]:
    return {
        "otherLanguage": tr("Svenska"),
        "lost": tr("No connection. Trying again…"),
        "now": tr("Now"),
        "paused": tr("Now, paused"),
        "next": tr("Next: {time} {title}", time="{time}", title="{title}"),
        "team": tr("Team {team}", team="{team}"),
        "table": tr("Table {table}", table="{table}"),
        "turn": tr(
            "Your team pitches in about {minutes} min ({before} before you)", minutes="{minutes}", before="{before}"
        ),
        "turnNext": tr("Your team is next on stage, in about {minutes} min", minutes="{minutes}"),
        "turnNow": tr("Your team is on stage now"),
        "role_participant": tr("Participant"),
        "role_jury": tr("Jury"),
        "role_guest": tr("Guest"),
        "noBallot": tr("There is nothing to vote on just now. Keep this page open: it shows when there is."),
        "opened": tr("You can vote now: {title}", title="{title}"),
        "enterCard": tr("Your voting card"),
        "code": tr("The code on your card"),
        "codeHint": tr("Ten letters and digits: XXXXX-XXXXX"),
        "badCode": tr("That is not a card’s code. It has ten letters and digits; type it as it stands on your card."),
        "useCard": tr("Use this card"),
    }


def _ballots(tr: Translator) -> dict[str, str]:
    return {
        "strawPoll": tr("Straw poll"),
        "needCard": tr("Scan the code on your voting card to vote, or type it in below."),
        "waiting": tr("One moment…"),
        "otherRole": tr("This vote is for others. You will see the result here."),
        "closed": tr("The vote is closed. The result will be shown here."),
        "result": tr("The result"),
        "review": tr("Review my vote"),
        "abstain": tr("Vote blank"),
        "keepVote": tr("Keep the vote I have cast"),
        "yourVote": tr("This is your vote:"),
        "blankVote": tr("A blank vote. It counts in the turnout and for nobody."),
        "send": tr("Cast my vote"),
        "back": tr("Change it"),
        "sending": tr("Sending your vote. Keep this page open until it says that it has arrived."),
        "voted": tr("Your vote has been counted"),
        "receipt": tr("Your receipt. Only your phone has it:"),
        "change": tr("Change my vote"),
        "nothing": tr("You have not chosen anything yet. To abstain, use “Vote blank”."),
        "bothAxes": tr("Give both numbers where you have given one."),
    }


def _filling_in(tr: Translator) -> dict[str, str]:
    return {
        "details": tr("Show descriptions"),
        "singleHint": tr("Choose one."),
        "approvalAny": tr("Choose as many as you like."),
        "approvalMost": tr("Choose up to {most}.", most="{most}"),
        "rankedAny": tr("Put those you like in order, the best first. You need not place them all."),
        "rankedMost": tr("Put up to {most} in order, the best first.", most="{most}"),
        "scoreHint": tr("Give each from 0 to 5. Leave out what you cannot judge."),
        "dotsHint": tr("Share out {budget} dots as you like.", budget="{budget}"),
        "textHint": tr("Answer in your own words."),
        "reason": tr("Why? {option} (you may leave it empty)", option="{option}"),
        "closesIn": tr("The vote closes in {time}", time="{time}"),
        "axesHint": tr("Give each two numbers, from 1 (low) to 5 (high). Leave out what you cannot judge."),
        "chosen": tr("{count} of {most} chosen", count="{count}", most="{most}"),
        "left": tr("{left} of {budget} dots left", left="{left}", budget="{budget}"),
        "add": tr("Place {option} as number {place}", option="{option}", place="{place}"),
        "up": tr("Move {option} up", option="{option}"),
        "down": tr("Move {option} down", option="{option}"),
        "remove": tr("Take {option} out of the order", option="{option}"),
        "placed": tr("{option} is number {place}", option="{option}", place="{place}"),
        "unranked": tr("{option} is not placed", option="{option}"),
        "fewer": tr("One dot less for {option}", option="{option}"),
        "more": tr("One dot more for {option}", option="{option}"),
        "interest": tr("Interest"),
        "feasibility": tr("Feasibility"),
        "place": tr(
            "interest {interest}, feasibility {feasibility}", interest="{interest}", feasibility="{feasibility}"
        ),
        "clear": tr("Clear"),
    }
