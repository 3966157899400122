"""Which screen gets the projector window, whatever is plugged in and pulled out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from facilitator.ui.screen_choice import (
    Decision,
    Present,
    ScreenId,
    Shape,
    Wish,
    closed,
    decide,
    find,
    opened,
    others,
    settled,
    taken,
)

LAPTOP = ScreenId("eDP-1", "Panel", "1")
BEAMER = ScreenId("HDMI-1", "Beamer", "77")
TV = ScreenId("DP-2", "TV", "5")
IDS = some.builds(
    ScreenId,
    some.sampled_from(["eDP-1", "HDMI-1", "DP-2"]),
    some.sampled_from(["", "A", "B"]),
    some.sampled_from(["", "1"]),
)
AREAS = some.tuples(some.sampled_from([0, 1920, 3840]), some.just(0), some.just(1920), some.just(1080))
PRESENT = some.lists(some.builds(Present, IDS, AREAS), min_size=1, max_size=4, unique_by=lambda screen: screen.id)
WISHES = some.builds(Wish, some.booleans(), some.none() | IDS, some.booleans())


def here(*screens: ScreenId) -> list[Present]:
    """These screens side by side."""
    return [Present(screen, (index * 1920, 0, 1920, 1080)) for index, screen in enumerate(screens)]


@given(WISHES, PRESENT, some.data())
def test_never_over_the_console(wish: Wish, present: list[Present], data: some.DataObject) -> None:
    host = data.draw(some.sampled_from(present))
    decision = decide(wish, present, host.id)
    covered = {screen.id: screen.area for screen in present}
    if decision.screen is not None:
        assert decision.screen != host.id
        assert covered[decision.screen] != host.area
    assert host.id not in decision.offers


@given(WISHES, PRESENT, some.data())
def test_a_closed_projector_is_hidden_and_an_opened_one_is_seen(
    wish: Wish, present: list[Present], data: some.DataObject
) -> None:
    host = data.draw(some.sampled_from(present)).id
    assert decide(closed(wish), present, host).shape is Shape.HIDDEN
    assert decide(opened(wish, present, host), present, host).shape is not Shape.HIDDEN


@given(WISHES, PRESENT, some.data())
def test_one_click_takes_an_offered_screen(wish: Wish, present: list[Present], data: some.DataObject) -> None:
    host = data.draw(some.sampled_from(present)).id
    for offer in decide(wish, present, host).offers:
        assert decide(taken(wish, offer), present, host).screen == offer


@given(WISHES, PRESENT, some.data())
def test_another_screen_moves_nothing(wish: Wish, present: list[Present], data: some.DataObject) -> None:
    host = data.draw(some.sampled_from(present)).id
    before = decide(wish, present, host)
    added = Present(ScreenId("DP-9", "Another", "9"), (9000, 0, 1920, 1080))
    after = decide(wish, [*present, added], host)
    if wish.screen != added.id:
        assert (after.shape, after.screen) == (before.shape, before.screen)
        assert added.id in after.offers


def test_a_pulled_cable_hides_the_window_and_a_replugged_one_brings_it_back() -> None:
    wish = opened(Wish(), here(LAPTOP, BEAMER), LAPTOP)
    assert decide(wish, here(LAPTOP, BEAMER), LAPTOP) == Decision(Shape.FULL_SCREEN, BEAMER)
    assert decide(wish, here(LAPTOP), LAPTOP) == Decision(Shape.HIDDEN)
    assert decide(wish, here(LAPTOP, TV), LAPTOP) == Decision(Shape.HIDDEN, None, (TV,))
    assert decide(wish, here(LAPTOP, TV, BEAMER), LAPTOP) == Decision(Shape.FULL_SCREEN, BEAMER, (TV,))


def test_with_one_screen_it_is_a_window_until_the_known_projector_comes() -> None:
    wish = opened(Wish(screen=BEAMER), here(LAPTOP), LAPTOP)
    alone = decide(wish, here(LAPTOP), LAPTOP)
    assert alone == Decision(Shape.WINDOW)
    wish = settled(wish, alone)
    assert decide(wish, here(LAPTOP, TV), LAPTOP) == Decision(Shape.WINDOW, None, (TV,))
    came = decide(wish, here(LAPTOP, BEAMER), LAPTOP)
    assert came == Decision(Shape.FULL_SCREEN, BEAMER)
    assert decide(settled(wish, came), here(LAPTOP), LAPTOP) == Decision(Shape.HIDDEN)


def test_the_same_projector_is_known_on_another_connector() -> None:
    moved = ScreenId("DP-1", "Beamer", "77")
    assert find(BEAMER, here(LAPTOP, moved)) == here(LAPTOP, moved)[1]


def test_another_model_on_the_same_connector_is_another_screen() -> None:
    assert find(BEAMER, here(LAPTOP, ScreenId("HDMI-1", "Other", "77"))) is None


def test_two_of_a_model_without_serial_numbers_are_told_apart_by_connector_only() -> None:
    wanted, one, other = (ScreenId(name, "Wall") for name in ("DP-1", "DP-2", "DP-3"))
    assert find(wanted, here(one, other)) is None
    assert find(wanted, here(one)) == here(one)[0]
    assert find(one, here(one, other)) == here(one, other)[0]


def test_a_mirror_of_the_console_is_no_place_for_the_projector() -> None:
    mirrored = [Present(LAPTOP, (0, 0, 1920, 1080)), Present(BEAMER, (0, 0, 1920, 1080))]
    assert others(mirrored, LAPTOP) == ()
    assert decide(opened(Wish(), mirrored, LAPTOP), mirrored, LAPTOP) == Decision(Shape.WINDOW)


def test_without_any_name_a_screen_is_still_itself() -> None:
    nameless = ScreenId("", "", "")
    assert find(nameless, here(LAPTOP, nameless)) == here(LAPTOP, nameless)[1]
