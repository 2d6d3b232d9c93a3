/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-panel.h"

#include "plumb-advice-fold.h"
#include "plumb-advice-list.h"
#include "plumb-advice-order.h"
#include "plumb-advice-trial.h"
#include "plumb-advice-words.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

#define N_STRENGTHS (PLUMB_STRENGTH_INFORM + 1)

struct _PlumbAdvicePanel
{
  AdwBin parent_instance;

  GtkLabel *count;
  GtkWidget *nothing;
  PlumbAdviceList *list;
  GtkBox *folds;
  GtkWidget *review_part;
  GtkBox *reviews;

  PlumbSession *session;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (PlumbAdvicePanel, plumb_advice_panel, ADW_TYPE_BIN)

/* Review */

static GtkWidget *
create_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);

  return label;
}

static char *
list_titles (GPtrArray *recommendations)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "",
                              plumb_text_get (recommendation->title, plumb_app_language ()));
    }

  return g_string_free (titles, FALSE);
}

static GtkWidget *
create_review (const PlumbAdviceReview *review)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *days = plumb_advice_review_days (&review->earliest, &review->due);
  g_autofree char *titles = list_titles (review->recommendations);

  gtk_widget_add_css_class (row, "review");
  gtk_box_append (GTK_BOX (row), create_label (days, "heading"));
  gtk_box_append (GTK_BOX (row), create_label (titles, "caption"));

  return row;
}

static void
update_reviews (PlumbAdvicePanel *self, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) reviews = plumb_advice_list_reviews (evaluation);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reviews))) != NULL)
    gtk_box_remove (self->reviews, child);
  for (guint i = 0; i < reviews->len; i++)
    gtk_box_append (self->reviews, create_review (g_ptr_array_index (reviews, i)));
  gtk_widget_set_visible (self->review_part, reviews->len > 0);
}

/* Advice */

static void
show_count (PlumbAdvicePanel *self, guint n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->nothing, n == 0);
}

static void
update (PlumbAdvicePanel *self)
{
  const PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  PlumbWhatIf *trial = plumb_session_get_trial (self->session);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) folded = NULL;

  plumb_advice_divide (evaluation, plumb_session_get_stage (self->session), &open, &folded);
  show_count (self, open->len + folded->len);
  if (trial != NULL)
    plumb_advice_trial_mix (trial, open, folded);
  plumb_advice_list_update (self->list, open, self->session);
  for (GtkWidget *fold = gtk_widget_get_first_child (GTK_WIDGET (self->folds)); fold != NULL;
       fold = gtk_widget_get_next_sibling (fold))
    plumb_advice_fold_update (PLUMB_ADVICE_FOLD (fold), folded, self->session);
  update_reviews (self, evaluation);
}

static void
set_session (PlumbAdvicePanel *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  update (self);
}

/* The object */

static void
plumb_advice_panel_dispose (GObject *object)
{
  PlumbAdvicePanel *self = PLUMB_ADVICE_PANEL (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_advice_panel_parent_class)->dispose (object);
}

static void
plumb_advice_panel_class_init (PlumbAdvicePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_advice_panel_dispose;

  g_type_ensure (PLUMB_TYPE_ADVICE_LIST);
  gtk_widget_class_set_css_name (widget_class, "advicepanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-advice-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, count);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, list);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, folds);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, review_part);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdvicePanel, reviews);
}

static void
plumb_advice_panel_init (PlumbAdvicePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint strength = 0; strength < N_STRENGTHS; strength++)
    gtk_box_append (self->folds, plumb_advice_fold_new ((PlumbStrength) strength));
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::trial", G_CALLBACK (update), self);
}

/**
 * plumb_advice_panel_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a panel
 */
GtkWidget *
plumb_advice_panel_new (PlumbSession *session)
{
  PlumbAdvicePanel *self = g_object_new (PLUMB_TYPE_ADVICE_PANEL, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}
