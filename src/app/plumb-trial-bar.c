/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-trial-bar.h"

#include <glib/gi18n.h>

struct _PlumbTrialBar
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkLabel *note;
  GtkButton *take_over;

  PlumbSession *session;
};

G_DEFINE_FINAL_TYPE (PlumbTrialBar, plumb_trial_bar, ADW_TYPE_BIN)

enum
{
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (PlumbTrialBar *self)
{
  const char *tried = plumb_session_get_trial_words (self->session);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), tried != NULL);
  if (tried == NULL)
    return;
  /* Translators: above the chart, while an answer is tried: "Trying: Weeks since onset: 8 or
   * more. Nothing is recorded." */
  text = g_strdup_printf (_ ("Trying: %s. Nothing is recorded."), tried);
  gtk_label_set_text (self->words, text);
  gtk_label_set_text (
      self->note,
      plumb_what_if_changes_advice (plumb_session_get_trial (self->session))
          ? _ ("Dotted on the chart, and marked on the advice: what would change.")
          : _ ("Dotted on the chart: what would change. The advice would stay as it is."));
  gtk_button_set_label (self->take_over, plumb_session_get_can_take_over (self->session)
                                             /* Translators: records what is tried. */
                                             ? _ ("Take over")
                                             /* Translators: goes to the finding that is tried. */
                                             : _ ("Answer it…"));
}

static void
on_take_over (PlumbTrialBar *self)
{
  PlumbWhatIf *trial = plumb_session_get_trial (self->session);
  g_autoptr (GError) error = NULL;

  if (trial == NULL)
    return;
  if (!plumb_session_get_can_take_over (self->session))
    {
      GArray *answers = plumb_what_if_get_answers (trial);

      g_signal_emit (self, signals[ANSWER], 0, g_array_index (answers, PlumbAnswer, 0).finding);
    }
  else if (!plumb_session_take_over (self->session, &error))
    gtk_label_set_text (self->note, error->message);
}

static void
on_stop (PlumbTrialBar *self)
{
  plumb_session_stop_trying (self->session);
}

static void
plumb_trial_bar_dispose (GObject *object)
{
  g_clear_object (&PLUMB_TRIAL_BAR (object)->session);

  G_OBJECT_CLASS (plumb_trial_bar_parent_class)->dispose (object);
}

static void
plumb_trial_bar_class_init (PlumbTrialBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_trial_bar_dispose;

  signals[ANSWER] = g_signal_new ("answer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "trialbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-trial-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTrialBar, words);
  gtk_widget_class_bind_template_child (widget_class, PlumbTrialBar, note);
  gtk_widget_class_bind_template_child (widget_class, PlumbTrialBar, take_over);
  gtk_widget_class_bind_template_child_full (widget_class, "stop", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
plumb_trial_bar_init (PlumbTrialBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_trial_bar_new:
 * @session: a session
 *
 * Returns: (transfer floating): a bar that shows itself while something is tried
 */
GtkWidget *
plumb_trial_bar_new (PlumbSession *session)
{
  PlumbTrialBar *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);

  self = g_object_new (PLUMB_TYPE_TRIAL_BAR, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::trial", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
