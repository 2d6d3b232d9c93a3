#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long starting takes, beside an empty window of libadwaita.

usage: bench-start.py PLUMBLINE EMPTY-WINDOW

The two are run in turn, so that a busy moment of the machine falls on both.
Both end after their first frame; the time is that of the whole process.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15


def time_start(command):
    """In milliseconds, from the start of a process to its end."""
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return (time.monotonic() - begun) * 1000


def main():
    plumbline, empty_window = sys.argv[1:]
    commands = {
        'empty window': [empty_window],
        'Plumbline': [plumbline, '--exit-after-startup'],
    }
    times = {name: [] for name in commands}

    # The first run of each reads its files from the disk, and is not counted.
    for run in range(RUNS + 1):
        for name, command in commands.items():
            taken = time_start(command)
            if run > 0:
                times[name].append(taken)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f'{name:12} median of {RUNS} starts {median:6.1f} ms, '
              f'fastest {min(times[name]):6.1f} ms')
    print(f'ratio        {medians["Plumbline"] / medians["empty window"]:.2f}')


main()
