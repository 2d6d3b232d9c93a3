#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long starting takes, beside an empty window of libadwaita.

usage: bench-start.py PLUMBLINE EMPTY-WINDOW

The two are run in turn, so that a busy moment of the machine falls on both, and
the ratio is that of each pair. Both say when their first frame is painted, and
end. The processor's time is of the whole run, and is disturbed less.
"""

import os
import statistics
import subprocess
import sys
import time

RUNS = 25


def measure(command):
    """In milliseconds: from the start to the first frame, and of the processor."""
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        line = process.stdout.readline()
        taken = time.monotonic() - begun
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if line != 'first frame\n' or process.returncode != 0:
        sys.exit(f'{command[0]} did not start')

    return taken * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def report(title, plumbline, empty):
    """The ratio of the medians would compare one moment of the machine with another."""
    ratio = statistics.median(a / b for a, b in zip(plumbline, empty))
    print(f'{title:12} empty window {statistics.median(empty):6.1f} ms, '
          f'Plumbline {statistics.median(plumbline):6.1f} ms, ratio {ratio:.2f}')


def main():
    plumbline, empty_window = sys.argv[1:]
    commands = ([plumbline, '--exit-after-startup'], [empty_window])

    # The first run of each reads its files from the disk, and is not counted.
    runs = [[measure(command) for command in commands] for _ in range(RUNS + 1)][1:]
    times, processor = ([[run[which][kind] for run in runs] for which in range(2)]
                        for kind in range(2))
    print(f'medians of {RUNS} starts of each')
    report('first frame', *times)
    report('processor', *processor)


main()
