"""Reads success examples, challenges and questions from a list against the knowledge base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.knowledge.headings import KIND_WORDS, QUESTION, SYNONYMS, kind_of
from facilitator.knowledge.model import Kind, KnowledgeItem, Library, Question
from facilitator.tables.choices import Numbered, find_sector, nearest, same, suggestion
from facilitator.tables.headings import Columns, understand
from facilitator.tables.model import Row, Table
from facilitator.tables.problems import Problem, row_problems

_LONGEST_TITLE = 300
_LONGEST_TEXT = 10_000


class HasSectors(Protocol):
    """Whoever knows the event's sectors; the roster does."""

    @property
    def sectors(self) -> Mapping[int, Numbered]:
        """The sectors by id."""
        ...


@frozen
class Reading:
    """What was understood of a list of knowledge. If there are problems, none of it may be imported.

    `items` and `questions` are those to add and to update.
    """

    items: tuple[KnowledgeItem, ...]
    questions: tuple[Question, ...] = ()
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


def read(table: Table, library: Library, roster: HasSectors, chosen: Mapping[str, str | None] | None = None) -> Reading:
    """The items and questions in a table; `chosen` says which field a heading stands for.

    An item is known by its kind and title, a question by its code; what the library has of them already is updated, and
    an empty cell takes nothing away. A question's sources are titles of items in the library or in the list, set apart
    by “|”.

    Raises:
        Unreadable: the columns that items or questions need are not there, or there are no rows.
    """
    table, columns = understand(table, SYNONYMS, chosen)
    if not ({"kind", "title"} <= set(columns.fields) or {"code", "text"} <= set(columns.fields)):
        headings = ", ".join(heading for heading in table.headings if heading)
        raise Unreadable(
            text("This is not a list of knowledge. The headings are: {headings}.", headings=headings),
            text("Examples and challenges need the columns “Type” and “Title”, questions “Code” and “Text”."),
        )
    reader = _Reader(library, roster, columns)
    questions: list[Row] = []
    for row in table.rows:
        reader.problems += row_problems(row, columns)
        kind = reader.kind(row)
        if kind == QUESTION:
            questions.append(row)
        elif kind is not None:
            reader.take_item(row, Kind(kind))
    for row in questions:  # after the items, which they may name as their sources
        reader.take_question(row)
    return reader.reading(table)


