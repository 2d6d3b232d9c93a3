#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""plumbline-cli as its users meet it: what it prints, what it says, and how it ends.
usage: test-cli.py PLUMBLINE_CLI"""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

from tap import Report

DATA = pathlib.Path(os.environ.get('G_TEST_SRCDIR', pathlib.Path(__file__).parent)) / 'data'
SAMPLE = DATA.parent.parent / 'resources' / 'sample' / 'consultation.json'
LINES = (DATA / 'oracle-consultations.ndjson').read_text(encoding='utf-8').splitlines()
KEYS = ['id', 'pathway', 'recommendations', 'start_back', 'taken', 'current', 'next', 'reviews']
DONE, PROBLEM, USAGE = 0, 1, 2


class Tests:
    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.report = Report()

    def run(self, *arguments, given=None, **options):
        return subprocess.run([self.program, *map(str, arguments)], input=given, capture_output=True,
                              encoding='utf-8', timeout=60, check=False, **options)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def expect(self, name, run, status, problems=0, output=None, error=None):
        """Checks how a run ended: its exit status, how many lines it complained in, and whether
        patterns are found in what it printed."""
        faults = []
        if run.returncode != status:
            faults.append(f'it ended with {run.returncode}, not {status}')
        complaints = run.stderr.splitlines()
        if problems is not None and len(complaints) != problems:
            faults.append(f'{len(complaints)} lines on standard error, not {problems}')
        if output is not None and not re.search(output, run.stdout, re.DOTALL):
            faults.append(f'its output lacks {output!r}')
        if error is not None and not re.search(error, run.stderr, re.DOTALL):
            faults.append(f'its complaint lacks {error!r}')
        self.report.check(name, faults and faults + complaints[:5])

    def same(self, name, got, wanted):
        self.report.check(name, [] if got == wanted else [f'got {got!r}', f'not {wanted!r}'])

    # ---- evaluate ------------------------------------------------------------------------

    def evaluate_json(self):
        run = self.run('evaluate', '--format', 'json', DATA / 'oracle-consultations.ndjson')
        results = [json.loads(line) for line in run.stdout.splitlines()]
        self.expect('many consultations are evaluated', run, DONE, problems=None)
        self.same('an object a consultation, in input order', [r['id'] for r in results],
                  [json.loads(line)['id'] for line in LINES])
        self.same('keys and their order', {tuple(r) for r in results}, {tuple(KEYS)})
        self.same('keys of an advice and their order',
                  {tuple(a) for r in results for a in r['recommendations']},
                  {('id', 'strength', 'urgency', 'stage', 'statements', 'because')})
        self.same('keys of a review', {tuple(a) for r in results for a in r['reviews']},
                  {('recommendation', 'earliest', 'due')})
        self.same('strengths', {a['strength'] for r in results for a in r['recommendations']},
                  {'do', 'consider', 'avoid', 'inform', 'caution'})
        self.same('urgencies', {a['urgency'] for r in results for a in r['recommendations']},
                  {'emergency', 'same_day', 'urgent', 'routine'})
        self.same('the score is whole or unknown',
                  {type(v).__name__ for r in results for v in r['start_back'].values()},
                  {'int', 'str', 'NoneType'})
        self.report.check('each advice says what led to it', [
            f"{r['id']}: {a['id']}" for r in results for a in r['recommendations'] if not a['because']])

    def evaluate_sample(self):
        run = self.run('evaluate', '--format', 'json', SAMPLE)
        result = json.loads(run.stdout)
        self.expect('the sample is evaluated', run, DONE)
        self.same('which pathway', result['pathway'], {'id': 'low-back-pain', 'version': '1.0.0'})
        self.same('the score', result['start_back'], {'total': 5, 'subscore': 1, 'risk': 'medium'})
        self.same('reviews count from the visit',
                  [r for r in result['reviews'] if r['recommendation'] == 'review_4_6_weeks'],
                  [{'recommendation': 'review_4_6_weeks', 'earliest': '2026-12-19', 'due': '2027-01-02'}])
        nothing = json.loads(SAMPLE.read_text(encoding='utf-8')) | {'item': []}
        del nothing['id']
        blank = json.loads(self.run('evaluate', '--format=json', '-', given=json.dumps(nothing)).stdout)
        self.same('nothing is known of nobody', (blank['id'], blank['start_back'], blank['recommendations']),
                  (None, {'total': None, 'subscore': None, 'risk': None}, []))
        self.report.check('and the first questions come first',
                          [] if 'rf_urinary_retention' in blank['next'][:5] else [str(blank['next'])])

    def evaluate_text(self):
        self.expect('text for a reader', self.run('evaluate', SAMPLE), DONE,
                    output=r'sample.*21 November 2026.*STarT Back.*medium.*DO: .*\[stay_active\].*Because: ')
        self.expect('text is the default format', self.run('evaluate', '--format', 'text', SAMPLE), DONE,
                    output=r'^sample, ')
        same = self.run('evaluate', SAMPLE).stdout == self.run('evaluate', SAMPLE).stdout
        self.report.check('the same each time', [] if same else ['it differs'])

    def evaluate_inputs(self):
        many = ''.join(f'{line}\n' for line in LINES[:3])
        pretty = json.dumps(json.loads(LINES[0]), indent=2)
        plain = self.run('evaluate', '--format', 'json', self.file('one.json', LINES[0])).stdout
        for name, given in {'one line': LINES[0], 'over several lines': pretty,
                            'after blank lines': '\n\n' + pretty}.items():
            self.same(f'standard input: {name}',
                      self.run('evaluate', '--format', 'json', '-', given=given).stdout, plain)
        for name, given in {'one a line': many,
                            'with Windows line ends and blank lines': many.replace('\n', '\r\n\r\n')}.items():
            run = self.run('evaluate', '--format', 'json', '-', given=given)
            self.same(f'standard input: {name}', len(run.stdout.splitlines()), 3)
        self.same('several files',
                  self.run('evaluate', '--format', 'json', self.folder / 'one.json', self.folder / 'one.json').stdout,
                  plain * 2)

    def evaluate_problems(self):
        bad = json.loads(LINES[0]) | {'item': [{'linkId': 'age', 'answer': [{'valueInteger': 200}]}]}
        mixed = self.file('mixed.ndjson', f'{LINES[0]}\n\n{json.dumps(bad)}\nnot json\n{LINES[1]}\n')
        run = self.run('evaluate', '--format', 'json', mixed)
        self.expect('a bad line does not keep the others back', run, PROBLEM, problems=None)
        self.same('only the good ones are printed', [json.loads(r)['id'] for r in run.stdout.splitlines()],
                  [json.loads(line)['id'] for line in LINES[:2]])
        self.same('file, line and column of what is wrong',
                  re.findall(r'mixed\.ndjson:(\d+:\d+): (Item “age”|This is not valid JSON)', run.stderr),
                  [(f'3:{json.dumps(bad).index("{", 1) + 1}', 'Item “age”'), ('4:1', 'This is not valid JSON')])
        self.expect('a place in a file of several lines',
                    self.run('evaluate', self.file('bad.json', json.dumps(bad, indent=1))), PROBLEM, 1,
                    output='^$', error=r'bad\.json:7:\d+: Item “age”')
        self.expect('a place on standard input', self.run('evaluate', '-', given='\n{\n"a": 1,\n}\n'), PROBLEM, 1,
                    error=r'^standard input:4:1: ')
        self.expect('no such file', self.run('evaluate', self.folder / 'missing.json', SAMPLE), PROBLEM, 1,
                    output='sample', error=r'missing\.json: ')
        self.expect('a folder', self.run('evaluate', self.folder), PROBLEM, 1)
        self.expect('an empty file', self.run('evaluate', self.file('empty.json', '')), PROBLEM, 1, error='empty')
        self.expect('blank lines only', self.run('evaluate', self.file('blank.ndjson', '\n \n')), PROBLEM, 1)
        self.expect('no pathway', self.run('evaluate', '--pathway', self.folder / 'p.xml', SAMPLE), PROBLEM, 1)
        self.expect('a pathway that is none',
                    self.run('evaluate', '--pathway', self.file('q.xml', '<a>\n<b></a>'), SAMPLE),
                    PROBLEM, 1, output='^$', error=r'q\.xml:2:\d+: ')
        with open('/dev/full', 'w', encoding='utf-8') as full:
            run = subprocess.run([self.program, 'evaluate', SAMPLE], stdout=full, stderr=subprocess.PIPE, check=False)
        self.same('a full disk is noticed', run.returncode, PROBLEM)

    def evaluate_warnings(self):
        given = json.loads(LINES[0]) | {'item': [
            {'linkId': 'pt_weeks', 'answer': [{'valueInteger': 9}]},
            {'linkId': 'weeks_since_onset', 'answer': [{'valueInteger': 2}]},
            {'linkId': 'hat_size', 'answer': [{'valueInteger': 7}]}]}
        run = self.run('evaluate', '--format', 'json', '-', given=json.dumps(given))
        self.expect('warnings are said, and stop nothing', run, DONE, 2, output='"id"',
                    error=r'warning: Item “hat_size”.*warning: .*physical therapy.*onset')

    # ---- explain -------------------------------------------------------------------------

    def explains(self):
        self.expect('why an advice is in force', self.run('explain', '--advice', 'stay_active', SAMPLE), DONE,
                    output=r'^Stay active: In force\n  Box 1: .*→ yes\n.*What it rests on:\n    M02, ')
        self.expect('by its title', self.run('explain', '--advice', 'stay ACTIVE', SAMPLE), DONE, output='In force')
        self.expect('what stands in the way', self.run('explain', '--advice', 'duloxetine', SAMPLE), DONE,
                    output=r'Not in force\n  This does not hold:\n.*It would take .*: 8 or more \(answered: 4\)')
        self.expect('what nobody has asked', self.run('explain', '--advice', 'fit_note', SAMPLE), DONE,
                    output=r'Open: .*\(nobody has asked\)')
        text = self.run('explain', '--all', SAMPLE).stdout
        self.report.check('no ids for a reader', re.findall(r'\w+_\w+', text))
        told = json.loads(self.run('evaluate', '--format', 'json', SAMPLE).stdout)
        run = self.run('explain', '--json', SAMPLE)
        result = json.loads(run.stdout)
        self.expect('as JSON', run, DONE)
        self.same('all that is in force', [e['recommendation'] for e in result['explanations']],
                  [r['id'] for r in told['recommendations']])
        self.report.check('along boxes that are taken', [
            step['node'] for e in result['explanations'] for step in e['steps']
            if step['node'] not in told['taken'] or step['holds'] is not True])
        result = json.loads(self.run('explain', '--format=json', '--recommendation', 'duloxetine', SAMPLE).stdout)
        [explanation] = result['explanations']
        self.same('one that is not in force', explanation['in_force'], False)
        self.same('the answers that it would take', explanation['needs'][0][0] | {'answers': None},
                  {'finding': 'weeks_since_onset', 'answered': 4, 'answers': None})

    # ---- what-if -------------------------------------------------------------------------

    def what_ifs(self):
        before = SAMPLE.read_bytes()
        self.expect('an answer that is tried', self.run('what-if', '--set', 'rf_fever=yes', SAMPLE), DONE,
                    output=r'^Fever: Yes\n  \+ .*\(the same day\)\n.*  − Stay active\n.*')
        run = self.run('what-if', '--json', '--set', 'weeks_since_onset=30', '--set', 'course=none', SAMPLE)
        result = json.loads(run.stdout)
        self.expect('two answers at once, as JSON', run, DONE)
        self.same('what was tried', result['set'], {'weeks_since_onset': 30, 'course': 'none'})
        self.report.check('what comes and what goes', [] if 'functional_goals' in result['added']
                          and 'natural_history' in result['removed'] else [str(result)])
        answers = json.loads(SAMPLE.read_text(encoding='utf-8'))
        for item in answers['item']:
            if item['linkId'] == 'rf_fever':
                item['answer'] = [{'valueBoolean': True}]
        given = json.loads(self.run('evaluate', '--format=json', '-', given=json.dumps(answers)).stdout)
        told = json.loads(self.run('evaluate', '--format=json', SAMPLE).stdout)
        result = json.loads(self.run('what-if', '--json', '--set', 'rf_fever=true', SAMPLE).stdout)
        ids = [{r['id'] for r in e['recommendations']} for e in (told, given)]
        self.same('as it is once the answer is given', (set(result['added']), set(result['removed'])),
                  (ids[1] - ids[0], ids[0] - ids[1]))
        self.expect('what would change the plan', self.run('what-if', '--list', SAMPLE), DONE,
                    output=r'^Nobody has asked.*\n  Pregnancy: Yes\n    \+ .*\nAnswered, and another.*\(emergency\)')
        run = self.run('what-if', '--list', '--json', SAMPLE)
        listed = json.loads(run.stdout)['answers']
        self.same('keys of an answer', {tuple(a) for a in listed},
                  {('finding', 'answered', 'answers', 'urgency', 'added', 'removed', 'urgency_changes')})
        self.same('the consultation stays as it was', SAMPLE.read_bytes(), before)

    def questions_about_one(self):
        for name, arguments in {
            'explain: no file': ['explain'], 'explain: two files': ['explain', SAMPLE, SAMPLE],
            'explain: an unknown advice': ['explain', '--advice', 'leeches', SAMPLE],
            'explain: an unknown language': ['explain', '--language', 'xx', SAMPLE],
            'explain: an unknown format': ['explain', '--format', 'xml', SAMPLE],
            'explain: one and all': ['explain', '--advice', 'heat', '--all', SAMPLE],
            'what-if: nothing to try': ['what-if', SAMPLE],
            'what-if: both': ['what-if', '--list', '--set', 'age=50', SAMPLE],
            'what-if: no file': ['what-if', '--list'],
            'what-if: no value': ['what-if', '--set', 'age', SAMPLE],
            'what-if: an unknown finding': ['what-if', '--set', 'hat_size=7', SAMPLE],
            'what-if: out of range': ['what-if', '--set', 'age=200', SAMPLE],
            'what-if: no number': ['what-if', '--set', 'age=old', SAMPLE],
            'what-if: no choice': ['what-if', '--set', 'course=splendid', SAMPLE],
            'what-if: no day': ['what-if', '--set', 'onset_date=2026-02-30', SAMPLE],
            'what-if: a day to come': ['what-if', '--set', 'onset_date=2030-01-01', SAMPLE],
        }.items():
            self.expect(name, self.run(*arguments), USAGE, None, output='^$', error=f'plumbline-cli {arguments[0]}')
        for command in ('explain', 'what-if'):
            rest = ['--list'] if command == 'what-if' else []
            self.expect(f'{command}: a file that is none',
                        self.run(command, *rest, self.file('y.json', '{')), PROBLEM, 1, output='^$', error=r'y\.json:')
            self.expect(f'{command}: no such file', self.run(command, *rest, self.folder / 'none.json'), PROBLEM, 1)
            self.expect(f'help on {command}', self.run(command, '--help'), DONE, output=f'plumbline-cli {command}')

    # ---- expression ----------------------------------------------------------------------

    def expressions(self):
        for arguments, wanted in [
            (['1 + 2'], '3'), (['-1 + 2'], '1'), (['--', '-1'], '-1'), (['1.5 * 2'], '3.0'),
            (['true and null'], 'null'), (['false and null'], 'false'), (["'a\\'b'"], "'a\\'b'"),
            (['weeks >= 6 and weeks < 12', 'weeks=6'], 'true'),
            (['weeks < 12', 'weeks=null'], 'null'),
            (["course in { 'worse', 'none' }", 'course=worse'], 'true'),
            (["course = 'worse'", "course='none'"], 'false'),
            (['a and b', 'a=true', 'b=false'], 'false'),
            (['x > 1.25', 'x=1.3'], 'true'),
            (["name = 'é'", 'name=é'], 'true'),
        ]:
            run = self.run('expression', *arguments)
            self.same(f"expression {' '.join(arguments)}",
                      (run.stdout, run.returncode, run.stderr), (f'{wanted}\n', DONE, ''))
        self.expect('an expression cut off', self.run('expression', '1 +'), PROBLEM, 1, output='^$',
                    error=r'^expression:1:4: ')
        self.expect('a name without a value', self.run('expression', 'a and b', 'a=true'), PROBLEM, 1,
                    error=r'^expression:1:7: ')
        self.expect('an expression of two types', self.run('expression', "1 + 'a'"), PROBLEM, 1)

    # ---- print ---------------------------------------------------------------------------

    def prints(self):
        summary, again, letter = (self.folder / name for name in ('summary.pdf', 'again.pdf', 'letter.pdf'))
        self.expect('the summary', self.run('print', '--document', 'summary', '-o', summary, SAMPLE), DONE)
        self.run('print', '--document', 'summary', '-o', again, SAMPLE)
        self.same('the same bytes each time', summary.read_bytes(), again.read_bytes())
        self.same('it is a PDF', summary.read_bytes()[:5], b'%PDF-')
        self.expect('on letter paper',
                    self.run('print', '--document', 'summary', '--paper', 'letter', '-o', letter, SAMPLE), DONE)
        self.report.check('which is another page', [] if letter.read_bytes() != summary.read_bytes() else ['it is not'])

        chart, stage, pdf = (self.folder / name for name in ('chart.svg', 'stage.svg', 'chart.pdf'))
        self.expect('the chart', self.run('print', '--document', 'chart', '-o', chart, SAMPLE), DONE)
        self.expect('a stage of it',
                    self.run('print', '--document', 'chart', '--stage', 'triage', '-o', stage, SAMPLE), DONE)
        self.report.check('it is a drawing', [] if '<svg' in chart.read_text(encoding='utf-8')[:500] else ['it is not'])
        self.report.check('a stage is less than the whole',
                          [] if 0 < stage.stat().st_size < chart.stat().st_size else ['it is not'])
        number = self.run('print', '--document', 'chart', '--stage', '1', '-o', self.folder / 'first.svg', SAMPLE)
        self.expect('a stage by its number', number, DONE)
        self.same('is the stage with that number', (self.folder / 'first.svg').read_bytes(), stage.read_bytes())
        self.expect('the chart on paper', self.run('print', '--document', 'chart', '-o', pdf, SAMPLE), DONE)
        self.same('it is a PDF as well', pdf.read_bytes()[:5], b'%PDF-')
        self.expect('from standard input', self.run('print', '--document', 'chart', '-o', chart, '-',
                                                    given=SAMPLE.read_text(encoding='utf-8')), DONE)

    def prints_every_document(self):
        for document, suffix in (('summary', 'pdf'), ('handout', 'pdf'), ('note', 'txt'), ('note', 'pdf'),
                                 ('poster', 'pdf'), ('chart', 'pdf'), ('chart', 'svg')):
            out = self.folder / f'every-{document}.{suffix}'
            self.expect(f'{document} as {suffix}', self.run('print', '--document', document, '-o', out, SAMPLE), DONE)
            first = out.read_bytes()
            self.run('print', '--document', document, '-o', out, SAMPLE)
            self.report.check(f'{document} as {suffix} again', [] if first and first == out.read_bytes() else ['it differs'])
        for option in ('--large', '--black-and-white'):
            out = self.folder / 'other.pdf'
            self.expect(f'a summary {option}', self.run('print', '--document', 'summary', option, '-o', out, SAMPLE), DONE)
            self.report.check(f'{option} makes a difference',
                              [] if out.read_bytes() != (self.folder / 'every-summary.pdf').read_bytes() else ['none'])
        out = self.folder / 'wall.pdf'
        self.expect('a poster of a stage on A3', self.run('print', '--document', 'poster', '--stage', 'triage', '--paper',
                                                          'a3', '-o', out, SAMPLE), DONE)
        out = self.folder / 'shorter.pdf'
        self.expect('a handout without an advice',
                    self.run('print', '--document', 'handout', '--leave-out', 'stay_active', '--leave-out', 'avoid_bed_rest',
                             '-o', out, SAMPLE), DONE)
        self.report.check('it is another page', [] if out.read_bytes() != (self.folder / 'every-handout.pdf').read_bytes()
                          else ['it is the same'])
        note = self.run('print', '--document', 'note', '-o', '-', SAMPLE)
        self.expect('the note on standard output', note, DONE, output='Low back pain')
        self.same('is that of the file', note.stdout, (self.folder / 'every-note.txt').read_text(encoding='utf-8'))

    def print_faults(self):
        """A place without room leaves what was there, alone; and says why."""
        folder = self.folder / 'full'
        folder.mkdir()
        old = folder / 'old.pdf'
        limit = ['prlimit', '--fsize=1000', self.program]
        for document, suffix in (('summary', 'pdf'), ('handout', 'pdf'), ('poster', 'pdf'), ('chart', 'svg')):
            old = folder / f'old.{suffix}'
            old.write_text('old')
            run = subprocess.run([*limit, 'print', '--document', document, '-o', str(old), str(SAMPLE)],
                                 capture_output=True, encoding='utf-8', timeout=60, check=False,
                                 preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
            self.expect(f'no room for {document} as {suffix}', run, PROBLEM, 1, error='File too large')
            self.same('what was there is whole', old.read_text(), 'old')
            self.same('and alone', [path.name for path in folder.iterdir()], [old.name])
            old.unlink()
        for place in ('/dev/full', '/proc/version/x.pdf', '/proc/x.pdf'):
            self.expect(f'a summary to {place}', self.run('print', '--document', 'chart', '--stage', '1', '-o',
                                                          self.link(place), SAMPLE), PROBLEM, 1)
        label = json.loads(SAMPLE.read_text(encoding='utf-8'))
        text = json.dumps(label).replace('Sample patient', '\\u202e' + 'x' * 9990)
        for document in ('summary', 'handout', 'note', 'poster'):
            out = folder / 'label.pdf'
            self.expect(f'a label of 10,000 characters on a {document}',
                        self.run('print', '--document', document, '-o', out, '-', given=text), DONE, None)

    def link(self, place):
        """A name that ends as a page does, wherever it leads."""
        if place.endswith('.pdf'):
            return place
        path = self.folder / 'link.pdf'
        path.unlink(missing_ok=True)
        path.symlink_to(place)
        return path

    def print_problems(self):
        out = self.folder / 'never.pdf'
        self.expect('a consultation that cannot be read',
                    self.run('print', '--document', 'summary', '-o', out, self.file('x.json', '{}')), PROBLEM, 1)
        self.same('leaves no document', out.exists(), False)
        self.expect('a place that cannot be written to',
                    self.run('print', '--document', 'summary', '-o', self.folder / 'no' / 'x.pdf', SAMPLE), PROBLEM, 1)
        for name, arguments in {
            'no document': ['-o', out, SAMPLE],
            'an unknown document': ['--document', 'leaflet', '-o', out, SAMPLE],
            'an unknown advice left out': ['--document', 'handout', '--leave-out', 'stay_put', '-o', out, SAMPLE],
            'an advice left out of a summary': ['--document', 'summary', '--leave-out', 'stay_active', '-o', out, SAMPLE],
            'large print of a poster': ['--document', 'poster', '--large', '-o', out, SAMPLE],
            'a summary on standard output': ['--document', 'summary', '-o', '-', SAMPLE],
            'no output': ['--document', 'summary', SAMPLE],
            'no input': ['--document', 'summary', '-o', out],
            'two inputs': ['--document', 'summary', '-o', out, SAMPLE, SAMPLE],
            'a summary as drawing': ['--document', 'summary', '-o', self.folder / 'x.svg', SAMPLE],
            'a chart as text': ['--document', 'chart', '-o', self.folder / 'x.txt', SAMPLE],
            'an unknown paper': ['--document', 'summary', '--paper', 'a5', '-o', out, SAMPLE],
            'an unknown stage': ['--document', 'chart', '--stage', 'nowhere', '-o', out, SAMPLE],
            'stage zero': ['--document', 'chart', '--stage', '0', '-o', out, SAMPLE],
            'a stage of a summary': ['--document', 'summary', '--stage', '1', '-o', out, SAMPLE],
            'an unknown language': ['--document', 'summary', '--language', 'xx', '-o', out, SAMPLE],
        }.items():
            self.expect(f'print: {name}', self.run('print', *arguments), USAGE, None,
                        output='^$', error='plumbline-cli print')

    # ---- the command line ----------------------------------------------------------------

    def usage(self):
        for name, arguments in {
            'no command': [], 'an unknown command': ['guess'], 'an empty command': [''],
            'evaluate: no file': ['evaluate'],
            'evaluate: an unknown format': ['evaluate', '--format', 'xml', SAMPLE],
            'evaluate: an unknown option': ['evaluate', '--frobnicate', SAMPLE],
            'expression: nothing': ['expression'],
            'expression: no value': ['expression', 'a', 'a'],
        }.items():
            self.expect(name, self.run(*arguments), USAGE, None, output='^$', error='plumbline-cli')
        self.expect('help', self.run('--help'), DONE, output='evaluate.*expression.*print')
        for command in ('evaluate', 'expression', 'print'):
            self.expect(f'help on {command}', self.run(command, '--help'), DONE, output=f'plumbline-cli {command}')
        self.expect('version', self.run('--version'), DONE, output=r'^plumbline-cli \d+\.\d+\.\d+\n$')

    def surroundings(self):
        foreign = dict(os.environ, LC_ALL='C', LANG='C')
        foreign.pop('DISPLAY', None)
        label = json.loads(LINES[0]) | {'id': 'é漢', 'item': []}
        run = self.run('evaluate', '--format', 'json', '-', given=json.dumps(label, ensure_ascii=False), env=foreign)
        self.same('JSON is UTF-8 in every locale', json.loads(run.stdout)['id'], 'é漢')


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(program, folder)
        tests.evaluate_json()
        tests.evaluate_sample()
        tests.evaluate_text()
        tests.evaluate_inputs()
        tests.evaluate_problems()
        tests.evaluate_warnings()
        tests.explains()
        tests.what_ifs()
        tests.questions_about_one()
        tests.expressions()
        tests.prints()
        tests.prints_every_document()
        tests.print_faults()
        tests.print_problems()
        tests.usage()
        tests.surroundings()
    tests.report.finish()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
