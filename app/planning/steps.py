"""What to do next, for a reader who reads one page."""

from collections.abc import Iterator, Sequence

from app.model.forms import VersionCheck
from app.model.plan import Ask, Layer, Round, Topic
from app.planning.scene import Scene, listed


def make_steps(
    scene: Scene,
    layers: Sequence[Layer],
    rounds: Sequence[Round],
    topics: Sequence[Topic],
    version: VersionCheck | None,
) -> tuple[str, ...]:
    """Return what to do next, in order."""
    wrong = (version.mismatch,) if version is not None and version.mismatch else ()
    return (*wrong, *_steps(scene, layers, rounds, topics))


def _steps(scene: Scene, layers: Sequence[Layer], rounds: Sequence[Round], topics: Sequence[Topic]) -> Iterator[str]:
    by_stage = {each.stage: each.asks for each in rounds}
    if red_lines := by_stage.get("red lines"):
        lines = "is a red line" if len(red_lines) == 1 else "are red lines"
        yield f"Decide whether to talk at all: {_numbers(red_lines)} {lines}."
    musts = (*by_stage.get("must-haves", ()), *by_stage.get("hard must-haves", ()))
    if musts:
        yield f"Have the sponsor agree that we do not sign without {_numbers(musts)}."
    if rounds:
        yield "Send the redlined document alone; memo and plan hold our fallbacks and stay in the house."
    missing = [layer.name for layer in layers if layer.state == "not reviewed"]
    if missing:
        yield f"Review the other layers too: {listed(missing)}."
    if scene.review.uncovered:
        number = len(scene.review.uncovered)
        yield f"Have counsel read {number} paragraph{'s'[: number > 1]} that no clause type of the library explains."
    unsettled = sum(1 for topic in topics if any(claim.state == "open" for claim in topic.claims))
    if unsettled:
        yield f"Have counsel answer {unsettled} open question{'s'[: unsettled > 1]}."
    if not rounds:
        yield "Sign, and hand the obligations below to those who have to keep them."


def _numbers(asks: Sequence[Ask]) -> str:
    """Return "point 3", "points 3 and 4", "points 3 to 6": numbers run on within a stage and to the next."""
    first, last = asks[0].number, asks[-1].number
    if first == last:
        return f"point {first}"
    return f"points {first} {'and' if len(asks) == 2 else 'to'} {last}"
