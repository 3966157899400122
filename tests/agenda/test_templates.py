"""Ready agendas: whole, the same in both languages, and days that add up."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from facilitator.agenda.model import Item, Kind
from facilitator.agenda.outlook import outlook
from facilitator.agenda.progress import Progress, days, of_day
from facilitator.agenda.rules import put
from facilitator.agenda.schedule import clashes, forecast
from facilitator.agenda.templates import TemplateName, agenda_template, templates
from facilitator.agenda.words import SCENES
from facilitator.agenda.writing import as_csv
from tests.agenda.plans import at, schedule_of


def without_words(item: Item) -> Item:
    return replace(item, title="", speaker="", notes="", track="T" if item.track else "")


def test_every_template_is_offered() -> None:
    assert {one.name for one in templates()} == set(TemplateName)
    assert len({str(one.title) for one in templates()}) == len({str(one.about) for one in templates()}) == 4


@pytest.mark.parametrize("name", TemplateName)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_template_is_a_plan_that_fits(name: TemplateName, language: str) -> None:
    plan = put(agenda_template(name, language), SCENES)
    assert as_csv(plan, language)
    schedule = schedule_of(plan)
    morning = Progress(at(6), {})
    assert clashes(plan, schedule, forecast(plan, schedule, morning), morning) == []
    assert outlook(plan, schedule, morning) is not None
    for day in days(plan):
        order = of_day(plan, day)
        assert order[-1].kind is Kind.END
        assert order[-1].fixed
        for item, following in pairwise(order):
            assert schedule[item.id].end == schedule[following.id].start
    gathered = [item for item in plan.in_order() if item.track]
    assert bool(gathered) == (name is TemplateName.WORKSHOP)


@pytest.mark.parametrize("name", TemplateName)
def test_a_template_is_the_same_in_both_languages(name: TemplateName) -> None:
    swedish, english = (agenda_template(name, language) for language in ("sv", "en"))
    assert [without_words(one) for one in swedish] == [without_words(one) for one in english]
    assert agenda_template(name, "fi") == english
    assert [one.title for one in swedish] != [one.title for one in english]
