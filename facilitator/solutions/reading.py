"""Reads solutions from a list: one team's solution a row."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.errors import Unreadable
from facilitator.common.texts import Text, text
from facilitator.solutions.model import Kind, Solution
from facilitator.tables.choices import suggestion
from facilitator.tables.headings import Columns, Synonyms, plain, understand
from facilitator.tables.model import Row, Table
from facilitator.tables.problems import Problem, Reading, row_problems

SYNONYMS: Synonyms = {
    "team": ("Lag", "Lagnummer", "Lag nr", "Team", "Team number", "Team no"),
    "title": ("Titel", "Rubrik", "Lösning", "Namn", "Title", "Solution", "Name"),
    "problem": ("Problem", "Utmaning", "Challenge"),
    "proposal": ("Förslag", "Idé", "Proposal", "Idea"),
    "audience": ("För vem", "Målgrupp", "For whom", "Audience", "Target group"),
    "first_step": ("Första steg", "Första steget", "First step", "Next step"),
    "kind": ("Typ", "Slag", "Type", "Kind"),
}  # fmt: skip
"""Field of a solution → its headings."""

_WORDS = {
    Kind.STRUCTURE: ("struktur", "struktur och process", "process", "structure", "structure and process"),
    Kind.CULTURE: (
        "kultur", "kultur och förutsättningar", "förutsättningar", "culture", "culture and conditions", "conditions",
    ),
}  # fmt: skip
_KIND_OF = {plain(word): kind for kind, words in _WORDS.items() for word in words}
_KIND_WORDS = tuple(words[0] for words in _WORDS.values()) + tuple(kind.value for kind in Kind)
_LONGEST_TITLE = 200
_LONGEST_TEXT = 5_000


def read(table: Table, chosen: Mapping[str, str | None] | None = None) -> Reading[Solution]:
    """The solutions in a table; `chosen` says which field a heading stands for.

    Raises:
        Unreadable: there are no columns for team and title, or no rows.
    """
    table, columns = understand(table, SYNONYMS, chosen)
    if "team" not in columns or "title" not in columns:
        headings = ", ".join(heading for heading in table.headings if heading)
        raise Unreadable(
            text("This is not a list of solutions. The headings are: {headings}.", headings=headings),
            text("It needs the columns “Team” and “Title”."),
        )
    problems: list[Problem] = []
    solutions: dict[int, Solution] = {}
    rows: dict[int, int] = {}
    for row in table.rows:
        solution, wrong = _solution(row, columns)
        problems += wrong
        if solution is None:
            continue
        if solution.team in rows:
            problem = text("Row {row} is the same team’s.", row=rows[solution.team])
            problems.append(Problem(row.number, columns.heading("team"), columns.line(row, "team"), problem))
        rows.setdefault(solution.team, row.number)
        solutions[solution.team] = solution
    return Reading(
        tuple(solutions.values()),
        added=len(solutions),
        problems=tuple(problems),
        ignored=columns.ignored,
        notes=table.notes,
    )


def _solution(row: Row, columns: Columns) -> tuple[Solution | None, list[Problem]]:
    problems = list(row_problems(row, columns))

    def wrong(field: str, problem: Text) -> None:
        problems.append(Problem(row.number, columns.heading(field), columns.value(row, field), problem))

    team = columns.line(row, "team").casefold().removeprefix("lag").removeprefix("team").strip()
    if not team.isdecimal() or not 1 <= int(team) <= 1000:
        wrong("team", text("This is not the number of a team."))
    title = columns.line(row, "title")
    if not title:
        wrong("title", text("The title is missing."))
    for field, longest in (("title", _LONGEST_TITLE), ("problem", _LONGEST_TEXT), ("proposal", _LONGEST_TEXT)):
        if len(columns.value(row, field)) > longest:
            wrong(field, text("The cell is longer than {count} characters.", count=longest))
    word = columns.line(row, "kind")
    kind = _KIND_OF.get(plain(word))
    if word and kind is None:
        wrong("kind", text("There is no such kind of solution. {suggestion}", suggestion=suggestion(word, _KIND_WORDS)))
    if problems:
        return None, problems
    return Solution(
        id=int(team),
        title=title,
        problem=columns.value(row, "problem"),
        proposal=columns.value(row, "proposal"),
        audience=columns.value(row, "audience"),
        first_step=columns.value(row, "first_step"),
        kind=kind,
    ), problems
