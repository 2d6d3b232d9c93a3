/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

/*
 * Small pathways for the tests of the chart, written a line a box:
 *
 *   "triage decision 1 0 Any red flag? > refer yes | home no"
 *
 * id, kind, column, row, text, then the exits: target and label. A line that
 * begins with # starts a stage. The first box of all is the start. Labels
 * follow the target after a space; exits of a decision need one.
 */

static inline void
sample_append_exits (GString *xml, const char *exits, gboolean decision)
{
  g_auto (GStrv) parts = g_strsplit (exits, "|", -1);

  for (guint i = 0; parts[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", 2);
      g_autofree char *label = words[1] ? g_markup_escape_text (words[1], -1) : NULL;

      g_string_append_printf (xml, "<exit to=\"%s\"", words[0]);
      if (decision)
        g_string_append_printf (xml, " when=\"answer = '%c'\"", 'a' + (int) i % 3);
      g_string_append (xml, ">");
      if (label)
        g_string_append_printf (xml, "<label>%s</label>", label);
      g_string_append (xml, "</exit>");
    }
}

static inline void
sample_append_node (GString *xml, const char *line, gboolean start)
{
  g_auto (GStrv) halves = g_strsplit (line, " > ", 2);
  g_auto (GStrv) words = g_strsplit (halves[0], " ", 5);
  gboolean decision = g_str_equal (words[1], "decision");
  g_autofree char *text = g_markup_escape_text (words[4], -1);

  g_string_append_printf (xml, "<node id=\"%s\" kind=\"%s\" column=\"%s\" row=\"%s\"%s%s>",
                          words[0], words[1], words[2], words[3], decision ? " select=\"any\"" : "",
                          start ? " start=\"yes\"" : "");
  g_string_append_printf (xml, "<text>%s</text>", text);
  if (halves[1])
    sample_append_exits (xml, halves[1], decision);
  g_string_append (xml, "</node>\n");
}

static const char sample_head[]
    = "<pathway format=\"1\" id=\"sample\" version=\"1.0.0\" review=\"under-review\""
      " updated=\"2026-11-21\">\n"
      "<title>Sample &amp; example</title><disclaimer>Not for use</disclaimer>\n"
      "<groups><group id=\"visit\"><title>Visit</title></group></groups>\n"
      "<findings><finding id=\"answer\" group=\"visit\" type=\"choice\"><label>Answer</label>"
      "<question>Answer?</question><patient>Answer.</patient><help>None.</help>"
      "<choice code=\"a\"><label>A</label><phrase>a</phrase></choice>"
      "<choice code=\"b\"><label>B</label><phrase>b</phrase></choice>"
      "<choice code=\"c\"><label>C</label><phrase>c</phrase></choice></finding></findings>\n"
      "<stages>";

static inline PlumbPathway *
sample_pathway (const char *const *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) xml = g_string_new (sample_head);
  g_autoptr (GBytes) bytes = NULL;
  PlumbPathway *pathway;
  guint n_nodes = 0;
  guint n_stages = 0;

  for (guint i = 0; lines[i]; i++)
    {
      if (lines[i][0] != '#')
        sample_append_node (xml, lines[i], n_nodes++ == 0);
      else
        {
          g_autofree char *title = g_markup_escape_text (lines[i] + 2, -1);

          g_string_append (xml, n_stages++ ? "</stage>\n" : "");
          g_string_append_printf (xml,
                                  "<stage id=\"stage_%u\"><title>%s</title>"
                                  "<subtitle>Part %u</subtitle>\n",
                                  n_stages, title, n_stages);
        }
    }
  g_string_append (xml, "</stage></stages></pathway>");
  bytes = g_bytes_new (xml->str, xml->len);
  pathway = plumb_pathway_new_from_bytes (bytes, "sample", &error);
  g_assert_no_error (error);
  return pathway;
}

/* One like those of the real pathway. */
static const char *const sample_simple[] = {
  "# Stratify",
  "clear state 0 0 No red flag > weeks",
  "weeks decision 0 1 Two weeks or more since onset? > later no | risk yes: 3 weeks",
  "later action 1 1 Review at two weeks",
  "risk decision 0 2 STarT Back risk group? > self low | physio medium | mind high",
  "self action 0 3 Self-management, home exercise > better",
  "physio action 1 3 Physiotherapy, patient-centered plan > go",
  "mind action 2 3 Biopsychosocial assessment > review",
  "better decision 0 4 Improving? > stay yes | stay no",
  "go state 1 4 Physiotherapy",
  "review action 2 4 Review by 12 weeks from onset",
  "stay action 0 5 Stay active",
  NULL,
};

/* Everything that makes routing hard, at once. */
static const char *const sample_hard[] = {
  "# Hard",
  "begun state 1 0 Physiotherapy has begun > done | part",
  "done decision 0 1 Eight weeks of physiotherapy done?"
  " > go_on no: fewer than eight weeks | response yes",
  "part decision 2 1 Does the patient take part in the home exercise program?"
  " > praise yes | response no, or only now and then | end unknown",
  "go_on action 0 2 Go on; review at eight weeks > end",
  "response decision 1 2 Response? > taper good | change partial | change none",
  "praise action 3 1 Praise and progress the load each week > strength",
  "taper action 1 3 Taper contacts > end",
  "change action 2 3 Change the program: dose, kind, setting > end",
  "strength action 3 3 Strength twice a week > end",
  "end state 1 5 Review in four weeks, earlier if worse > other",
  "other action 1 6 Re-evaluate the diagnosis",
  "# Circle",
  "one decision 0 0 First? > b1 yes | c1 no",
  "two decision 1 0 Second? > a1 rather | c1 not",
  "three decision 2 0 Third? > a1 perhaps | b1 never",
  "a1 action 0 1 Alpha",
  "b1 action 1 1 Beta",
  "c1 action 2 1 Gamma",
  "# Row",
  "left decision 0 0 Which of these? > middle here | right there | right far from here",
  "middle action 1 0 In the way > right",
  "right action 2 0 Behind it > under",
  "under state 5 9 Far below",
  "# Link",
  "ask decision 0 0 Where to? > jump this way | jump that way"
  " | note only if neither of the two other answers fits the patient at hand",
  "note action 1 0 Note why",
  "jump link 0 1 Go to the row > left",
  "# Forks",
  "fork state 0 0 Two tracks > early | late",
  "other_fork state 2 0 Two more > early | late",
  "early action 0 1 Early",
  "late action 2 1 Late",
  NULL,
};
