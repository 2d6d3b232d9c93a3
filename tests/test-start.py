#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the whole program again and again, as far as its first frame.
usage: test-start.py PLUMBLINE"""
import subprocess
import sys

from tap import Report

STARTS = 20


def start(program, *arguments):
    """What went wrong, in lines."""
    run = subprocess.run([program, '--exit-after-startup', *arguments], capture_output=True, text=True, timeout=60)
    if run.returncode == 0 and 'first frame' in run.stdout:
        return []
    return [f'ended with {run.returncode}', *run.stdout.splitlines(), *run.stderr.splitlines()]


def main(program):
    report = Report()
    for number in range(STARTS):
        report.check(f'start {number + 1} reaches its first frame', start(program))
    report.check('a pathway that is not there is refused',
                 [] if start(program, '--pathway', '/nowhere/pathway.xml') else ['it started'])
    report.finish()


if __name__ == '__main__':
    main(sys.argv[1])
