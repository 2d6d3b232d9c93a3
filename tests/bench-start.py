#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long starting takes, beside an empty window of libadwaita.

usage: bench-start.py PLUMBLINE EMPTY-WINDOW

The two are run in turn, so that a busy moment of the machine falls on both.
Both say when their first frame is painted, and end.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15


def time_start(command):
    """In milliseconds, from the start of a process to its first frame."""
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        line = process.stdout.readline()
        taken = time.monotonic() - begun
    if line != 'first frame\n' or process.returncode != 0:
        sys.exit(f'{command[0]} did not start')

    return taken * 1000


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
