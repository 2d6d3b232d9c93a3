/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-question-card-private.h"

#include "plumb-answer.h"
#include "plumb-language.h"
#include "plumb-question-line.h"

#include <glib/gi18n.h>

/* The lines */

void
plumb_question_card_forget (PlumbQuestionCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines_box))) != NULL)
    gtk_box_remove (self->lines_box, child);
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->findings, 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "brief");
  self->score = NULL;
}

static void
append_line (PlumbQuestionCard *self, PlumbQuestionLine *line)
{
  gtk_box_append (self->lines_box, GTK_WIDGET (line));
  g_ptr_array_add (self->lines, line);
}

static void
show_title (PlumbQuestionCard *self, const PlumbText *title, const PlumbText *prompt)
{
  const char *language = plumb_app_language ();

  gtk_label_set_text (self->title, plumb_text_get (title, language));
  gtk_label_set_text (self->prompt, prompt != NULL ? plumb_text_get (prompt, language) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), prompt != NULL);
}

static void
build_alone (PlumbQuestionCard *self, const PlumbFinding *finding)
{
  g_ptr_array_add (self->findings, (gpointer) finding);
  append_line (self, plumb_question_line_new_alone (self->session, finding));
  show_title (self, finding->question, finding->help);
}

static void
append_item (PlumbQuestionCard *self, const PlumbFinding *item, guint key)
{
  g_ptr_array_add (self->findings, (gpointer) item);
  append_line (self, item->type == PLUMB_FINDING_BOOLEAN
                         ? plumb_question_line_new (self->session, item, key)
                         : plumb_question_line_new_compact (self->session, item, key));
}

/* The items as they are ticked on paper, and the result for who has only that. */
static void
build_score (PlumbQuestionCard *self)
{
  const PlumbScore *score = self->score;

  for (guint i = 0; i < score->items->len; i++)
    append_item (self, g_ptr_array_index (score->items, i), i + 1);
  if (score->entered != NULL)
    append_item (self, score->entered, score->items->len + 1);
  show_title (self, score->title, score->prompt);
  gtk_label_set_text (self->copyright, plumb_text_get (score->copyright, plumb_app_language ()));
}

/* The day of onset is asked for beside the weeks since then. */
static gboolean
is_asked_elsewhere (PlumbQuestionCard *self, const PlumbCard *card, const PlumbFinding *finding)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  const PlumbFinding *weeks = plumb_pathway_get_role (pathway, PLUMB_ROLE_WEEKS_SINCE_ONSET);

  return finding->role == PLUMB_ROLE_ONSET_DATE && weeks != NULL && weeks->card == card;
}

static void
add_to_group (PlumbQuestionCard *self, const PlumbFinding *finding, guint *key)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  const PlumbValue *answers = plumb_consultation_get_answers (consultation);
  PlumbQuestionLine *line;

  if (!plumb_finding_is_asked (finding, answers))
    return;
  g_ptr_array_add (self->findings, (gpointer) finding);
  if (is_asked_elsewhere (self, finding->card, finding))
    return;
  line = plumb_question_line_new (self->session, finding, *key);
  *key += plumb_question_line_get_n_keys (line);
  append_line (self, line);
}

/* The age comes first wherever it is asked, for the visit begins with it. */
static void
build_group (PlumbQuestionCard *self, const PlumbCard *card)
{
  guint key = 1;

  if (card->brief)
    gtk_widget_add_css_class (GTK_WIDGET (self), "brief");
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < card->findings->len; i++)
      {
        const PlumbFinding *finding = g_ptr_array_index (card->findings, i);

        if ((finding->role == PLUMB_ROLE_AGE) == (pass == 0))
          add_to_group (self, finding, &key);
      }
  show_title (self, card->title, card->prompt);
}

static gboolean
has_entry (PlumbQuestionCard *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlumbQuestionLine *line = g_ptr_array_index (self->lines, i);

      if (plumb_question_line_get_typed (line) && !plumb_question_line_get_compact (line))
        return TRUE;
    }

  return FALSE;
}

/* The explanations of all lines, as the button says. */
void
plumb_question_card_update_help (PlumbQuestionCard *self)
{
  gboolean visible = gtk_toggle_button_get_active (self->explain);

  for (guint i = 0; i < self->lines->len; i++)
    plumb_question_line_set_help_visible (g_ptr_array_index (self->lines, i), visible);
}

void
plumb_question_card_update_buttons (PlumbQuestionCard *self)
{
  gboolean group = self->lines->len > 1;
  g_autoptr (GArray) normal = plumb_question_card_list_normal (self);

  gtk_widget_set_visible (GTK_WIDGET (self->explain), group);
  gtk_widget_set_visible (GTK_WIDGET (self->none),
                          group && plumb_answer_count_normal (self->findings) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->none), normal->len > 0);
  gtk_button_set_label (self->none, plumb_question_card_is_remarkable (self)
                                        ? _ ("_None of the others")
                                        : _ ("_None of these"));
  gtk_widget_set_visible (GTK_WIDGET (self->copyright), self->score != NULL);
  gtk_button_set_label (self->skip, has_entry (self) ? _ ("_Continue") : _ ("S_kip"));
  /* Alone in its row it stands at the end. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->skip),
                          !gtk_widget_get_visible (GTK_WIDGET (self->none)));
}

/* What a screen reader says of the card when the keyboard comes to it. */
void
plumb_question_card_update_name (PlumbQuestionCard *self)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->reason), -1);
}

/**
 * plumb_question_card_build:
 * @self: a card without lines, with a finding
 *
 * Fills the card with everything that is asked together with its finding.
 */
void
plumb_question_card_build (PlumbQuestionCard *self)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);

  self->score = plumb_answer_find_score (pathway, self->finding);
  if (self->score != NULL)
    build_score (self);
  else if (self->finding->card != NULL && self->finding->card->findings->len > 1)
    build_group (self, self->finding->card);
  else
    build_alone (self, self->finding);
  plumb_question_card_update_help (self);
  plumb_question_card_update_buttons (self);
  plumb_question_card_update_name (self);
}
