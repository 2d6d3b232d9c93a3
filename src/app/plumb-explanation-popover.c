/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-explanation-popover.h"

#include "plumb-advice-words.h"
#include "plumb-explanation-text.h"
#include "plumb-language.h"
#include "plumb-statement-list.h"

#include <glib/gi18n.h>

/* So many statements are named beside a box; all of them stand below. */
#define MOST_STATEMENTS 6

struct _PlumbExplanationPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *way_heading;
  GtkBox *way;
  GtkLabel *needs_heading;
  GtkBox *needs;
  GtkLabel *more;
  GtkExpander *statements;

  PlumbSession *session;
  PlumbExplanation *explanation;
};

G_DEFINE_FINAL_TYPE (PlumbExplanationPopover, plumb_explanation_popover, GTK_TYPE_POPOVER)

/* ---- closing ---------------------------------------------------------------------------- */

/* With what it may have been opened from. */
static void
close_all (PlumbExplanationPopover *self)
{
  GtkWidget *popover = GTK_WIDGET (self);

  while (popover != NULL)
    {
      GtkWidget *parent = gtk_widget_get_parent (popover);

      gtk_popover_popdown (GTK_POPOVER (popover));
      popover = parent != NULL ? gtk_widget_get_ancestor (parent, GTK_TYPE_POPOVER) : NULL;
    }
}

/* ---- the way ---------------------------------------------------------------------------- */

static GtkWidget *
create_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
on_step_clicked (PlumbExplanationPopover *self, GtkWidget *button)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  close_all (self);
  if (root != NULL)
    gtk_widget_activate_action (root, "win.show-box", "u", place);
}

static void
add_detail (GtkWidget *box, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), create_label (text, "caption"));
}

static GtkWidget *
create_step_content (PlumbExplanationPopover *self,
                     const PlumbExplanationStep *step,
                     const char *words)
{
  const char *language = plumb_app_language ();
  g_autofree char *answers = plumb_explanation_phrase_answers (self->explanation, step, language);
  g_autofree char *statements
      = plumb_advice_statement_ids (step->node->statements, MOST_STATEMENTS);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), create_label (words, NULL));
  add_detail (box, answers);
  add_detail (box, statements);

  return box;
}

static void
name_step (GtkWidget *button, const char *words, PlumbExplanationPopover *self,
           const PlumbExplanationStep *step)
{
  g_autofree char *answers
      = plumb_explanation_phrase_answers (self->explanation, step, plumb_app_language ());
  g_autofree char *name = *answers != '\0' ? g_strdup_printf ("%s. %s", words, answers)
                                           : g_strdup (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Go to this box"), -1);
}

static void
add_step (PlumbExplanationPopover *self, const PlumbExplanationStep *step)
{
  g_autofree char *words
      = plumb_explanation_phrase_step (self->explanation, step, plumb_app_language ());
  GtkWidget *button = gtk_button_new ();
  guint place = 0;

  g_ptr_array_find (plumb_pathway_get_nodes (plumb_session_get_pathway (self->session)),
                    step->node, &place);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  gtk_button_set_child (GTK_BUTTON (button), create_step_content (self, step, words));
  gtk_widget_add_css_class (button, "step");
  gtk_widget_add_css_class (button, "flat");
  name_step (button, words, self, step);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_step_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->way, button);
}

static void
show_way (PlumbExplanationPopover *self)
{
  const PlumbExplanationStep *obstacle = plumb_explanation_get_obstacle (self->explanation);
  GPtrArray *steps = plumb_explanation_get_steps (self->explanation);

  if (obstacle != NULL)
    {
      gtk_label_set_text (self->way_heading, obstacle->truth == PLUMB_UNKNOWN
                                                 ? _ ("Nobody knows yet whether this holds")
                                                 : _ ("This stands in its way"));
      add_step (self, obstacle);
      return;
    }
  gtk_label_set_text (self->way_heading, _ ("The way to it"));
  for (guint i = 0; i < steps->len; i++)
    add_step (self, g_ptr_array_index (steps, i));
}

/* ---- what would change it --------------------------------------------------------------- */

static void
on_try_clicked (PlumbExplanationPopover *self, GtkWidget *button)
{
  const PlumbExplanationChange *change = g_object_get_data (G_OBJECT (button), "change");
  g_autoptr (PlumbExplanation) kept = plumb_explanation_ref (self->explanation);
  g_autoptr (PlumbSession) session = g_object_ref (self->session);

  close_all (self);
  /* Any of them would take the step, but not with the same effect: the first is tried, and
   * that is what the bar says. Where it could not be given, nothing changes. */
  plumb_session_try_candidates (session, plumb_explanation_get_candidates (kept), change->finding,
                                change->answers & (~change->answers + 1), NULL);
}

static gboolean
can_be_tried (const PlumbExplanationChange *change)
{
  return change->finding != NULL && (change->answers != 0 || change->taken_back);
}

