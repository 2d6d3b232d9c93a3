/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-slide.h"

#include "plumb-advice-words.h"
#include "plumb-chart-words.h"
#include "plumb-format.h"
#include "plumb-language.h"
#include "plumb-phrase.h"
#include "plumb-teaching-reasoning.h"

#include <glib/gi18n.h>

/* More findings that are as they mostly are stand in one line. */
#define MOST_NORMAL 3
/* "10 Stimmen", in characters. */
#define COUNT_WIDTH 10

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

static GtkWidget *
add (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = plumb_teaching_label_new (text, css_class);

  gtk_box_append (box, label);

  return label;
}

/* Findings */

static gboolean
is_normal (const PlumbTeachingSlide *self, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer
      = plumb_case_find_answer (self->teaching_case, self->slide->step, finding);

  return answer->text == NULL && plumb_finding_has_normal (finding)
         && plumb_finding_is_normal (finding, &answer->value);
}

static void
add_answer (const PlumbTeachingSlide *self, GtkBox *box, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer
      = plumb_case_find_answer (self->teaching_case, self->slide->step, finding);
  g_autofree char *words = plumb_phrase_answer (finding, &answer->value, plumb_app_language ());
  g_autofree char *text = answer->text != NULL
                              /* Translators: a finding and what it is; then how the patient or the
                               * clinician puts it. */
                              ? g_strdup_printf (_ ("• %s. %s"), words, translate (answer->text))
                              : g_strdup_printf ("• %s", words);

  add (box, text, NULL);
}

static void
add_normal (const PlumbTeachingSlide *self, GtkBox *box)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->slide->known->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->slide->known, i);

      if (is_normal (self, finding))
        g_ptr_array_add (names, (gpointer) translate (finding->label));
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = plumb_format_list ((const char *const *) names->pdata, plumb_app_language ());
  /* Translators: %s: findings that were asked for, all unremarkable. */
  text = g_strdup_printf (_ ("• Asked, and unremarkable: %s"), list);
  add (box, text, NULL);
}

static void
add_findings (const PlumbTeachingSlide *self, GtkBox *box)
{
  GPtrArray *known = self->slide->known;
  guint n_normal = 0;

  for (guint i = 0; i < known->len; i++)
    n_normal += is_normal (self, g_ptr_array_index (known, i));
  for (guint i = 0; i < known->len; i++)
    if (n_normal <= MOST_NORMAL || !is_normal (self, g_ptr_array_index (known, i)))
      add_answer (self, box, g_ptr_array_index (known, i));
  if (n_normal > MOST_NORMAL)
    add_normal (self, box);
  for (guint i = 0; i < self->slide->unknown->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->slide->unknown, i);
      /* Translators: %s: a finding of which a case says nothing. */
      g_autofree char *text = g_strdup_printf (_ ("• Not known: %s"), translate (finding->label));

      add (box, text, "dim-label");
    }
}

/* The story */

static GtkWidget *
fill_story (const PlumbTeachingSlide *self, GtkBox *box)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->slide->step);
  GtkWidget *heading
      = add (box, self->slide->step == 0 ? _ ("The story") : _ ("The story goes on"), "title-2");

  add (box, translate (step->text), "presenter-story");
  if (self->slide->known->len > 0)
    {
      add (box, _ ("Told so far"), "heading");
      add_findings (self, box);
    }

  return heading;
}

/* A box */

static guint
count_votes (const PlumbTeachingSlide *self)
{
  guint n = 0;

  for (guint i = 0; i < self->slide->exits->len; i++)
    n += self->votes[i];

  return n;
}

static PlumbTruth
get_outcome (const PlumbTeachingSlide *self, guint i)
{
  return plumb_evaluation_get_exit (self->slide->after, g_ptr_array_index (self->slide->exits, i));
}

static char *
phrase_exit (const PlumbTeachingSlide *self, guint i)
{
  g_autofree char *text = plumb_chart_exit_text (g_ptr_array_index (self->slide->exits, i));

  if (!plumb_slide_tells_outcome (self->slide, self->moment))
    return g_strdup_printf ("%u  %s", i + 1, text);
  switch (get_outcome (self, i))
    {
    case PLUMB_TRUE:
      /* Translators: %s: an exit of a decision. */
      return g_strdup_printf (_ ("✓ %s: taken"), text);
    case PLUMB_FALSE:
      return g_strdup_printf (_ ("– %s: not taken"), text);
    default:
      return g_strdup_printf (_ ("? %s: still open"), text);
    }
}

static GtkWidget *
create_bar (const PlumbTeachingSlide *self, guint i)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  guint all = count_votes (self);
  g_autofree char *name = g_strdup_printf (
      ngettext ("Exit %u: %u vote", "Exit %u: %u votes", self->votes[i]), i + 1, self->votes[i]);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 all > 0 ? (double) self->votes[i] / all : 0);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return bar;
}

static void
add_votes (const PlumbTeachingSlide *self, GtkBox *row, guint i)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u vote", "%u votes", self->votes[i]), self->votes[i]);
  GtkWidget *number = gtk_label_new (count);

  /* As wide for one vote as for many, so that the bars can be compared. */
  gtk_label_set_width_chars (GTK_LABEL (number), COUNT_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_box_append (GTK_BOX (line), create_bar (self, i));
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (row, line);
}