class _Reader:
    """One pass over a list: what it holds so far, and the rows that hold it."""

    def __init__(self, library: Library, roster: HasSectors, columns: Columns) -> None:
        self.problems: list[Problem] = []
        self._library = library
        self._sectors = roster.sectors
        self._columns = columns
        self._known = {(item.kind, same(item.title)): item for item in library.items.values()}
        self._known_questions = {same(question.code): question for question in library.questions.values()}
        self._items: dict[tuple[Kind, str], KnowledgeItem] = {}
        self._questions: dict[str, Question] = {}
        self._rows: dict[object, int] = {}
        self._next_item = max(library.items, default=0) + 1
        self._next_question = max(library.questions, default=0) + 1

    def kind(self, row: Row) -> str | None:
        """What kind of thing the row holds; a list without kinds holds questions."""
        if "kind" not in self._columns:
            return QUESTION
        word = self._columns.line(row, "kind")
        kind = kind_of(word)
        if not word:
            self._wrong(
                row, "kind", text("The type is missing. {suggestion}", suggestion=suggestion("", KIND_WORDS[:3]))
            )
        elif kind is None:
            problem = text("There is no such type. {suggestion}", suggestion=suggestion(word, KIND_WORDS))
            self._wrong(row, "kind", problem)
        return kind

    def take_item(self, row: Row, kind: Kind) -> None:
        """Take the row's example or challenge."""
        title = self._columns.line(row, "title")
        if not title:
            self._wrong(row, "title", text("The title is missing."))
            return
        self._limit(row, "title", _LONGEST_TITLE)
        self._limit(row, "text", _LONGEST_TEXT)
        key = kind, same(title)
        if self._repeated(row, "title", key):
            return
        lines = {field: self._columns.line(row, field) for field in ("organisation", "theme", "workshop", "source")}
        given: dict[str, Any] = {**lines, "text": self._columns.value(row, "text"), "sector": self._sector(row)}
        item = self._known.get(key)
        if item is None:
            item = KnowledgeItem(id=self._next_item, kind=kind, title=title)
            self._next_item += 1
        self._items[key] = replace(item, **{field: value for field, value in given.items() if value not in ("", None)})

    def take_question(self, row: Row) -> None:
        """Take the row's question."""
        code = self._columns.line(row, "code").upper()
        body = self._columns.line(row, "text") or self._columns.line(row, "title")
        if not code or any(sign in " |,;" for sign in code):
            self._wrong(row, "code", text("A question needs a code without blanks, such as F1."))
            return
        if not body:
            self._wrong(row, "text", text("The question is missing."))
        self._limit(row, "text", _LONGEST_TEXT)
        if self._repeated(row, "code", same(code)):
            return
        question = self._known_questions.get(same(code))
        if question is None:
            question = Question(id=self._next_question, code=code, text=body)
            self._next_question += 1
        sources = self._sources(row)
        self._questions[same(code)] = replace(question, text=body, sources=sources or question.sources)

    def reading(self, table: Table) -> Reading:
        """What has been taken, set against the library."""
        items, questions = self._items.values(), self._questions.values()
        known_items, known_questions = self._library.items, self._library.questions
        added = sum(one.id not in known_items for one in items) + sum(
            one.id not in known_questions for one in questions
        )
        changed_items = tuple(one for one in items if known_items.get(one.id) != one)
        changed_questions = tuple(one for one in questions if known_questions.get(one.id) != one)
        changed = len(changed_items) + len(changed_questions)
        return Reading(
            changed_items,
            changed_questions,
            added=added,
            updated=changed - added,
            unchanged=len(items) + len(questions) - changed,
            problems=tuple(sorted(self.problems, key=lambda problem: problem.row)),
            ignored=self._columns.ignored,
            notes=table.notes,
        )

    def _sector(self, row: Row) -> int | None:
        value = self._columns.line(row, "sector")
        if not value:
            return None
        sector = find_sector(value, self._sectors.values())
        if sector is None:
            names = [one.name for one in sorted(self._sectors.values(), key=lambda one: one.position)]
            problem = text("There is no such sector. {suggestion}", suggestion=suggestion(value, names))
            self._wrong(row, "sector", problem)
            return None
        return sector.id

    def _sources(self, row: Row) -> tuple[int, ...]:
        titles = {title: item for (_, title), item in {**self._known, **self._items}.items()}
        sources: dict[int, None] = {}
        for part in self._columns.line(row, "source").split("|"):
            if not part.strip():
                continue
            item = titles.get(same(part))
            if item is None:
                close = nearest(part, [one.title for one in titles.values()])
                problem = (
                    text("There is no example or challenge with this title; import it first.")
                    if close is None
                    else text("There is no example or challenge with this title. Did you mean “{name}”?", name=close)
                )
                self.problems.append(Problem(row.number, self._columns.heading("source"), part.strip(), problem))
            else:
                sources[item.id] = None
        return tuple(sources)

    def _repeated(self, row: Row, field: str, key: object) -> bool:
        first = self._rows.setdefault(key, row.number)
        if first != row.number:
            self._wrong(row, field, text("The same stands in row {row}.", row=first))
        return first != row.number

    def _limit(self, row: Row, field: str, longest: int) -> None:
        if len(self._columns.value(row, field)) > longest:
            self._wrong(row, field, text("The cell is longer than {count} characters.", count=longest))

    def _wrong(self, row: Row, field: str, problem: Text) -> None:
        value = self._columns.value(row, field)
        self.problems.append(Problem(row.number, self._columns.heading(field), value, problem))