static void
add_try (PlumbExplanationPopover *self,
         GtkWidget *row,
         const PlumbExplanationChange *change,
         const char *words)
{
  /* Translators: tries an answer without recording it. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Try"));
  /* Translators: read aloud for a button; the word is an answer: "Weeks since onset: 8". */
  g_autofree char *name = g_strdup_printf (_ ("Try: %s"), words);

  g_object_set_data (G_OBJECT (button), "change", (gpointer) change);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "try");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_try_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_change (PlumbExplanationPopover *self, const PlumbExplanationChange *change, gboolean first)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (PlumbExplanationChange));
  g_autofree char *words = NULL;
  g_autofree char *other = NULL;
  GtkWidget *label;

  g_array_append_vals (alone, change, 1);
  words = plumb_explanation_phrase_need (self->explanation, alone, plumb_app_language ());
  if (!first)
    /* Translators: an answer that would do as well as the one above it. */
    other = g_strdup_printf (_ ("or %s"), words);
  label = create_label (other != NULL ? other : words, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (can_be_tried (change))
    add_try (self, row, change, words);
  gtk_widget_add_css_class (row, "need");
  gtk_box_append (self->needs, row);
}

static void
show_needs (PlumbExplanationPopover *self)
{
  GPtrArray *needs = plumb_explanation_get_needs (self->explanation);
  guint n_obstacles = plumb_explanation_count_obstacles (self->explanation);

  gtk_label_set_text (self->needs_heading, needs->len == 1
                                               ? _ ("It would take this answer")
                                               : _ ("It would take each of these answers"));
  gtk_widget_set_visible (GTK_WIDGET (self->needs_heading), needs->len > 0);
  for (guint i = 0; i < needs->len; i++)
    {
      GArray *need = g_ptr_array_index (needs, i);

      for (guint j = 0; j < need->len; j++)
        add_change (self, &g_array_index (need, PlumbExplanationChange, j), j == 0);
    }
  if (n_obstacles > 1)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("Behind it %u more condition is not met.",
                                       "Behind it %u more conditions are not met.",
                                       n_obstacles - 1),
                             n_obstacles - 1);

      gtk_label_set_text (self->more, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_obstacles > 1);
}

/* ---- the object ------------------------------------------------------------------------- */

static void
plumb_explanation_popover_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plumb_explanation_popover_parent_class)->show (widget);

  gtk_widget_grab_focus (GTK_WIDGET (PLUMB_EXPLANATION_POPOVER (widget)->title));
}

static void
plumb_explanation_popover_dispose (GObject *object)
{
  PlumbExplanationPopover *self = PLUMB_EXPLANATION_POPOVER (object);

  g_clear_pointer (&self->explanation, plumb_explanation_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_explanation_popover_parent_class)->dispose (object);
}

static void
plumb_explanation_popover_class_init (PlumbExplanationPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_explanation_popover_dispose;
  widget_class->show = plumb_explanation_popover_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-explanation-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, state);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, way_heading);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, way);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, needs_heading);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, needs);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, more);
  gtk_widget_class_bind_template_child (widget_class, PlumbExplanationPopover, statements);
}

static void
plumb_explanation_popover_init (PlumbExplanationPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_texts (PlumbExplanationPopover *self, const PlumbRecommendation *recommendation)
{
  const char *language = plumb_app_language ();
  const char *title = plumb_text_get (recommendation->title, language);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, plumb_explanation_phrase_state (self->explanation, language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_statements (PlumbExplanationPopover *self)
{
  GPtrArray *statements = plumb_explanation_get_statements (self->explanation);

  gtk_expander_set_child (self->statements, plumb_statement_list_new (statements));
  gtk_widget_set_visible (GTK_WIDGET (self->statements), statements->len > 0);
  /* An expander has no name of its own in GTK 4.8. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->statements),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (self->statements), -1);
}

/**
 * plumb_explanation_popover_new:
 * @session: a session
 * @recommendation: an advice
 *
 * Returns: (transfer floating): a popover that says why @recommendation is in force or
 *   why it is not, with the answers that are recorded now
 */
GtkWidget *
plumb_explanation_popover_new (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  PlumbExplanationPopover *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_EXPLANATION_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->explanation
      = plumb_explanation_new (plumb_session_get_evaluation (session), recommendation);
  show_texts (self, recommendation);
  show_way (self);
  show_needs (self);
  show_statements (self);

  return GTK_WIDGET (self);
}

/* ---- the button ------------------------------------------------------------------------- */

typedef struct
{
  PlumbSession *session;
  const PlumbRecommendation *recommendation;
} Target;

static void
free_target (gpointer data)
{
  Target *target = data;

  g_object_unref (target->session);
  g_free (target);
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  Target *target = data;

  gtk_menu_button_set_popover (
      button, plumb_explanation_popover_new (target->session, target->recommendation));
}

GtkWidget *
plumb_explanation_button_new (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  GtkWidget *button;
  Target *target;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  button = gtk_menu_button_new ();
  target = g_new0 (Target, 1);
  target->session = g_object_ref (session);
  target->recommendation = recommendation;
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, target,
                                         free_target);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "explain");

  return button;
}

/* "Why" for what is in force, "Why not now?" for what is not. */
void
plumb_explanation_button_set_in_force (GtkWidget *button,
                                       const PlumbRecommendation *recommendation,
                                       gboolean in_force)
{
  const char *title = plumb_text_get (recommendation->title, plumb_app_language ());
  /* Translators: opens the way by which an advice came into force, box by box. */
  const char *label = in_force ? _ ("Why, step by step")
                               /* Translators: opens what stands in the way of an advice. */
                               : _ ("Why not now?");
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  if (g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), label) == 0)
    return;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  /* Translators: read aloud for a button: "Why not now? Physiotherapy". */
  name = g_strdup_printf (in_force ? _ ("Why, step by step: %s") : _ ("Why not now? %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
