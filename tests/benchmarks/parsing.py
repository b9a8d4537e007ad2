"""Reading whole configurations, reported against a floor and against other readers, in one run.

Run it: `python tests/benchmarks/parsing.py`, and `--quick` without the files of a million lines. Times are
seconds of the processor, the best of some rounds in which all take turns; a ratio is the median of those of the rounds,
and ratios are what counts. Nothing is asserted. Aims: parsing alone at least
0.75 of the floor's speed, better 1.2; loading (parse, validate every value, references, commit) 100,000 lines in less
than the time in which hier_config parses them, better in half of it; as much for each line of a million as for each of
a hundred thousand, within 1.2; a peak of at most 250 MiB at a million lines.

The other readers come with `pip install -e '.[benchmark]'`; one that is not there is told and left out.
"""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from floor import BareSink, TreeSink, bare, in_bulk, tokenized
from generator import FLAT, PLAIN, REALISTIC, generate

SMALL, LARGE = 100_000, 1_000_000
ROUNDS = {SMALL: 7, LARGE: 3}
MOST_MEBIBYTES = 250

# Any: whatever a reader makes of a text.
Readers = Mapping[str, Callable[[str], object]]

FLOOR, TREE, BARE, TEXTS = "the floor", "the bulk reader, same tree", "less: texts", "the bulk reader, same texts"
OURS: Readers = {
    FLOOR: tokenized,
    TREE: lambda text: in_bulk(text, TreeSink()),
    BARE: bare,
    TEXTS: lambda text: in_bulk(text, BareSink()),
}


def netutils(text: str) -> object:
    return import_module("netutils.config.parser").FortinetConfigParser(text).build_config_relationship()


def hier_config(text: str) -> object:
    module = import_module("hier_config")
    return module.get_hconfig(module.Platform.FORTINET_FORTIOS, text)


def pyfgtconflib(text: str) -> object:
    return import_module("pyfgtconflib").Parser().parse_text(text.splitlines())


OTHERS: Readers = {"netutils": netutils, "pyfgtconflib": pyfgtconflib, "hier_config": hier_config}


def rounds(readers: Readers, text: str, number: int) -> dict[str, list[float]]:
    """The seconds that each takes for the text in each round; they take turns, so that a loud moment meets all."""
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(number):
        for name, reader in readers.items():
            gc.collect()
            begin = time.process_time()
            made = reader(text)
            seconds[name].append(time.process_time() - begin)
            del made
    return seconds


def ratio(some: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(some, others, strict=True))


def told(name: str, seconds: float, lines: int, rest: str = "") -> None:
    cost, speed = seconds / lines * 1e6, lines / seconds / 1e6
    print(f"  {name:<28}{seconds:>8.3f} s {cost:>7.2f} us a line  {speed:>6.2f} M lines/s{rest}")


def parsing(lines: int) -> None:
    """Parsing alone: the same tree by the floor and by the bulk reader."""
    text = generate(lines)
    if OURS[FLOOR](text) != OURS[TREE](text):
        print("  the trees differ")
    seconds = rounds(OURS, text, ROUNDS[lines])
    for name, taken in seconds.items():
        told(name, min(taken), lines)
    print(f"  speed against the floor: {ratio(seconds[FLOOR], seconds[TREE]):.2f}  (aim: 0.75 or more, better 1.2)")
    print(f"  the same, only texts:    {ratio(seconds[BARE], seconds[TEXTS]):.2f}")
    # So does a load (cli/collector.py).
    gc.disable()
    seconds = rounds({FLOOR: OURS[FLOOR], TREE: OURS[TREE]}, text, ROUNDS[lines])
    gc.enable()
    print(f"  without the garbage collector, for both: {ratio(seconds[FLOOR], seconds[TREE]):.2f}")


def families(reader: Callable[[str], object]) -> Iterator[tuple[str, str]]:
    """The families of files, the richest first, with what keeps the reader from reading one, or with nothing."""
    for family in (REALISTIC, PLAIN, FLAT):
        try:
            reader(generate(3000, family=family))
        except Exception as error:  # noqa: BLE001 - whatever another reader raises is what is reported
            yield family, f"{type(error).__name__}: {' '.join(str(error).split())[:90]}"
        else:
            yield family, ""
            return


def beside(lines: int) -> float | None:
    """The other readers, each on the richest file that it reads, beside the bulk reader on that; hier_config's time."""
    taken = None
    for name, reader in OTHERS.items():
        for family, trouble in families(reader):
            if trouble:
                print(f"  {name}: does not read the {family} file ({trouble})")
                continue
            text = generate(lines, family=family)
            seconds = rounds({name: reader, TREE: OURS[TREE]}, text, 3)
            faster = ratio(seconds[name], seconds[TREE])
            told(f"{name} ({family})", min(seconds[name]), lines, f"   ours is {faster:.1f} times as fast")
            taken = min(seconds[name]) if name == "hier_config" else taken
    return taken


def loading(lines: int, family: str = REALISTIC) -> tuple[float, float]:
    """The seconds for loading a file, and the peak of the process in MiB."""
    command = [sys.executable, str(Path(__file__).with_name("loading.py")), str(lines), family]
    outputs = [subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout for _ in range(3)]
    figures = [tuple(map(float, output.split())) for output in outputs]
    return min(seconds for seconds, _ in figures), max(peak for _, peak in figures)


def main(*, is_quick: bool) -> None:
    sizes = (SMALL,) if is_quick else (SMALL, LARGE)
    for lines in sizes:
        print(f"parsing alone, {lines:,} lines")
        parsing(lines)
    print(f"other readers, parsing alone, {SMALL:,} lines")
    other = beside(SMALL)
    print("loading: parse, validate every value, references, commit")
    figures = {lines: loading(lines) for lines in sizes}
    for lines, (seconds, peak) in figures.items():
        told(REALISTIC, seconds, lines, f"   peak {peak:.0f} MiB")
    flat, _ = loading(SMALL, FLAT)
    told(FLAT, flat, SMALL)
    if other is not None:
        print(f"  against hier_config's parsing alone: {flat / other:.2f} of its time  (aim: below 1, better 0.5)")
    if LARGE in figures:
        dearer = figures[LARGE][0] / figures[SMALL][0] * SMALL / LARGE
        print(f"  cost of a line, {LARGE:,} against {SMALL:,}: {dearer:.2f}  (aim: 1.2 or less)")
        print(f"  peak at {LARGE:,} lines: {figures[LARGE][1]:.0f} MiB  (aim: {MOST_MEBIBYTES} or less)")


if __name__ == "__main__":
    main(is_quick="--quick" in sys.argv[1:])
