/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-outline-row.h"

#include "plumb-chart-words.h"
#include "plumb-language.h"
#include "plumb-place-words.h"

#include <glib/gi18n.h>

struct _PlumbOutlineRow
{
  GtkListBoxRow parent_instance;

  GtkImage *arrow;
  GtkLabel *number;
  GtkLabel *kind;
  GtkLabel *text;
  GtkLabel *standing_label;

  const PlumbStage *stage;
  const PlumbNode *node;
  const PlumbExit *exit;
  PlumbStanding standing;
  char *name; /* as it is read aloud */
};

G_DEFINE_FINAL_TYPE (PlumbOutlineRow, plumb_outline_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const classes[] = {
  [PLUMB_STANDING_OPEN] = "open",
  [PLUMB_STANDING_TAKEN] = "taken",
  [PLUMB_STANDING_CURRENT] = "current",
  [PLUMB_STANDING_RULED_OUT] = "ruled-out",
};

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

static void
plumb_outline_row_finalize (GObject *object)
{
  g_free (PLUMB_OUTLINE_ROW (object)->name);

  G_OBJECT_CLASS (plumb_outline_row_parent_class)->finalize (object);
}

static void
plumb_outline_row_class_init (PlumbOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_outline_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineRow, number);
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineRow, kind);
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineRow, text);
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineRow, standing_label);
}

static void
plumb_outline_row_init (PlumbOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What does not change */

static void
show_number (PlumbOutlineRow *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  /* A link has none, but its text begins where the others do. */
  gtk_label_set_text (self->number, number > 0 ? text : "");
}

static PlumbOutlineRow *
create_row (const char *style_class, int level)
{
  PlumbOutlineRow *self = g_object_new (PLUMB_TYPE_OUTLINE_ROW, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), style_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->standing]);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), level == 1);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), level == 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return self;
}

GtkWidget *
plumb_outline_row_new_stage (const PlumbStage *stage)
{
  PlumbOutlineRow *self;

  g_return_val_if_fail (stage != NULL, NULL);

  self = create_row ("stage-line", 1);
  self->stage = stage;
  show_number (self, stage->number);
  gtk_label_set_text (self->text, translate (stage->title));
  plumb_outline_row_set_expanded (self, FALSE);

  return GTK_WIDGET (self);
}

GtkWidget *
plumb_outline_row_new_node (const PlumbNode *node)
{
  PlumbPlace place = { PLUMB_PLACE_BOX, { node } };
  PlumbOutlineRow *self;

  g_return_val_if_fail (node != NULL, NULL);

  self = create_row ("box-line", 2);
  self->stage = node->stage;
  self->node = node;
  show_number (self, node->number);
  gtk_label_set_text (self->kind, plumb_place_kind_word (&place));
  gtk_label_set_text (self->text, translate (node->text));

  return GTK_WIDGET (self);
}

/* Boxes of other stages may have the same text, so their stage is named. */
static char *
dup_target (const PlumbExit *exit)
{
  PlumbPlace target = { PLUMB_PLACE_BOX, { exit->target } };

  if (exit->target->stage == exit->source->stage)
    return plumb_place_dup_name (&target);

  /* Translators: a box of another stage: its number, the title of the stage, its text. */
  return g_strdup_printf (_ ("%u  %s: %s"), exit->target->number,
                          translate (exit->target->stage->title), translate (exit->target->text));
}

/* "low → 14  Low risk: advice and exercise" */
static char *
dup_exit_text (PlumbOutlineRow *self)
{
  g_autofree char *name = dup_target (self->exit);
  const char *label = self->exit->label != NULL ? translate (self->exit->label) : "";
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return g_strdup_printf ("%s%s%s %s", label, *label != '\0' ? " " : "", right_to_left ? "←" : "→",
                          name);
}

GtkWidget *
plumb_outline_row_new_exit (const PlumbExit *exit)
{
  PlumbOutlineRow *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (exit != NULL, NULL);

  self = create_row ("exit-line", 3);
  self->stage = exit->source->stage;
  self->node = exit->source;
  self->exit = exit;
  gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
  text = dup_exit_text (self);
  gtk_label_set_text (self->text, text);

  return GTK_WIDGET (self);
}

const PlumbStage *
plumb_outline_row_get_stage (PlumbOutlineRow *self)
{
  g_return_val_if_fail (PLUMB_IS_OUTLINE_ROW (self), NULL);

  return self->stage;
}

const PlumbNode *
plumb_outline_row_get_node (PlumbOutlineRow *self)
{
  g_return_val_if_fail (PLUMB_IS_OUTLINE_ROW (self), NULL);

  return self->node;
}

const PlumbExit *
plumb_outline_row_get_exit (PlumbOutlineRow *self)
{
  g_return_val_if_fail (PLUMB_IS_OUTLINE_ROW (self), NULL);

  return self->exit;
}

void
plumb_outline_row_set_expanded (PlumbOutlineRow *self, gboolean expanded)
{
  g_return_if_fail (PLUMB_IS_OUTLINE_ROW (self));

  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/* What does */

static PlumbStanding
find_standing (PlumbOutlineRow *self, const PlumbEvaluation *evaluation)
{
  if (self->exit != NULL)
    return plumb_evaluation_get_exit_standing (evaluation, self->exit);
  if (self->node != NULL)
    return plumb_evaluation_get_node_standing (evaluation, self->node);

  return plumb_evaluation_get_stage_standing (evaluation, self->stage);
}

static char *
dup_name (PlumbOutlineRow *self, const PlumbEvaluation *evaluation)
{
  if (self->exit != NULL)
    return plumb_chart_describe_exit (self->exit, self->standing);
  if (self->node != NULL)
    return plumb_chart_describe_branch (self->node, evaluation);

  /* Translators: read aloud for a stage: its number, its title, and a sentence on how it stands:
   * "Stage 2, First steps. Open." */
  return g_strdup_printf (_ ("Stage %u, %s. %s"), self->stage->number,
                          translate (self->stage->title),
                          plumb_chart_standing_word (self->standing));
}

static void
show_standing (PlumbOutlineRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == self->standing)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_label_set_text (self->standing_label, plumb_chart_standing_short (self->standing));
}

/**
 * plumb_outline_row_update:
 * @self: a row
 * @evaluation: how things stand now
 *
 * Changes what is different, and nothing else.
 */
void
plumb_outline_row_update (PlumbOutlineRow *self, const PlumbEvaluation *evaluation)
{
  g_autofree char *name = NULL;
  PlumbStanding standing;

  g_return_if_fail (PLUMB_IS_OUTLINE_ROW (self));
  g_return_if_fail (evaluation != NULL);

  standing = find_standing (self, evaluation);
  if (standing != self->standing || self->name == NULL)
    {
      self->standing = standing;
      show_standing (self);
    }
  name = dup_name (self, evaluation);
  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
}
