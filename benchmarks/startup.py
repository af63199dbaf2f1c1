"""How long a user waits at the start, in seconds by the clock, best and median of several.

    python benchmarks/startup.py [GRAPH] [--rounds 5]

With the folder of a graph (`demo/graph`) a question is asked, too. It asserts nothing.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time


def seconds(*arguments: str) -> float:
    """One run of a fresh interpreter."""
    begun = time.monotonic()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return time.monotonic() - begun


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("graph", nargs="?")
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    commands = {
        "python alone": ("-c", "pass"),
        "import kg": ("-c", "import kg"),
        "kg --help": ("-m", "kg", "--help"),
    }
    if chosen.graph:
        commands["kg query who-about-whom"] = ("-m", "kg", "query", "who-about-whom", "--graph", chosen.graph)
    for name, command in commands.items():
        times = [seconds(*command) for _ in range(chosen.rounds)]
        print(f"{name}: best {min(times):.2f} s, median {statistics.median(times):.2f} s")


if __name__ == "__main__":
    main()
