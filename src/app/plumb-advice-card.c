/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-card.h"

#include "plumb-advice-trial.h"
#include "plumb-advice-words.h"
#include "plumb-disagreement-popover.h"
#include "plumb-explanation-popover.h"
#include "plumb-language.h"
#include "plumb-phrase.h"
#include "plumb-stance-control.h"
#include "plumb-statement-list.h"

#include <glib/gi18n.h>

/* More than this is there to be opened, not to be read at a glance. */
#define MOST_REASONS 3
#define MOST_STATEMENTS 3
#define ALL_REASONS 99

struct _PlumbAdviceCard
{
  AdwBin parent_instance;

  GtkBox *header;
  GtkLabel *strength;
  GtkLabel *urgency;
  PlumbUrgency shown_urgency;
  GtkMenuButton *statements;
  GtkLabel *statement_ids;
  GtkLabel *title;
  GtkLabel *stance;
  GtkLabel *reason;
  GtkLabel *details;
  GtkToggleButton *why;
  GtkLabel *rationale;

  const PlumbRecommendation *recommendation;
  PlumbSession *session;
  PlumbStanceControl *control;
  GtkWidget *explain; /* NULL until somebody could want it, … */
  GtkLabel *effect;   /* … and until something is tried that touches the advice */
  PlumbAdviceTrial trial;
  gboolean in_force;
  char *all_reasons; /* or NULL */
};

G_DEFINE_FINAL_TYPE (PlumbAdviceCard, plumb_advice_card, ADW_TYPE_BIN)

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_css_class (PlumbAdviceCard *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Popovers are made when somebody opens them. */

static void
create_statements (GtkMenuButton *button, gpointer data)
{
  PlumbAdviceCard *self = data;

  gtk_menu_button_set_popover (button,
                               plumb_statement_popover_new (self->recommendation->statements));
}

static void
create_disagreement (GtkMenuButton *button, gpointer data)
{
  PlumbAdviceCard *self = data;

  gtk_menu_button_set_popover (
      button, plumb_disagreement_popover_new (self->recommendation->disagreements));
}

/* Tooltips are made when somebody waits for them: to set one asks the screen
 * where the pointer is, and that takes long for so many cards. */

static gboolean
on_query_statements (GtkWidget *button,
                     int x,
                     int y,
                     gboolean keyboard,
                     GtkTooltip *tooltip,
                     PlumbAdviceCard *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_autofree char *texts = NULL;

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    return FALSE;
  texts = plumb_advice_statement_texts (self->recommendation->statements);
  gtk_tooltip_set_text (tooltip, texts);

  return TRUE;
}

static gboolean
on_query_reason (GtkWidget *label,
                 int x,
                 int y,
                 gboolean keyboard,
                 GtkTooltip *tooltip,
                 PlumbAdviceCard *self)
{
  gtk_tooltip_set_text (tooltip, self->all_reasons);

  return self->all_reasons != NULL;
}

/* Why, and why not: made when there is somewhere to put it. Advice in force shows it with all the
 * rest; of advice that is not in force it is the first thing to ask. */

static GtkBox *
get_body (PlumbAdviceCard *self)
{
  return GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->rationale)));
}

static void
show_explain (PlumbAdviceCard *self)
{
  gboolean wanted = !self->in_force || gtk_toggle_button_get_active (self->why);

  if (self->explain == NULL && wanted)
    {
      self->explain = plumb_explanation_button_new (self->session, self->recommendation);
      gtk_box_append (get_body (self), self->explain);
    }
  if (self->explain == NULL)
    return;
  plumb_explanation_button_set_in_force (self->explain, self->recommendation, self->in_force);
  gtk_widget_set_visible (self->explain, wanted);
}

static void
plumb_advice_card_dispose (GObject *object)
{
  g_clear_object (&PLUMB_ADVICE_CARD (object)->session);

  G_OBJECT_CLASS (plumb_advice_card_parent_class)->dispose (object);
}

static void
plumb_advice_card_finalize (GObject *object)
{
  g_free (PLUMB_ADVICE_CARD (object)->all_reasons);

  G_OBJECT_CLASS (plumb_advice_card_parent_class)->finalize (object);
}

static void
plumb_advice_card_class_init (PlumbAdviceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_advice_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_advice_card_finalize;

  gtk_widget_class_set_css_name (widget_class, "advicecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-advice-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_query_statements);
  gtk_widget_class_bind_template_callback (widget_class, on_query_reason);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, header);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, strength);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, urgency);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, statements);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, statement_ids);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, stance);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, reason);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, details);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, why);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceCard, rationale);
}

static void
plumb_advice_card_init (PlumbAdviceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->in_force = TRUE;
  g_signal_connect_swapped (self->why, "toggled", G_CALLBACK (show_explain), self);
}

