"""Welcome, questions, next steps and pictures: what must be said is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from facilitator.knowledge.model import Library
from facilitator.stage.model import Picture, SceneName, View
from facilitator.ui.scenes.canvas import picture
from facilitator.ui.scenes.palette import NIGHT
from facilitator.ui.scenes.pictures import fitted
from facilitator.ui.scenes.points import lines_of
from facilitator.ui.scenes.question import sources
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more
from tests.ui.scenes.recorder import words

SAMPLE = more.worded(of.sample_event())
WELCOME = more.shown(SAMPLE, SceneName.WELCOME)
QUESTIONED = more.questioned(SAMPLE)
RED = "#e4572e"


def test_the_welcome_says_whose_day_it_is_where_and_what_begins_when() -> None:
    said = words(of.view(WELCOME, of.at(8, 12), "en"))
    for line in ("Skills360-modellen", "Konferenssalen, Stockholm", *more.WELCOME.splitlines()):
        assert line in said.replace("\n", " ")
    assert "Next\n08:30\nRegistrering och kaffe" in said
    assert "1. Join the Wi-Fi\nKonferens\nblåbär;2026" in said
    assert "192.168.50.12:8137" in said


def test_the_welcome_does_without_phones() -> None:
    said = words(of.view(WELCOME, of.at(8, 12), "en", address=None))
    assert "Wi-Fi" not in said
    assert "Skills360-modellen" in said


def test_a_nameless_event_welcomes_all_the_same() -> None:
    state = replace(WELCOME, event=replace(WELCOME.event, title=" "))
    assert "Welcome" in words(of.view(state, of.at(8, 12), "en"))


def test_the_hosts_words_are_points_and_empty_lines_are_none() -> None:
    assert [point.words for point in lines_of(" Kaffe \n\n  Bord 7\n")] == ["Kaffe", "Bord 7"]


def test_next_steps_are_the_hosts_or_the_usual_ones() -> None:
    state = more.shown(SAMPLE, SceneName.NEXT_STEPS)
    assert "Första mötet är den 14 november" in words(of.view(state, of.at(15, 40), "en")).replace("\n", " ")
    usual = replace(state, event=replace(state.event, next_steps=""))
    assert "follow-up group" in words(of.view(usual, of.at(15, 40), "en")).replace("\n", " ")


@pytest.mark.parametrize(("asked", "said"), [("F1", "Question F1"), (None, "Questions of the day")])
def test_one_question_or_all_of_them(asked: str | None, said: str) -> None:
    view = View(SceneName.QUESTION, question=asked)
    shown = words(of.view(more.shown(QUESTIONED, SceneName.QUESTION, view), of.at(10, 30), "en"))
    assert said in shown
    assert ("F8" in shown) == (asked is None)


def test_a_single_question_is_the_question_of_the_day() -> None:
    state = more.shown(more.questioned(SAMPLE, 1, "Vem saknas?"), SceneName.QUESTION)
    assert "Vem saknas?" in words(of.view(state, of.at(10, 30), "en"))


def test_the_sample_days_eight_questions_are_all_there() -> None:
    shown = words(of.view(more.shown(QUESTIONED, SceneName.QUESTION), of.at(10, 30), "sv"))
    assert all(f"F{number}" in shown for number in range(1, 9))
    assert "…" not in shown


def test_a_questions_sources_are_named_and_the_rest_counted() -> None:
    view = View(SceneName.QUESTION, question="F1")
    shown = words(of.view(more.shown(QUESTIONED, SceneName.QUESTION, view), of.at(10, 30), "en"))
    assert "CV utan fördomar på riktigt – Myndighet 1" in shown
    assert "and 3 more" in shown
    first = QUESTIONED.library.questions[1]
    gone = Library({1: QUESTIONED.library.items[1]}, QUESTIONED.library.questions)
    assert len(sources(gone, first)) == 1


@pytest.mark.parametrize("size", [(3000, 400), (300, 2000), (1600, 900), (1, 1), (64, 64)])
def test_a_picture_is_whole_and_keeps_its_shape(size: tuple[int, int]) -> None:
    area = QRectF(0, 0, 1920, 1080)
    place = fitted(Picture(1, "", more.png(*size)), area)
    assert place is not None
    assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place)
    assert place.width() / place.height() == pytest.approx(size[0] / size[1])
    assert max(place.width() / 1920, place.height() / 1080) == pytest.approx(1)


def test_a_logo_keeps_to_its_side() -> None:
    logo, area = Picture(1, "", more.png(50, 50)), QRectF(96, 52, 300, 64)
    left, right = (fitted(logo, area, side) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
    assert left is not None
    assert right is not None
    assert left.left() == area.left()
    assert right.right() == area.right()


def test_a_picture_stands_on_black() -> None:
    pictures = {1: Picture(1, "", more.png(100, 100, RED))}
    state = replace(SAMPLE, stage=replace(SAMPLE.stage, pictures=pictures))
    image = picture(of.view(more.shown(state, SceneName.PICTURE, View(SceneName.PICTURE, picture=1)), of.at(9, 0)))
    assert image.pixelColor(10, 500) == QColor("#000000")
    assert image.pixelColor(960, 540) == QColor(RED)


def test_without_a_picture_the_room_is_told() -> None:
    view = of.view(more.shown(SAMPLE, SceneName.PICTURE), of.at(9, 0), "en")
    assert "There is no picture to show." in words(view)
    assert picture(view).pixelColor(10, 10) == NIGHT


def test_the_logo_and_the_events_colours_reach_every_scene() -> None:
    for scene in (SceneName.CLOCK, SceneName.AGENDA, SceneName.TEAMS, SceneName.WELCOME):
        image = picture(of.view(more.shown(more.branded(SAMPLE), scene), of.at(9, 0)))
        colours = {image.pixelColor(x, y).name() for x in range(96, 400, 8) for y in range(60, 320, 8)}
        assert RED in colours, scene
