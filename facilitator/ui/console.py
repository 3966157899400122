"""The host's console: a side bar of pages, a header that is always there, and the page in view."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.desk.events import Published
from facilitator.desk.rundown import rundown
from facilitator.ui import keys, now
from facilitator.ui.bridge import DeskBridge
from facilitator.ui.context import Context
from facilitator.ui.controls import Controls
from facilitator.ui.keys import Action
from facilitator.ui.page import Page
from facilitator.ui.pages.catalogue import IN_SIDEBAR, PAGES, RUN, PageName
from facilitator.ui.ports import Surroundings
from facilitator.ui.preferences import Preferences
from facilitator.ui.problems import BugReporter, ProblemStrip
from facilitator.ui.room import Room
from facilitator.ui.steering import Steering
from facilitator.ui.theme import Theme
from facilitator.ui.ticker import Ticker
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.header import Header
from facilitator.ui.widgets.page_stack import PageStack
from facilitator.ui.widgets.sidebar import NowTile, Sidebar
from facilitator.ui.widgets.status import Status

NARROW_BELOW = 1120
"""Window width in logical pixels below which the side bar and the header use fewer words."""


class ConsoleWindow(QMainWindow):
    """The window that the host works in, on one open event."""

    _tr: Translator
    _context: Context
    _steering: Steering
    _sidebar: Sidebar
    _header: Header
    _strip: ProblemStrip
    _status: Status
    _stack: PageStack
    _made: dict[PageName, Page]
    _current: PageName

    painted = Signal()
    """The window has been painted for the first time."""
    closed = Signal()
    """The host has closed the window; it listens to nothing any longer."""

    def __init__(
        self, desk: Desk, around: Surroundings, tr: Translator, theme: Theme, preferences: Preferences
    ) -> None:
        """`theme` has been applied to the application; `around` is what the composition root built."""
        super().__init__()
        self._desk = desk
        self._around = around
        self._theme = theme
        self._preferences = preferences
        self._painted = False
        application = QCoreApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("a window needs a QGuiApplication")
        self.room = Room(application, self, desk.clock, around.phones, tr, preferences)
        self.bugs = BugReporter(self)
        self.bugs.found.connect(self._bug)
        self._ticker = Ticker(desk.clock, self)
        self._ticker.ticked.connect(self._tick)
        self._bridge = DeskBridge(desk, around.phones, self)
        self._bridge.changed.connect(self._desk_changed)
        self._bridge.phones_changed.connect(self._phones_changed)
        self._preferences.language_chosen.connect(self.set_language)
        self._preferences.mode_chosen.connect(theme.choose)
        self._build(tr)
        self._install_keys()
        self.resize(1280, 800)
        self.setMinimumSize(720, 480)
        self.show_page(RUN if desk.state.plan.items else PageName.PLAN)

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._made[self._current]

    @property
    def page_name(self) -> PageName:
        """Which page is in view."""
        return self._current

    @property
    def problems(self) -> ProblemStrip:
        """The strip in which refusals are told."""
        return self._strip

    @property
    def said(self) -> str:
        """The last line said in the status bar."""
        return self._status.said

    @property
    def running_tile(self) -> NowTile:
        """What runs, small, in the side bar."""
        return self._sidebar.now

    def set_language(self, language: str) -> None:
        """Say everything in another language from now on."""
        at = self._current
        self.room.clear_previews()
        self._context.controls.stop()
        self._build(Translator(language))
        self._fit_words()
        self.show_page(at)

    def show_page(self, name: PageName) -> None:
        """Bring a page into view; pages are made when they are first wanted."""
        if name not in self._made:
            self._made[name] = self._make(name)
            self._stack.addWidget(self._made[name])
        self._current = name
        page = self._made[name]
        page.render_state(self._desk.state)
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(IN_SIDEBAR.index(name) if name in IN_SIDEBAR else None)
        self._header.set_title(self._tr.render(PAGES[name].title))
        self._refresh_frame()
        self._strip.succeeded()
        page.arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use fewer words where there is little room."""
        super().resizeEvent(event)
        self._fit_words()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first paint once all of it is done."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Everything is on disk already, so closing asks nothing; the projector goes with the console."""
        self._ticker.stop()
        self._bridge.stop()
        self._context.controls.stop()
        self.room.retire()
        event.accept()
        self.closed.emit()

    def _build(self, tr: Translator) -> None:
        self._tr = tr
        controls = Controls(self._desk, tr, self)
        self._context = Context(controls, tr, self._desk.clock, self._theme, self._around, self.room, self._preferences)
        self._steering = Steering(controls, self._desk.clock, tr)
        self._made = {}
        self._current = RUN
        listed = [(PAGES[name].symbol, tr.render(PAGES[name].name)) for name in IN_SIDEBAR]
        self._sidebar = Sidebar(tr("Hack host"), listed, self._theme, tr)
        self._sidebar.chosen.connect(lambda number: self.show_page(IN_SIDEBAR[number]))
        self._sidebar.now_pressed.connect(lambda: self.show_page(RUN))
        self._strip = ProblemStrip(tr)
        self._header = Header(self._context, self._steering.blank)
        self._status = Status(tr)
        self._stack = PageStack()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._stack)
        ground = QWidget()
        ground.setObjectName("ground")
        content = QVBoxLayout()
        content.setContentsMargins(20, 14, 20, 14)
        content.setSpacing(10)
        content.addWidget(self._header)
        content.addWidget(self._strip)
        content.addWidget(scroll, 1)
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addLayout(content, 1)
        self.setCentralWidget(ground)
        self.setStatusBar(self._status)
        controls.refused.connect(self._strip.refuse)
        controls.succeeded.connect(self._strip.succeeded)
        controls.noticed.connect(lambda words: self._strip.notify(words, Tone.WARNING))
        controls.said.connect(self._status.say)

    def _fit_words(self) -> None:
        narrow = self.width() < NARROW_BELOW
        self._sidebar.set_narrow(narrow)
        self._header.set_narrow(narrow)

    def _make(self, name: PageName) -> Page:
        spec = PAGES[name]
        kind = getattr(import_module(f"facilitator.ui.pages.{spec.module}"), spec.kind)
        page: Page = kind(self._context, self._steering) if name is RUN else kind(self._context)
        return page

    def _bug(self, signature: str) -> None:
        self._strip.refuse(
            self._tr("Something in the program went wrong: {what}. Nothing is lost; the day goes on.", what=signature)
        )

    def _desk_changed(self, published: object) -> None:
        assert isinstance(published, Published)
        for notice in published.notices:
            self._strip.notify(self._tr.render(notice), Tone.WARNING)
        self._refresh_frame()  # the room first: it must not wait for the page
        self.page.render_state(self._desk.state)

    def _phones_changed(self) -> None:
        self.room.update(self._desk.state)
        self.page.phones_changed(self._desk.state)
        self._status.show_phones(self._around.phones, self._tr)

    def _refresh_frame(self) -> None:
        state = self._desk.state
        self.setWindowTitle(f"{state.event.title} – {self._tr('Hack host')}")
        self.room.update(state)
        self._header.show_state(self._desk, self._desk.clock.now())
        self._status.show_counts(state)
        self._status.show_phones(self._around.phones, self._tr)
        self._ticker.follow(state)
        self._show_tile()

    def _show_tile(self) -> None:
        state, moment = self._desk.state, self._desk.clock.now()
        shown = now.face(state, moment)
        if shown is None or self._current is RUN:
            self._sidebar.now.want(False)
            return
        day = rundown(state, moment)
        words, tone = now.lateness_words(state, day, moment)
        title = day.running.item.title if day.running else ""
        self._sidebar.now.show_now(title, shown.digits, shown.tone, self._tr.render(words), tone)

    def _tick(self) -> None:
        state, moment = self._desk.state, self._desk.clock.now()
        self._header.tick(state, moment)
        self._show_tile()
        self.page.tick(state, moment)

    def _install_keys(self) -> None:
        actions: dict[Action, Callable[[], object]] = {
            Action.NEXT: lambda: self._steering.next(),
            Action.PREVIOUS: lambda: self._steering.previous(),
            Action.PAUSE: lambda: self._steering.pause(),
            Action.MORE: lambda: self._steering.add(60),
            Action.LESS: lambda: self._steering.add(-60),
            Action.BLANK: lambda: self._steering.blank(),
            Action.TAKE: lambda: self._steering.take(),
            Action.PROJECTOR: self.room.toggle,
            Action.UNDO: lambda: self._context.controls.undo(),
            Action.REDO: lambda: self._context.controls.redo(),
            Action.FIND: lambda: self.page.to_search(),
            Action.DISMISS: self._dismiss,
            Action.KEYS: lambda: self.show_page(PageName.KEYS),
        }
        keys.install(self, actions, lambda number: self.show_page(IN_SIDEBAR[number]))

    def _dismiss(self) -> None:
        if not self.page.leave_form():
            self._strip.dismiss()
            self.page.arrive()