/* As many numbers as stand beside the badges, and how many more there are. */
static void
fit_statements (PlumbAdviceCard *self)
{
  GPtrArray *statements = self->recommendation->statements;
  guint n_badges = (self->shown_urgency < PLUMB_URGENCY_ROUTINE)
                   + (self->recommendation->disagreements->len > 0);
  /* Beside two badges there is room for their count alone. */
  g_autofree char *ids
      = n_badges == 2 ? g_strdup_printf ("+%u", statements->len)
                      : plumb_advice_statement_ids (statements, MOST_STATEMENTS - n_badges);

  gtk_label_set_text (self->statement_ids, ids);
  gtk_label_set_ellipsize (self->statement_ids,
                           n_badges == 2 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static void
show_statements (PlumbAdviceCard *self)
{
  GPtrArray *statements = self->recommendation->statements;
  g_autofree char *all = plumb_advice_statement_ids (statements, statements->len);
  /* Translators: read aloud for the button with the numbers of statements. */
  g_autofree char *name = g_strdup_printf (_ ("Statements and sources: %s"), all);

  gtk_widget_set_visible (GTK_WIDGET (self->statements), statements->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->statements), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_menu_button_set_create_popup_func (self->statements, create_statements, self, NULL);
}

static void
show_disagreement (PlumbAdviceCard *self)
{
  GtkWidget *button;
  GtkWidget *label;

  if (self->recommendation->disagreements->len == 0)
    return;
  button = gtk_menu_button_new ();
  /* Translators: a mark on a card of advice about which the sources disagree. */
  label = gtk_label_new (_ ("DISAGREE"));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_disagreement, self, NULL);
  gtk_widget_add_css_class (button, "disagree");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The sources disagree: see what each says"), -1);
  gtk_box_insert_child_after (self->header, button, GTK_WIDGET (self->urgency));
}

static void
name_card (PlumbAdviceCard *self)
{
  const char *urgency = plumb_advice_urgency_word (self->shown_urgency);
  const char *stance = gtk_label_get_text (self->stance);
  const char *strength = plumb_advice_strength_title (self->recommendation->strength);
  const char *title = translate (self->recommendation->title);
  /* Translators: read aloud for a card of advice: how soon, how strong, its title. */
  g_autofree char *name = urgency != NULL
                              ? g_strdup_printf (_ ("%s. %s: %s"), urgency, strength, title)
                              : g_strdup_printf (_ ("%s: %s"), strength, title);
  g_autofree char *all
      = *stance != '\0' ? g_strdup_printf ("%s. %s", name, stance) : g_strdup (name);
  const char *effect = plumb_advice_trial_word (self->trial);
  g_autofree char *tried = effect != NULL ? g_strdup_printf ("%s. %s", effect, all) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tried != NULL ? tried : all, -1);
}

static void
show_urgency (PlumbAdviceCard *self, PlumbUrgency urgency)
{
  gboolean urgent = urgency < PLUMB_URGENCY_ROUTINE;

  self->shown_urgency = urgency;
  set_css_class (self, "urgent", urgent);
  show_text (self->urgency, plumb_advice_urgency_word (urgency));
  gtk_widget_set_hexpand (GTK_WIDGET (self->urgency), urgent);
  gtk_widget_set_hexpand (GTK_WIDGET (self->strength), !urgent);
  fit_statements (self);
  name_card (self);
}

/* What is urgent or a caution says all at once; the rest is short until it is asked for more, so
 * that several cards can be seen together. */
static void
show_details (PlumbAdviceCard *self)
{
  if (self->recommendation->urgency < PLUMB_URGENCY_ROUTINE
      || self->recommendation->strength == PLUMB_STRENGTH_CAUTION)
    return;
  g_object_bind_property (self->why, "active", self->details, "visible", G_BINDING_SYNC_CREATE);
}

static void
add_control (PlumbAdviceCard *self, PlumbSession *session)
{
  GtkWidget *control = plumb_stance_control_new (session, self->recommendation);

  self->control = PLUMB_STANCE_CONTROL (control);
  gtk_box_append (self->header, control);
}

/**
 * plumb_advice_card_new:
 * @session: a session
 * @recommendation: a recommendation
 *
 * Returns: (transfer floating): its card, as yet without a reason
 */
GtkWidget *
plumb_advice_card_new (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  PlumbAdviceCard *self;
  g_autofree char *more = NULL;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_ADVICE_CARD, NULL);
  self->recommendation = recommendation;
  self->session = g_object_ref (session);
  add_control (self, session);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            plumb_advice_strength_class (recommendation->strength));
  gtk_label_set_text (self->strength, plumb_advice_strength_word (recommendation->strength));
  show_urgency (self, recommendation->urgency);
  show_text (self->title, translate (recommendation->title));
  show_text (self->details, translate (recommendation->clinician));
  show_details (self);
  show_text (self->reason, NULL);
  gtk_label_set_text (self->rationale, translate (recommendation->rationale));
  show_statements (self);
  show_disagreement (self);
  /* Translators: read aloud for the button that shows all of a card; the title of an advice. */
  more = g_strdup_printf (_ ("More about: %s"), translate (recommendation->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);

  return GTK_WIDGET (self);
}

