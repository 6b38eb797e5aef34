"""A saved talk, a turn at a time: the line to scrub along, and what is said at a turn."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import standing
from allycoach.shown_names import band_name, helper_name, meter_name
from allycoach.signs import one_line, visible
from allycoach.spoken import flag_said

from .debrief import BLOCKS
from .home import EMPHASIS
from .marks import in_a_row, marked, signs
from .note import KEY
from .talk import WAIT
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.replay import Replay
    from allycoach.content.schema.model import ConversationModel
    from allycoach.conversation.sitting import Turn
    from allycoach.conversation.tracker import Place

HERE = "▲"
WIDEST = 5
"""Cells that one turn of a short talk takes on the line at most."""
LEGEND = _("! a flag   ✦ a pin   › a slip that was come back from")


def title(replay: "Replay", at: int) -> Content:
    started = replay.sitting.started
    where = (
        _("turn {at} of {last}").format(at=at, last=replay.last)
        if at
        else many("the opening; 1 turn", "the opening; {n} turns", replay.last).format(n=replay.last)
    )
    return Content.assemble(
        (one_line(started.title), EMPHASIS),
        (f"   {where}\n", QUIET),
        (_("practice record, not assessment"), QUIET),
    )


def timeline(replay: "Replay", at: int, width: int) -> Content:
    """Three lines of at most `width` cells: how open the person was, unless they are real, what there is at each turn, and where
    we are. A long talk shares cells between turns; the strongest sign of a cell is shown."""
    turns = replay.last + 1
    cells = min(turns, max(width, 1))
    openness = [spoke.meters.get("openness", 0) for spoke in replay.sitting.spoken]
    opened, found = [], []
    for cell in range(cells):
        first, after = cell * turns // cells, max((cell + 1) * turns // cells, cell * turns // cells + 1)
        values = openness[first:after] or [0]
        opened.append(BLOCKS[min(max(max(values), 0), 99) * len(BLOCKS) // 100])
        found.append(_sign(replay, first, after))
    each = min(max(width // turns, 1), WIDEST)
    opening = "" if replay.sitting.imported else "".join(block * each for block in opened)
    lines = [
        Content.styled(opening, "$person"),
        Content.styled("".join(sign.ljust(each) for sign in found), LOOK),
    ]
    return Content("\n").join([*lines, Content.styled(" " * (at * cells // turns * each) + HERE, KEY)])


def _sign(replay: "Replay", first: int, after: int) -> str:
    landmarks = replay.landmarks

    def has(kind: str) -> bool:
        nearest = replay.next(kind, first - 1)  # type: ignore[arg-type]
        return nearest is not None and nearest < after

    if landmarks["pin"] and has("pin"):
        return "✦"
    if has("slip"):
        slip = next(each for each in replay.slips if first <= each.turn < after)
        return "›" if slip.recovered_at is not None else "!"
    return "!" if has("flag") else "·"


def moment(replay: "Replay", at: int, *, marks: bool, lens: "tuple[ConversationModel, Place] | None" = None) -> Content:
    """What the person had said, the reply, what was seen in it, and their answer."""
    person = one_line(replay.sitting.started.person)
    before = replay.sitting.opening if at <= 1 else replay.turn(at - 1).answer
    parts = [_said(person, before.text, "$person" if at == 0 else QUIET)] if before is not None else []
    if at:
        turn = replay.turn(at)
        parts.append(_reply(turn, replay, marks=marks))
        if lens is not None:
            model, place = lens
            parts.append(
                Content.assemble(
                    (f"{one_line(model.title)}: {one_line(model.stage(place.stage).short)}. ", "bold"),
                    one_line(place.reason),
                )
            )
        if turn.answer is not None:
            parts.append(_said(person, turn.answer.text, "$person"))
            parts.append(Content.styled(_mood(turn), QUIET))
    else:
        parts += [Content.styled(one_line(words), QUIET) for words in brought_in(replay.sitting)]
    parts += [Content.assemble(("✎ ", KEY), visible(note)) for note in replay.notes(at)]
    parts += [_pin(pin.draft) for pin in replay.sitting.pins if pin.turn == at]
    return Content("\n\n").join(parts)


def _said(who: str, text: str, style: str) -> Content:
    return Content.assemble((f"{who}\n", style), (visible(text), "" if style != QUIET else QUIET))


def _reply(turn: "Turn", replay: "Replay", *, marks: bool) -> Content:
    text, reading = turn.reply.text, turn.reply.reading
    heading = Content.styled(
        _("{helper}, turn {turn}\n").format(helper=helper_name(replay.sitting.helper), turn=turn.reply.turn), "$you"
    )
    if text.strip() == WAIT:
        return heading + Content.styled(_("… (you wait)"), QUIET)
    if not marks:
        return heading + Content(visible(text))
    stands, aside = replay.sitting.flags_of(turn.reply)
    lines = [marked(text, stands), in_a_row(signs(reading.moves, stands, reading, aside=aside), quotes=False)]
    lines += [Content.styled(visible(flag_said(flag, reading)), QUIET) for flag in standing(turn, replay.sitting).flags]
    slip = next((each for each in replay.slips if each.turn == turn.reply.turn), None)
    if slip is not None and slip.recovered_at is not None:
        lines.append(Content.styled(_("↩ came back at turn {turn}").format(turn=slip.recovered_at), "$good"))
    return heading + Content("\n").join(line for line in lines if line)


def _mood(turn: "Turn") -> str:
    """How the person was after it, in words as well as numbers."""
    answer = turn.answer
    meters = answer.meters if answer is not None else {}
    named = ", ".join(
        f"{meter_name(name)} {meters[name]}" for name in ("trust", "openness", "energy") if name in meters
    )
    return (
        _("after this: {band}, {named} of 100").format(band=band_name(answer.band), named=named)
        if answer is not None and named
        else ""
    )


def _pin(draft: str) -> Content:
    words = _(" while writing “{draft}”").format(draft=one_line(draft)) if draft.strip() else ""
    return Content.assemble((_("✦ pinned"), "$you"), words)
