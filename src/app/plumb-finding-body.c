/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-finding-body.h"

#include "plumb-answer.h"
#include "plumb-body-map.h"
#include "plumb-finding-row.h"
#include "plumb-language.h"
#include "plumb-score-sheet.h"

#include <glib/gi18n.h>

/* What a group of findings holds: a row for each, and what answers several at once. */
struct _PlumbFindingBody
{
  AdwBin parent_instance;

  GtkBox *rows;
  GtkButton *none;
  GtkButton *score_button;
  GtkButton *map_button;

  PlumbSession *session;
  const PlumbGroup *group;
  const PlumbScore *score;
  gboolean searching;
};

G_DEFINE_FINAL_TYPE (PlumbFindingBody, plumb_finding_body, ADW_TYPE_BIN)

/* What is asked together is answered together. */
static gboolean
is_asked_on_one_card (const PlumbGroup *group)
{
  const PlumbCard *card = NULL;

  for (guint i = 0; i < group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (group->findings, i);

      if (!plumb_finding_has_normal (finding))
        continue;
      if (card != NULL && finding->card != card)
        return FALSE;
      card = finding->card;
    }

  return TRUE;
}

/* Other answers than no are only given together on a card, where they are written. */
static void
update_none (PlumbFindingBody *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  g_autoptr (GArray) normal = plumb_answer_list_normal (
      self->group->findings, plumb_consultation_get_answers (consultation));

  gtk_widget_set_visible (GTK_WIDGET (self->none),
                          !self->searching && self->score == NULL
                              && is_asked_on_one_card (self->group)
                              && plumb_answer_is_yes_no_list (self->group->findings)
                              && plumb_answer_count_normal (self->group->findings) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->none), normal->len > 0);
}

/* The body map, in the group where the pathway has it. */
static void
update_map (PlumbFindingBody *self)
{
  const PlumbBody *body = plumb_pathway_get_body (plumb_session_get_pathway (self->session));
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  guint n_marked = plumb_body_marks_count (plumb_evaluation_get_marks (evaluation));
  const char *title = body != NULL ? plumb_text_get (body->title, plumb_app_language ()) : "";
  g_autofree char *label = NULL;

  if (n_marked == 0)
    /* Translators: a button that opens the body map. */
    label = g_strdup_printf (_ ("%s…"), title);
  else
    /* Translators: a button that opens the body map, and how many areas are marked on it. */
    label = g_strdup_printf (ngettext ("%s: %u area marked…", "%s: %u areas marked…", n_marked),
                             title, n_marked);
  gtk_button_set_label (self->map_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->map_button),
                          body != NULL && body->group == self->group && !self->searching);
}

static void
update (PlumbFindingBody *self)
{
  update_none (self);
  update_map (self);
  gtk_widget_set_visible (GTK_WIDGET (self->score_button), self->score != NULL && !self->searching);
}

/* What is clicked */

static void
on_none (PlumbFindingBody *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  g_autoptr (GArray) normal = plumb_answer_list_normal (
      self->group->findings, plumb_consultation_get_answers (consultation));
  g_autoptr (GError) error = NULL;

  if (normal->len > 0
      && !plumb_session_answer_many (self->session, (const PlumbAnswer *) (void *) normal->data,
                                     normal->len, &error))
    g_warning ("None of these: %s", error->message);
}

static void
on_score (PlumbFindingBody *self)
{
  plumb_score_sheet_present (self->session, self->score, GTK_WIDGET (self));
}

static void
on_map (PlumbFindingBody *self)
{
  plumb_body_map_present (self->session, GTK_WIDGET (self));
}

/* Search */

static gboolean
text_matches (const PlumbText *text, const char *word)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  normal = g_utf8_normalize (plumb_text_get (text, plumb_app_language ()), -1, G_NORMALIZE_ALL);
  folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  return folded != NULL && strstr (folded, word) != NULL;
}

/**
 * plumb_finding_body_matches:
 * @finding: a finding
 * @words: folded words
 *
 * Returns: whether the texts of @finding hold all of them
 */
gboolean
plumb_finding_body_matches (const PlumbFinding *finding, char **words)
{
  g_return_val_if_fail (finding != NULL && words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (!text_matches (finding->label, words[i]) && !text_matches (finding->question, words[i])
        && !text_matches (finding->problem, words[i]) && !text_matches (finding->help, words[i]))
      return FALSE;

  return TRUE;
}

/**
 * plumb_finding_body_search:
 * @self: the body of a group
 * @words: (nullable): folded words, all of which must be found; %NULL ends the search
 *
 * Leaves in sight only the findings whose texts hold the words.
 */
void
plumb_finding_body_search (PlumbFindingBody *self, char **words)
{
  g_return_if_fail (PLUMB_IS_FINDING_BODY (self));

  self->searching = words != NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const PlumbFinding *finding = plumb_finding_row_get_finding (PLUMB_FINDING_ROW (row));

      gtk_widget_set_visible (row, words == NULL || plumb_finding_body_matches (finding, words));
    }
  update (self);
}

GtkWidget *
plumb_finding_body_find_row (PlumbFindingBody *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_FINDING_BODY (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (plumb_finding_row_get_finding (PLUMB_FINDING_ROW (row)) == finding)
      return row;

  return NULL;
}

/* The widget */

static void
plumb_finding_body_dispose (GObject *object)
{
  PlumbFindingBody *self = PLUMB_FINDING_BODY (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_finding_body_parent_class)->dispose (object);
}

static void
plumb_finding_body_class_init (PlumbFindingBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_finding_body_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-finding-body.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingBody, rows);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingBody, none);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingBody, score_button);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingBody, map_button);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
  gtk_widget_class_bind_template_callback (widget_class, on_score);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
}

static void
plumb_finding_body_init (PlumbFindingBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const PlumbScore *
find_score (PlumbSession *session, const PlumbGroup *group)
{
  GPtrArray *scores = plumb_pathway_get_scores (plumb_session_get_pathway (session));

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->group == group)
        return score;
    }

  return NULL;
}

static void
show_score (PlumbFindingBody *self)
{
  g_autofree char *label = NULL;

  self->score = find_score (self->session, self->group);
  if (self->score == NULL)
    return;
  label = g_strdup_printf (_ ("Score the %u items"), self->score->items->len);
  gtk_button_set_label (self->score_button, label);
}

static void
make_rows (PlumbFindingBody *self)
{
  for (guint i = 0; i < self->group->findings->len; i++)
    gtk_box_append (self->rows, plumb_finding_row_new (
                                    self->session, g_ptr_array_index (self->group->findings, i)));
}

/**
 * plumb_finding_body_new:
 * @session: a session
 * @group: a group of its pathway
 *
 * Returns: (transfer floating): what @group holds
 */
GtkWidget *
plumb_finding_body_new (PlumbSession *session, const PlumbGroup *group)
{
  PlumbFindingBody *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_FINDING_BODY, NULL);
  self->session = g_object_ref (session);
  self->group = group;
  show_score (self);
  make_rows (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
