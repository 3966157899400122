"""Answers in open text: allowed, put into groups by hand, and counted by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.voting import grouping, rules
from facilitator.voting.checking import checked
from facilitator.voting.choices import Abstention, ChoiceRefused, Places, Words
from facilitator.voting.model import LONGEST_REASON, LONGEST_TEXT, Rule, Voting
from facilitator.voting.tally import Cast, count

from .elections import ballot
from .test_rules import CONTEST, NOW

TEXTS = ("Mod", "mod!", "Tid", "Pengar")


def closed() -> Voting:
    voting, added = rules.add_ballot(Voting(), ballot(Rule.GROUPS, "", groups=()))
    return rules.close_ballot(rules.open_ballot(voting, added.id, CONTEST, NOW), added.id, NOW)


def groups_of(voting: Voting) -> dict[str, set[str]]:
    return {group.name: set(group.texts) for group in voting.ballots[1].groups}


@given(st.lists(st.tuples(st.lists(st.sampled_from(TEXTS), min_size=1), st.sampled_from(["Kultur", "Resurser", ""]))))
def test_every_answer_stands_in_one_group_at_most(moves: list[tuple[list[str], str]]) -> None:
    voting, homes = closed(), dict[str, str]()
    for texts, name in moves:
        if name:
            voting = grouping.group_texts(voting, 1, texts, name, TEXTS)
        else:
            voting = grouping.ungroup_texts(voting, 1, texts)
        homes |= dict.fromkeys(texts, name)
    expected = {name: {words for words in homes if homes[words] == name} for name in set(homes.values()) if name}
    assert groups_of(voting) == {name: texts for name, texts in expected.items() if texts}
    assert len({group.id for group in voting.ballots[1].groups}) == len(voting.ballots[1].groups)


def test_groups_are_counted_and_become_what_is_shown() -> None:
    voting = grouping.group_texts(closed(), 1, ["Mod", "mod!"], "  Mod  i vardagen ", TEXTS)
    voting = grouping.group_texts(voting, 1, ["Tid"], "Resurser", TEXTS)
    voting = grouping.name_group(voting, 1, 2, "Tid att tänka")
    cast = [
        Cast(Words("Mod"), 3),
        Cast(Words("mod!")),
        Cast(Words("Tid"), 2),
        Cast(Words("Pengar")),
        Cast(Abstention()),
    ]
    result = count(voting.ballots[1], cast)
    assert (result.winners, result.numbers, result.steps[0].rest) == ((1,), {1: 4, 2: 2}, 1)
    revealed = rules.reveal_result(voting, 1, result)
    assert [option.label for option in revealed.ballots[1].options] == ["Mod i vardagen", "Tid att tänka"]
    assert count(revealed.ballots[1], cast) == result
    with pytest.raises(Stale):
        grouping.ungroup_texts(revealed, 1, ["Mod"])


def test_answers_without_a_group_have_no_winner() -> None:
    result = count(closed().ballots[1], [Cast(Words("Mod"))])
    assert (result.winners, result.ranking, result.ballots, result.steps[0].rest) == ((), (), 1, 1)


def test_a_group_has_a_name_of_its_own() -> None:
    voting = grouping.group_texts(closed(), 1, ["Mod"], "Kultur", TEXTS)
    voting = grouping.group_texts(voting, 1, ["Tid"], "Resurser", TEXTS)
    assert set(groups_of(grouping.group_texts(voting, 1, ["Pengar"], "KULTUR", TEXTS))) == {"Kultur", "Resurser"}
    for group, name in ((2, "kultur"), (2, "  ")):
        with pytest.raises(UserError):
            grouping.name_group(voting, 1, group, name)
    with pytest.raises(NotFound):
        grouping.name_group(voting, 1, 9, "Nytt")
    with pytest.raises(NotFound):
        grouping.group_texts(voting, 1, ["Något annat"], "Nytt", TEXTS)


def test_answers_have_bounds() -> None:
    asked = ballot(Rule.GROUPS, "")
    assert checked(asked, {"text": "  Mod \n"}) == Words("Mod")
    assert checked(asked, {"text": "å" * LONGEST_TEXT}) == Words("å" * LONGEST_TEXT)
    assert checked(asked, {"text": " "}) == Abstention()
    for raw in ("å" * (LONGEST_TEXT + 1), 5, None, ["Mod"]):
        with pytest.raises(ChoiceRefused):
            checked(asked, {"text": raw})


def test_reasons_stand_beside_places_where_the_ballot_asks_for_them() -> None:
    asked = ballot(Rule.AXES, "AB", reasons=True)
    given_ = {"axes": {"1": [2, 3], "2": [5, 5]}, "reasons": {"2": " Enkelt att börja ", "1": ""}}
    assert checked(asked, given_) == Places(((1, (2, 3)), (2, (5, 5))), ((2, "Enkelt att börja"),))
    for reasons in ({"1": "å" * (LONGEST_REASON + 1)}, {"3": "Vem?"}, {"1": 4}, "Enkelt"):
        with pytest.raises(ChoiceRefused):
            checked(asked, {"axes": {"1": [2, 3]}, "reasons": reasons})
    with pytest.raises(ChoiceRefused):
        checked(asked, {"axes": {"1": [2, 3]}, "reasons": {"2": "Utan plats"}})
    with pytest.raises(ChoiceRefused):
        checked(ballot(Rule.AXES, "AB"), given_)
