"""The dimensions of a Scorecard as a radar chart.

What has no score has no point: its axis is labelled so and the line breaks there; it is never drawn as 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pages.texts import dimension_title, text
from bot.schema import Language, Scorecard
from bot.words import words

if TYPE_CHECKING:
    import plotly.graph_objects as go

FONTS = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
INK, FAINT, LINE, BAND = "#7d8590", "rgba(125,133,144,.28)", "#2f7f79", "rgba(47,127,121,.22)"
"""One set of colours that reads on light and dark paper."""
LONGEST_LINE, LONGEST_LINE_CJK = 12, 5
"""Characters of a label's line that a screen of 390 px has room for."""


def radar(card: Scorecard, language: Language) -> go.Figure:
    """Levels 1 to 5 as a line, bands as wedges."""
    import plotly.graph_objects as go

    labels = [
        _broken(dimension_title(d.dimension, language))
        + (f"<br><i>{words('not_scored', language)}</i>" if d.level is None else f"<br><b>{d.level}</b>")
        for d in card.dimensions
    ]
    count = len(card.dimensions)
    angles = [360 * index / count for index in range(count)]
    banded = [(angle, d.band) for angle, d in zip(angles, card.dimensions, strict=True) if d.band]
    levels = [d.level for d in card.dimensions]
    figure = go.Figure()
    figure.add_trace(
        go.Barpolar(
            theta=[angle for angle, _ in banded],
            # Half a level on each side, so that a band of one level can be seen.
            base=[low - 0.5 for _, (low, _) in banded],
            r=[high - low + 1 for _, (low, high) in banded],
            width=[360 / count * 0.7] * len(banded),
            marker={"color": BAND, "line": {"width": 0}},
            name=text("band", language),
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatterpolar(
            theta=[*angles, angles[0]],
            r=[*levels, levels[0]],
            mode="lines+markers",
            connectgaps=False,
            line={"color": LINE, "width": 2},
            marker={"color": LINE, "size": 9},
            name=words("level", language),
            hovertemplate="%{r}<extra></extra>",
        )
    )
    figure.update_layout(
        polar={
            "bgcolor": "rgba(0,0,0,0)",
            "angularaxis": {
                "tickvals": angles,
                "ticktext": labels,
                "direction": "clockwise",
                "rotation": 90,
                "gridcolor": FAINT,
                "linecolor": FAINT,
            },
            "radialaxis": {
                "range": [0, 5.5],
                "tickvals": [1, 2, 3, 4, 5],
                "gridcolor": FAINT,
                "linecolor": FAINT,
                "angle": 90,
                "tickangle": 90,
            },
        },
        font={"family": FONTS, "size": 13, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 60, "r": 60, "t": 48, "b": 48},
        height=380,
        showlegend=False,
        dragmode=False,
    )
    return figure


def _broken(title: str) -> str:
    """A title that is too long for one line of a narrow screen, in two."""
    if title.isascii():
        return title if len(title) <= LONGEST_LINE else title.replace(" ", "<br>", 1)
    middle = len(title) // 2
    return title if len(title) <= LONGEST_LINE_CJK else f"{title[:middle]}<br>{title[middle:]}"
