# SPDX-License-Identifier: GPL-3.0-or-later
"""Plumbline as a screen reader meets it: the tree that AT-SPI shows, and what can be done there."""
import os
import re
import subprocess
import tempfile
import time

# The library asks a program for its cache as soon as it sees it, and warns where that is not there
# yet; this is the reader's own affair. GLib looks at the variable when it is loaded.
os.environ['G_DEBUG'] = 'fatal-criticals'

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

Atspi.set_timeout(5000, 20000)

LAUNCHER = '/usr/libexec/at-spi-bus-launcher'
# What GTK says of a widget that nobody has named: the name of its type.
UNNAMED = re.compile(r'^(|(Gtk|Adw|Plumb)[A-Z][A-Za-z]+)$')
# Roles at which a reader stops, so that they must have a name.
SPOKEN = {'push button', 'toggle button', 'check box', 'radio button', 'entry', 'text', 'combo box',
          'page tab', 'link', 'menu item', 'spin button', 'slider', 'list item'}


def name_of(node):
    """Its name, or nothing where it is gone since its parent was asked."""
    try:
        return node.get_name() or ''
    except gi.repository.GLib.Error:
        return ''


def role_of(node):
    try:
        return node.get_role_name()
    except gi.repository.GLib.Error:
        return ''


class ScreenReader:
    def __init__(self, program, *arguments):
        # What it starts outlives it by a moment, and must not hold the test's output open.
        self.bus = subprocess.Popen([LAUNCHER, '--launch-immediately'], stdin=subprocess.DEVNULL,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The accessibility bus must be there before the program looks for it.
        self.wait(lambda: Atspi.get_desktop(0) is not None, 'the accessibility bus')
        # What the program keeps when it is stopped must not be there for the next one.
        self.state = tempfile.TemporaryDirectory()
        environment = dict(os.environ, GTK_A11Y='atspi', G_DEBUG='fatal-criticals',
                           XDG_STATE_HOME=self.state.name)
        self.program = subprocess.Popen([program, *arguments], env=environment)
        self.application = self.wait(self.find_application, 'the program on the accessibility bus')
        self.chart = self.wait(lambda: self.find('Flow chart of stage'), 'the chart')

    def close(self):
        self.program.terminate()
        self.program.wait(10)
        self.bus.kill()
        self.state.cleanup()

    @staticmethod
    def wait(condition, what, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f'{what} did not come within {seconds} seconds')

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == 'plumbline' and child.get_child_count():
                return child
        return None

    def walk(self, top=None):
        """Every accessible below one, with the names of those above it."""
        waiting = [top or self.application]
        while waiting:
            node = waiting.pop()
            try:
                children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
                yield node
            except gi.repository.GLib.Error:
                continue  # gone since its parent was asked
            waiting += [child for child in reversed(children) if child]

    def find(self, start, role=None, top=None):
        """The first whose name begins so."""
        for node in self.walk(top):
            if name_of(node).startswith(start) and role in (None, role_of(node)):
                return node
        return None

    def press(self, node):
        for i in range(node.get_n_actions()):
            if Atspi.Action.get_action_name(node, i) in ('click', 'activate', 'box.open'):
                node.do_action(i)
                return
        raise AssertionError(f'{node.get_name()!r} cannot be pressed')

    def show_stage(self, number):
        name = f'Flow chart of stage {number},'
        if not name_of(self.chart).startswith(name):
            self.press(self.wait(lambda: self.find(f'Stage {number},', 'push button'), f'stage {number}'))
            self.wait(lambda: name_of(self.chart).startswith(name), f'the chart of stage {number}')
        self.wait(lambda: self.list_boxes(), f'the boxes of stage {number}')

    def list_boxes(self):
        """What stands on the chart in view: its boxes, and a popover over them."""
        children = [self.chart.get_child_at_index(i) for i in range(self.chart.get_child_count())]
        return [child for child in children if child]

    def find_box(self, words):
        """The box of the chart in view whose text begins so."""
        for node in self.list_boxes():
            name = name_of(node)
            if name.startswith('Step ') and name.split(': ', 1)[-1].startswith(words):
                return node
        return None

    def open_box(self, stage, words):
        """Turns to a stage, opens a box there, and returns what opens."""
        self.show_stage(stage)
        self.press(self.wait(lambda: self.find_box(words), f'the box “{words}” of stage {stage}'))
        return self.wait(lambda: self.find_popover(words), f'what opens behind “{words}”')

    def find_popover(self, words):
        """What stands over the boxes with the words of one as title."""
        for node in self.list_boxes():
            if role_of(node) not in ('', 'push button') and words in name_of(node):
                return node
        return None

    def has_cursor(self, top):
        """Whether an entry below it takes what is typed."""
        return any(role_of(node) == 'text' and node.get_state_set().contains(Atspi.StateType.FOCUSED)
                   for node in self.walk(top))

    @staticmethod
    def type(*keys):
        """Keys to where the focus is: names such as Tab, anything else as text."""
        for key in keys:
            verb = ['key'] if key in ('Tab', 'Return', 'Escape') else ['type']
            subprocess.run(['xdotool', *verb, key], check=True)
            time.sleep(0.1)
