#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""plumbline-cli check as whoever edits a pathway meets it.
usage: test-cli-check.py PLUMBLINE_CLI"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Report

TESTS = pathlib.Path(os.environ.get('G_TEST_SRCDIR', pathlib.Path(__file__).parent))
PATHWAY = TESTS.parent / 'resources' / 'pathway' / 'low-back-pain.xml'
# Every number that was ever given away, and what it means: a number keeps its meaning for ever,
# so lines are added here and never changed into another.
LIST = TESTS / 'data' / 'diagnostics.txt'
DONE, PROBLEM, USAGE = 0, 1, 2


def line_of(text, part):
    return text[:text.index(part)].count('\n') + 1


def main(program):
    report = Report()
    source = PATHWAY.read_text(encoding='utf-8')

    def run(*arguments):
        return subprocess.run([program, 'check', *map(str, arguments)], capture_output=True,
                              encoding='utf-8', timeout=60, check=False)

    def expect(name, got, status, error='', output=''):
        faults = []
        if got.returncode != status:
            faults.append(f'it ended with {got.returncode}, not {status}')
        if not re.search(error, got.stderr) or (not error and got.stderr):
            faults.append(f'it complains {got.stderr[:300]!r}, not {error!r}')
        if not re.search(output, got.stdout):
            faults.append(f'it prints {got.stdout[:300]!r}, not {output!r}')
        report.check(name, faults)

    def broken(name, old, new, error, output=''):
        """One edit; the place is that of the first line that is another one."""
        assert source.count(old) == 1, old
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'edited.xml'
            path.write_text(source.replace(old, new), encoding='utf-8')
            got = run('--pathway', path)
            expect(name, got, PROBLEM, error, output)
            return got

    expect('the built-in pathway', run(), DONE, '', r'(?s)Accepted.*because.*Proved for every '
           r'patient: \d+ findings.*10\^\d\d.*guards.*recommendations.*invariants.*nodes')
    expect('a file', run('--pathway', PATHWAY), DONE, '', 'Proved')
    expect('a file by itself', run(PATHWAY), DONE, '', 'Proved')

    threshold = "when=\"weeks_since_onset &lt; 6\""
    line = line_of(source, threshold)
    broken('a threshold', threshold, "when=\"weeks_since_onset &lt; 5\"",
           rf'edited\.xml:{line - 3}:\d+: PB206: .*first_steps_six.* Patient: Weeks since onset: 5; .*'
           'Red flags: none', 'PB206  A gap')
    broken('a red flag that is forgotten', ' or rf_fever or rf_malignancy_suspected',
           ' or rf_malignancy_suspected', r'PB401: .*not asked, nothing but triage.*Patient: .*Fever')
    broken('a contraindication that is overlooked', '<term id="nsaid_barred">nsaid_contraindicated or '
           'pregnant is true or ', '<term id="nsaid_barred">nsaid_contraindicated or ',
           r'PB401: .*NSAID.*Patient: .*Pregnancy: yes')
    broken('a page for nobody', '<page when="red_flag"', '<page when="refer_emergency"',
           'PB214: Nobody gets the page')
    sentence = '<sentence when="clear and neurological_deficit is not true'
    broken('a reassuring sentence', sentence, sentence.replace(' when', ' founded="yes" when'),
           rf'edited\.xml:{line_of(source, sentence)}:\d+: PB407: .*then ')
    broken('a word that is misspelled', 'when="weeks_since_onset &lt; 6"', 'when="weks &lt; 6"',
           rf'edited\.xml:{line}:\d+: PB005: .*weks')
    broken('a code with a wrong digit', 'loinc="91340-0"', 'loinc="91340-1"', r'PB506: .*91340-1')
    broken('a file that is cut off', source[len(source) // 2:], '', r'edited\.xml:\d+:\d+: PB001: ')
    expect('no such file', run('nowhere.xml'), PROBLEM, r'nowhere\.xml: PB008: ')
    expect('two files', run(PATHWAY, PATHWAY), USAGE, 'more than one')
    expect('an unknown option', run('--nothing'), USAGE, 'nothing')

    listed = run('--list').stdout
    wanted = LIST.read_text(encoding='utf-8')
    report.check('the list of all that can be wrong',
                 [] if listed == wanted else [f'see {LIST.name}'])
    report.finish()


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