const PlumbRecommendation *
plumb_advice_card_get_recommendation (PlumbAdviceCard *self)
{
  g_return_val_if_fail (PLUMB_IS_ADVICE_CARD (self), NULL);

  return self->recommendation;
}

static char *
dup_reason (PlumbAdviceCard *self, const PlumbEvaluation *evaluation, guint most)
{
  switch (plumb_evaluation_get_recommendation (evaluation, self->recommendation))
    {
    case PLUMB_TRUE:
      return plumb_advice_reason (evaluation, self->recommendation, most);
    case PLUMB_FALSE:
      return g_strdup (_ ("Not for this patient, with these answers."));
    case PLUMB_UNKNOWN:
    default:
      return g_strdup (_ ("Not in force: answers are still missing."));
    }
}

/* Advice that is not in force is neither followed nor departed from; what was done with
 * it comes back when it does. */
static void
show_stance (PlumbAdviceCard *self, const PlumbEvaluation *evaluation, gboolean in_force)
{
  const PlumbStance *stance
      = plumb_stances_get (plumb_evaluation_get_stances (evaluation), self->recommendation);
  g_autofree char *words = in_force ? plumb_phrase_stance (stance, plumb_app_language ()) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->control), in_force);
  set_css_class (self, "accepted", in_force && stance->kind == PLUMB_STANCE_ACCEPTED);
  set_css_class (self, "declined", in_force && stance->kind == PLUMB_STANCE_DECLINED);
  set_css_class (self, "changed", in_force && stance->kind == PLUMB_STANCE_CHANGED);
  if (g_strcmp0 (words != NULL ? words : "", gtk_label_get_text (self->stance)) == 0)
    return;
  show_text (self->stance, words);
  plumb_stance_control_update (self->control, stance, words);
  name_card (self);
}

/**
 * plumb_advice_card_update:
 * @self: a card
 * @evaluation: how things stand now
 *
 * Shows why the advice is in force, or that it is not, and what is done with it.
 */
void
plumb_advice_card_update (PlumbAdviceCard *self, const PlumbEvaluation *evaluation)
{
  g_autofree char *reason = NULL;
  gboolean in_force;

  g_return_if_fail (PLUMB_IS_ADVICE_CARD (self));
  g_return_if_fail (evaluation != NULL);

  reason = dup_reason (self, evaluation, MOST_REASONS);
  if (g_strcmp0 (reason, gtk_label_get_text (self->reason)) != 0)
    {
      show_text (self->reason, reason);
      g_free (self->all_reasons);
      self->all_reasons = dup_reason (self, evaluation, ALL_REASONS);
    }
  if (plumb_evaluation_get_urgency (evaluation, self->recommendation) != self->shown_urgency)
    show_urgency (self, plumb_evaluation_get_urgency (evaluation, self->recommendation));
  in_force = plumb_evaluation_get_recommendation (evaluation, self->recommendation) == PLUMB_TRUE;
  self->in_force = in_force;
  set_css_class (self, "not-in-force", !in_force);
  show_stance (self, evaluation, in_force);
  show_explain (self);
}

/* What answers would do, above everything else on the card. */

static void
show_effect (PlumbAdviceCard *self)
{
  const char *word = plumb_advice_trial_word (self->trial);

  if (self->effect == NULL)
    {
      self->effect = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->effect, 0);
      gtk_label_set_wrap (self->effect, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->effect), "effect");
      gtk_box_prepend (get_body (self), GTK_WIDGET (self->effect));
    }
  show_text (self->effect, word);
}

static void
show_trial_reason (PlumbAdviceCard *self, const PlumbEvaluation *after)
{
  g_autofree char *reason = plumb_advice_reason (after, self->recommendation, MOST_REASONS);

  show_text (self->reason, reason);
  g_free (self->all_reasons);
  self->all_reasons = plumb_advice_reason (after, self->recommendation, ALL_REASONS);
}

void
plumb_advice_card_set_trial (PlumbAdviceCard *self, PlumbWhatIf *trial)
{
  PlumbAdviceTrial effect;
  const char *name;

  g_return_if_fail (PLUMB_IS_ADVICE_CARD (self));

  effect = plumb_advice_trial_find (trial, self->recommendation);
  if (effect == PLUMB_ADVICE_ADDED)
    show_trial_reason (self, plumb_what_if_get_after (trial));
  if (effect == PLUMB_ADVICE_ADDED || effect == PLUMB_ADVICE_CHANGED)
    show_urgency (self, plumb_evaluation_get_urgency (plumb_what_if_get_after (trial),
                                                      self->recommendation));
  if (effect == self->trial)
    return;
  name = plumb_advice_trial_class (self->trial);
  if (name != NULL)
    set_css_class (self, name, FALSE);
  self->trial = effect;
  name = plumb_advice_trial_class (effect);
  if (name != NULL)
    set_css_class (self, name, TRUE);
  show_effect (self);
  name_card (self);
}

void
plumb_advice_card_unfold (PlumbAdviceCard *self)
{
  g_return_if_fail (PLUMB_IS_ADVICE_CARD (self));

  gtk_toggle_button_set_active (self->why, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
}
