"""A lab at a terminal: what a person sees below and above the prompt."""

from collections.abc import Callable
from pathlib import Path

from terminal import COMMAND, PROMPT, Terminal


def test_the_toolbar_stands_below_the_prompt_and_follows_the_steps(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = start(*COMMAND, "lab", "start", "01-first-steps", "--seed", "7", "--results", str(tmp_path))
    terminal.wait_for_line(PROMPT)
    terminal.wait_for(" First steps on the CLI | step 1 of 6 | 0/10 points | 2027-03-01 09:00:00 UTC")
    terminal.type("get system status")
    terminal.press("\r")
    terminal.wait_for(" First steps on the CLI | step 2 of 6 | 1/10 points | 2027-03-01 09:00:00 UTC")

    assert "[lab] done: You have asked the unit for its status. (1/10)" in terminal.lines


def test_the_step_is_done_as_soon_as_what_is_due_has_happened(start: Callable[..., Terminal], tmp_path: Path) -> None:
    """Nothing runs in the background of a lab, where it would come after the checks were asked."""
    terminal = start(*COMMAND, "lab", "start", "05-pending", "--seed", "7", "--results", str(tmp_path))
    terminal.wait_for_line(PROMPT)
    for line in (":ca list", ":ca reject 1", "diagnose debug application scep -1", "diagnose debug enable"):
        terminal.run(line)
    terminal.type(":clock next")
    terminal.press("\r")
    terminal.wait_for("[lab] Step 2 of 5 is done.")

    assert "[lab] done: The unit has learned it, and you saw it in the trace. (3/10)" in terminal.lines
