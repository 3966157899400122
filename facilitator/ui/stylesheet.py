"""The style sheet of the windows, written once with the names of colours and filled in with a theme's."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QWidget#ground, QStackedWidget#ground { background: $ground; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QWidget#sidebar { background: $sidebar; border: none; border-right: 1px solid $line; }
QLabel#brand { font-size: 17px; font-weight: 700; padding: 0 16px; }
QToolButton[role="page"] {
    border: 2px solid transparent; border-radius: 8px; padding: 7px 10px; text-align: left;
    color: $muted; background: transparent; font-weight: 500;
}
QToolButton[role="page"][narrow="true"] { font-size: 11px; padding: 6px 0; }
QToolButton[role="page"]:hover { background: $track; color: $text; }
QToolButton[role="page"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[role="page"]:focus { border-color: $accent; }

QLabel[role="title"] { font-size: 22px; font-weight: 700; }
QLabel[role="heading"] { font-size: 16px; font-weight: 600; }
QLabel[role="item"] { font-size: 25px; font-weight: 700; }
QLabel[role="caption"] { font-size: 12px; font-weight: 600; color: $muted; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="figure"] { font-size: 24px; font-weight: 700; }
QLabel[role="error"] { color: $danger; }
QLabel[role="pill"] { border-radius: 12px; padding: 3px 12px; font-weight: 600; min-height: 18px; }
QLabel[role="pill"][large="true"] { font-size: 18px; border-radius: 15px; padding: 4px 16px; min-height: 22px; }
QLabel[tone="plain"] { background: $track; color: $text; }
QLabel[tone="accent"] { background: $accent_soft; color: $accent; }
QLabel[tone="warning"] { background: $warning_soft; color: $warning; }
QLabel[tone="danger"] { background: $danger_soft; color: $danger; }
QLabel[tone="good"] { background: $good_soft; color: $good; }
QLabel[role="key"] {
    background: $raised; border: 1px solid $line; border-bottom: 2px solid $line; border-radius: 5px;
    padding: 2px 8px; font-weight: 600;
}

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[role="panel"] { background: $raised; border: 1px solid $line; border-radius: 10px; }
QFrame[role="notice"][tone="danger"] { background: $danger_soft; border: 1px solid $danger; border-radius: 10px; }
QFrame[role="notice"][tone="warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: 10px; }
QFrame[role="notice"][tone="plain"] { background: $accent_soft; border: 1px solid $accent; border-radius: 10px; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $control_line; border-radius: 8px;
    padding: 6px 13px; min-height: 22px; font-weight: 600;
}
QPushButton:hover { background: $raised; border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 12px; }
QPushButton:disabled { color: $control_line; background: $raised; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[role="primary"]:hover { background: $text; color: $surface; border-color: $text; }
QPushButton[role="primary"]:pressed { background: $muted; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 5px 12px; }
QPushButton[role="primary"]:disabled { background: $track; color: $muted; border-color: $track; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; padding: 6px 9px; }
QPushButton[role="quiet"]:hover { background: $track; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 5px 8px; }
QPushButton[role="small"] { background: transparent; border: 2px solid transparent; padding: 3px; min-height: 18px; }
QPushButton[role="small"]:hover { background: $track; }
QPushButton[role="small"]:focus { border-color: $accent; padding: 3px; }
QPushButton[role="scene"] { padding: 5px 2px; font-size: 13px; font-weight: 500; }
QPushButton[role="scene"]:checked { font-weight: 700; }
QPushButton[role="scene"]:focus { padding: 4px 1px; }
QPushButton[role="side"] { padding: 5px 10px; font-size: 13px; }
QPushButton[role="side"]:focus { padding: 4px 9px; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QTimeEdit, QDateEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $control_line; border-radius: 7px;
    padding: 5px 9px; min-height: 22px; selection-background-color: $accent; selection-color: $on_accent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QPlainTextEdit { padding: 3px 5px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QTimeEdit:focus, QDateEdit:focus,
QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 8px; }
QPlainTextEdit:focus { padding: 2px 4px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: $muted; background: $raised; border-color: $line; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QAbstractItemView QLineEdit, QAbstractItemView QComboBox { border-radius: 0; padding: 2px 8px; min-height: 0; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $line; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $control_line; border-radius: 4px; background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; background: $raised; }

QTableView, QListView {
    background: $surface; alternate-background-color: $surface; color: $text; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView[edge="focus"]:focus, QListView[edge="focus"]:focus { border: 2px solid $accent; border-radius: 8px; }
QTableView[edge="focus"], QListView[edge="focus"] { border: 2px solid transparent; border-radius: 8px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 7px 12px; font-size: 12px; font-weight: 600;
}
QTableCornerButton::section { background: $surface; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $track; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $control_line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: $sidebar; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 3px 8px; font-size: 12px; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 7px 22px 7px 14px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QSplitter::handle { background: transparent; }
""")


def stylesheet(colours: Mapping[str, str]) -> str:
    """The style sheet in these colours.

    Raises:
        KeyError: a colour that the sheet names is missing.
    """
    return _SHEET.substitute(colours)
