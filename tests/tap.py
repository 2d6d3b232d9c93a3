# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports checks in the Test Anything Protocol, for the tests that are scripts."""
import sys


class Report:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        """One check: it passes when `problems`, a list of lines, is empty."""
        self.count += 1
        self.failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems:
            print(f'# {problem}')

    def finish(self):
        """Ends the report, and the program."""
        print(f'1..{self.count}')
        sys.exit(1 if self.failed or not self.count else 0)