static void
add_exit (const PlumbTeachingSlide *self, GtkBox *box, guint i)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = phrase_exit (self, i);
  GtkWidget *label = add (GTK_BOX (row), text, NULL);

  gtk_widget_add_css_class (row, "presenter-exit");
  if (self->marked == (int) i)
    gtk_widget_add_css_class (row, "marked");
  if (plumb_slide_tells_outcome (self->slide, self->moment))
    gtk_widget_add_css_class (label,
                              get_outcome (self, i) == PLUMB_TRUE ? "teaching-right" : "dim-label");
  if (count_votes (self) > 0 || self->marked == (int) i)
    add_votes (self, GTK_BOX (row), i);
  gtk_box_append (box, row);
}

static void
add_verdict (const PlumbTeachingSlide *self, GtkBox *box)
{
  guint all = count_votes (self);
  guint right = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->slide->exits->len; i++)
    right += get_outcome (self, i) == PLUMB_TRUE ? self->votes[i] : 0;
  if (all == 0)
    return;
  /* Translators: how many of the votes of a room were for what the pathway says. */
  text = g_strdup_printf (ngettext ("%u of %u vote was for what the pathway says.",
                                    "%u of %u votes were for what the pathway says.", all),
                          right, all);
  add (box, text, "heading");
}

static GtkWidget *
fill_box (const PlumbTeachingSlide *self, GtkBox *box)
{
  const PlumbNode *node = self->slide->node;
  guint n = plumb_slide_count_exits (self->slide, self->moment);
  /* Translators: the number of a box in the chart, and what it says. */
  g_autofree char *title = g_strdup_printf (_ ("Box %u: %s"), node->number, translate (node->text));
  GtkWidget *heading = add (box, title, "title-2");

  add (box, _ ("Where does the way go on?"), "heading");
  for (guint i = 0; i < n; i++)
    add_exit (self, box, i);
  for (guint i = n; i < self->slide->exits->len; i++)
    add (box, "…", "dim-label");
  if (plumb_slide_tells_outcome (self->slide, self->moment))
    {
      add_verdict (self, box);
      plumb_teaching_add_reasoning (box, node, plumb_case_get_pathway (self->teaching_case));
    }
  if (plumb_slide_tells_findings (self->slide, self->moment))
    {
      add (box, _ ("What was asked, and found"), "heading");
      add_findings (self, box);
    }

  return heading;
}

/* Advice */

static void
add_advice (const PlumbTeachingSlide *self, GtkBox *box, guint i, gboolean whole)
{
  const PlumbRecommendation *next = g_ptr_array_index (self->slide->advice, i);
  PlumbUrgency urgency = plumb_evaluation_get_urgency (self->slide->after, next);
  const char *word = urgency != PLUMB_URGENCY_ROUTINE ? plumb_advice_urgency_word (urgency)
                                                      : plumb_advice_strength_word (next->strength);
  /* Translators: how strong or how urgent an advice is, and its title. */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), word, translate (next->title));

  add (box, text, "presenter-advice");
  if (!whole)
    return;
  add (box, translate (next->clinician), NULL);
  if (next->rationale != NULL)
    add (box, translate (next->rationale), NULL);
  plumb_teaching_add_disagreements (box, next->disagreements);
  if (next->statements->len > 0)
    gtk_box_append (box, plumb_teaching_statements_new (next->statements));
}

static GtkWidget *
fill_advice (const PlumbTeachingSlide *self, GtkBox *box)
{
  GtkWidget *heading = add (box, _ ("What is to be done now?"), "title-2");
  g_autofree char *more = NULL;

  if (self->moment == 0)
    add (box, _ ("Which advice is in force? The room speaks first."), NULL);
  /* The newest on top, with its reasons: there the room looks. */
  for (guint i = self->moment; i > 0; i--)
    add_advice (self, box, i - 1, i == self->moment);
  if (self->moment + 1 < self->slide->n_moments || self->slide->n_more == 0)
    return heading;
  more = g_strdup_printf (ngettext ("%u more piece of advice is in force.",
                                    "%u more pieces of advice are in force.", self->slide->n_more),
                          self->slide->n_more);
  add (box, more, "dim-label");

  return heading;
}

static GtkWidget *
fill_lessons (const PlumbTeachingSlide *self, GtkBox *box)
{
  GPtrArray *lessons = plumb_case_get_lessons (self->teaching_case);
  GtkWidget *heading = add (box, _ ("To remember"), "title-2");

  for (guint i = 0; i <= self->moment && i < lessons->len; i++)
    {
      const PlumbCaseLesson *lesson = g_ptr_array_index (lessons, i);

      add (box, translate (lesson->text), "presenter-story");
      if (i == self->moment && lesson->statements->len > 0)
        gtk_box_append (box, plumb_teaching_statements_new (lesson->statements));
    }

  return heading;
}

GtkWidget *
plumb_teaching_slide_fill (const PlumbTeachingSlide *self, GtkBox *box)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GTK_IS_BOX (box), NULL);

  switch (self->slide->kind)
    {
    case PLUMB_SLIDE_STORY:
      return fill_story (self, box);
    case PLUMB_SLIDE_BOX:
      return fill_box (self, box);
    case PLUMB_SLIDE_ADVICE:
      return fill_advice (self, box);
    case PLUMB_SLIDE_LESSONS:
    default:
      return fill_lessons (self, box);
    }
}
