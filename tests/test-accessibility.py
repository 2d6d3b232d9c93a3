#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the window as a screen reader does, and finishes a consultation through the chart alone.
usage: test-accessibility.py PLUMBLINE"""
import json
import pathlib
import re
import sys
import time
import warnings
import xml.etree.ElementTree as ElementTree

warnings.simplefilter('ignore', DeprecationWarning)

from screen_reader import SPOKEN, UNNAMED, Atspi, ScreenReader, name_of, role_of  # noqa: E402
from tap import Report  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
STORY = json.loads((HERE / 'data' / 'vignettes' / 'persistent-after-8-weeks.json').read_text(encoding='utf-8'))
PATHWAY = ElementTree.parse(HERE.parent / 'resources' / 'pathway' / 'low-back-pain.xml').getroot()
TITLES = {r.get('id'): ' '.join(r.find('title').text.split()) for r in PATHWAY.iter('recommendation')}

REASON = ' '.join(PATHWAY.find('departures/reason/text').text.split())

# A widget of the program's own that nobody has named, whatever its role.
OWN_TYPE = re.compile(r'^Plumb[A-Z][A-Za-z]+$')
FOLD = re.compile(r'.*: \d+ more$')

# The story, box by box: what is opened on the chart, and what is pressed there, or typed with a
# '>' before it, or with a '#' the number key of a line. What no box asks for stays open.
STEPS = [
    (1, 'Adult, pain from the spine', ['Visit', '>48', '>Tab', '>9', '>Tab', 'Red flags',
                                       'Pain from a kidney, vessel or the skin? No']),
    (1, 'Signs of cauda equina', ['none']),
    (1, 'Severe or growing deficit', ['none']),
    (1, 'Cancer, weight loss', ['none']),
    (2, 'Severe leg pain or a nerve deficit', ['None of these']),
    (4, 'Distress, fear', ['Movement avoided for fear of harm? Yes']),
    (4, 'STarT Back risk group', ['Which STarT Back risk group was scored elsewhere? High']),
    (4, 'High risk: what is still due', ['Biopsychosocial assessment done No']),
    (5, 'Physiotherapy begun?', ['Physical therapy started Yes']),
    (5, 'How many weeks of it', ['#2', '>8', '>Return']),
    (5, 'Response so far', ['Response to physical therapy Partial']),
    (5, 'What stands in the way', ['What may hold recovery', 'Intensity or duration too low Yes']),
    (6, 'What speaks for a picture', ['Pain score now', '>8', '>Return', 'Investigation and suspected', 'MRI done No']),
    (7, 'NSAID: may it be given', ['NSAID contraindicated No', 'Treatment so far', 'NSAID so far Low dose',
                                'Course of this episode', 'Course of this episode Partly better']),
    (10, 'Is work affected', ['yes']),
]


def list_unnamed(reader, top=None):
    """What a reader would stop at and could not name."""
    return sorted({f'{role_of(node)} “{name_of(node)}” in “{name_of(node.get_parent())}”'
                   for node in reader.walk(top)
                   if OWN_TYPE.match(name_of(node)) or role_of(node) in SPOKEN and UNNAMED.match(name_of(node))})


def list_dead_ends(reader):
    """Boxes that do not say where the route goes on: every decision of the stage in view must."""
    return [name_of(box) for box in reader.list_boxes()
            if ', decision: ' in name_of(box)
            and Atspi.RelationType.FLOWS_TO not in [r.get_relation_type() for r in box.get_relation_set()]]


def take_step(reader, stage, words, items):
    popover = reader.open_box(stage, words)
    time.sleep(0.4)
    unnamed = list_unnamed(reader, popover)
    for item in items:
        if item.startswith('#'):
            reader.type(item[1:])
        elif item.startswith('>'):
            reader.wait(lambda: reader.has_cursor(popover), f'the cursor in “{words}”', 5)
            reader.type(item[1:])
        else:
            reader.press(reader.wait(lambda: reader.find(item, 'push button', popover), f'“{item}” in “{words}”', 5))
        time.sleep(0.4)
    return unnamed


def unfold_advice(reader):
    """Opens what the advice panel has folded, by strength."""
    for node in [n for n in reader.walk() if FOLD.match(name_of(n)) and role_of(n) == 'push button']:
        reader.press(node)
        time.sleep(0.5)


def decline_advice(reader, title, number):
    """Opens what departs from an advice, and records a reason by its number; what has no name there."""
    button = reader.wait(lambda: reader.find(f'Decline or change: {title}'), f'a way to depart from “{title}”')
    reader.press(button.get_child_at_index(0))
    reader.wait(lambda: reader.find('Decline or change this advice'), f'the reasons to decline “{title}”')
    time.sleep(0.4)
    unnamed = list_unnamed(reader, reader.find('Decline or change this advice'))
    reader.type(str(number), 'Return')
    time.sleep(0.4)
    return unnamed


def list_advice(reader):
    """The titles of all advice in force, as the panel names them."""
    return {name_of(node) for node in reader.walk()}


def missing_advice(names, ids):
    return [f'{id}: {TITLES[id]}' for id in ids if not any(TITLES[id] in name for name in names)]


def main(program):
    report = Report()
    reader = ScreenReader(program)
    try:
        report.check('everything that can be used has a name', list_unnamed(reader))
        report.check('every decision says where the route goes on', list_dead_ends(reader))
        names = list_advice(reader)
        report.check('an empty consultation advises nothing', [
            title for title in TITLES.values() if title in names])
        unnamed = []
        for stage, words, items in STEPS:
            unnamed += take_step(reader, stage, words, items)
        report.check('everything that opened on the way has a name', sorted(set(unnamed)))
        status = [name_of(n) for n in reader.walk() if role_of(n) in ('statusbar', 'status bar')]
        report.check('the status line says where the consultation stands',
                     [] if any('in force' in line for line in status) else status or ['no status line'])
        unfold_advice(reader)
        names = list_advice(reader)
        report.check('the story ends in its advice', missing_advice(names, STORY['must']))
        report.check('and in none that it must not have', [
            TITLES[id] for id in STORY['must_not'] if TITLES[id] in names])
        report.check('everything about advice has a name', list_unnamed(reader))
        title = TITLES[STORY['must'][0]]
        report.check('everything about declining it has a name', decline_advice(reader, title, 1))
        declined = f'{title}. Declined: {REASON}'
        report.check('what is declined says so and why',
                     [] if any(name.endswith(declined) for name in list_advice(reader)) else [declined])
    finally:
        reader.close()
    report.finish()


if __name__ == '__main__':
    main(sys.argv[1])
