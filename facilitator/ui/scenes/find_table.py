"""Find your table: everybody by last name."""

from __future__ import annotations

from facilitator.common.clock import Duration
from facilitator.ui.scenes import name_list
from facilitator.ui.scenes.furniture import note, title, top_line
from facilitator.ui.scenes.name_list import ROWS, paint_names
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.seating import seats
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView


class FindTableScene:
    """The list for the room; its pages turn by the clock."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The names of the page whose turn it is."""
        top_line(sheet, view)
        words = view.tr("Find your table")
        found = seats(view.state, view.tr)
        if found and view.state.teams.teams:
            paint_names(sheet, view, words, found)
            return
        title(sheet, words)
        note(sheet, view.tr("The teams are about to be formed."), ROWS)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the page turns or the clock at the top shows the next minute."""
        return name_list.stays(view, seats(view.state, view.tr))
