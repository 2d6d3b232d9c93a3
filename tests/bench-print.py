#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long plumbline-cli takes for each document, from its start to its end: the median of some runs.
usage: bench-print.py PLUMBLINE_CLI"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

SAMPLE = pathlib.Path(__file__).parent.parent / 'resources' / 'sample' / 'consultation.json'
RUNS = 15


def measure(program, document, out):
    command = [program, 'print', '--document', document, '-o', str(out), str(SAMPLE)]
    times = []
    for _ in range(RUNS + 1):
        begin = time.monotonic()
        subprocess.run(command, check=True)
        times.append(1000 * (time.monotonic() - begin))
    # The first run brings files into memory.
    return statistics.median(times[1:])


def main():
    with tempfile.TemporaryDirectory() as folder:
        for document, name in (('summary', 'summary.pdf'), ('handout', 'handout.pdf'), ('note', 'note.txt'),
                               ('poster', 'poster.pdf'), ('chart', 'chart.svg')):
            print(f'{document}: {measure(sys.argv[1], document, pathlib.Path(folder) / name):.0f} ms')


main()
