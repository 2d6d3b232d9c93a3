/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stage-button.h"

#include "plumb-chart-words.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

struct _PlumbStageButton
{
  GtkButton parent_instance;

  GtkImage *mark;
  GtkLabel *text;

  const PlumbStage *stage;
  const char *standing_class;
  const char *word;
  gboolean tried; /* it stands so only with the answers that are tried */
};

G_DEFINE_FINAL_TYPE (PlumbStageButton, plumb_stage_button, GTK_TYPE_BUTTON)

typedef struct
{
  const char *style_class;
  const char *icon; /* NULL: none */
  const char *word;
} Look;

static Look
get_look (PlumbSession *session, const PlumbStage *stage)
{
  PlumbStanding standing
      = plumb_evaluation_get_stage_standing (plumb_session_get_shown (session), stage);

  if (plumb_chart_is_paused (session, stage))
    /* Translators: how a stage stands: something urgent comes first. */
    return (Look){ "paused", "media-playback-pause-symbolic", _ ("Paused.") };
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
      return (Look){ "taken", "object-select-symbolic", plumb_chart_standing_word (standing) };
    case PLUMB_STANDING_CURRENT:
      return (Look){ "current", "media-playback-start-symbolic",
                     plumb_chart_standing_word (standing) };
    case PLUMB_STANDING_RULED_OUT:
      return (Look){ "ruled-out", NULL, plumb_chart_standing_word (standing) };
    case PLUMB_STANDING_OPEN:
    default:
      return (Look){ "open", NULL, plumb_chart_standing_word (standing) };
    }
}

static char *
dup_name (PlumbStageButton *self)
{
  const char *title = plumb_text_get (self->stage->title, plumb_app_language ());

  if (self->tried)
    /* Translators: as below, of a stage that answers that are tried would change. */
    return g_strdup_printf (_ ("Stage %u, %s. This would change. %s"), self->stage->number, title,
                            self->word);

  /* Translators: read aloud for a stage: its number, its title and how it stands. */
  return g_strdup_printf (_ ("Stage %u, %s. %s"), self->stage->number, title, self->word);
}

/* Made when somebody waits for it: to set one asks the screen where the pointer
 * is, and one click may change all the stages. */
static gboolean
plumb_stage_button_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean keyboard,
                                  GtkTooltip *tooltip)
{
  PlumbStageButton *self = PLUMB_STAGE_BUTTON (widget);
  g_autofree char *name = self->word != NULL ? dup_name (self) : NULL;

  gtk_tooltip_set_text (tooltip, name);

  return name != NULL;
}

static void
plumb_stage_button_class_init (PlumbStageButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->query_tooltip = plumb_stage_button_query_tooltip;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-stage-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbStageButton, mark);
  gtk_widget_class_bind_template_child (widget_class, PlumbStageButton, text);
}

static void
plumb_stage_button_init (PlumbStageButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static char *
dup_title (const PlumbStage *stage)
{
  return g_strdup_printf ("%u %s", stage->number,
                          plumb_text_get (stage->title, plumb_app_language ()));
}

/**
 * plumb_stage_button_new:
 * @stage: a stage
 *
 * Returns: (transfer floating): its button, as yet without a standing
 */
GtkWidget *
plumb_stage_button_new (const PlumbStage *stage)
{
  PlumbStageButton *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (stage != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_STAGE_BUTTON, NULL);
  self->stage = stage;
  text = dup_title (stage);
  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

/**
 * plumb_stage_button_set_compact:
 * @self: a button
 * @compact: whether the number must do; the tooltip and a reader still say it all
 */
void
plumb_stage_button_set_compact (PlumbStageButton *self, gboolean compact)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLUMB_IS_STAGE_BUTTON (self));

  text = compact ? g_strdup_printf ("%u", self->stage->number) : dup_title (self->stage);
  gtk_label_set_text (self->text, text);
}

const PlumbStage *
plumb_stage_button_get_stage (PlumbStageButton *self)
{
  g_return_val_if_fail (PLUMB_IS_STAGE_BUTTON (self), NULL);

  return self->stage;
}

static void
describe (PlumbStageButton *self)
{
  g_autofree char *name = dup_name (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_in_view (PlumbStageButton *self, gboolean in_view)
{
  if (in_view)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-view");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-view");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
      in_view ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static gboolean
is_tried (PlumbSession *session, const PlumbStage *stage)
{
  PlumbEvaluation *recorded = plumb_session_get_evaluation (session);
  PlumbEvaluation *shown = plumb_session_get_shown (session);

  return shown != recorded
         && plumb_evaluation_get_stage_standing (recorded, stage)
                != plumb_evaluation_get_stage_standing (shown, stage);
}

static void
show_tried (PlumbStageButton *self, gboolean tried)
{
  self->tried = tried;
  if (tried)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tried");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tried");
}

/**
 * plumb_stage_button_update:
 * @self: a button
 * @session: how things stand now
 *
 * Shows how the stage stands.
 */
void
plumb_stage_button_update (PlumbStageButton *self, PlumbSession *session)
{
  Look look;
  gboolean tried;

  g_return_if_fail (PLUMB_IS_STAGE_BUTTON (self));
  g_return_if_fail (PLUMB_IS_SESSION (session));

  look = get_look (session, self->stage);
  show_in_view (self, plumb_session_get_stage (session) == self->stage);
  tried = is_tried (session, self->stage);
  if (look.style_class == self->standing_class && tried == self->tried)
    return;
  show_tried (self, tried);
  self->word = look.word;
  describe (self);
  if (self->standing_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->standing_class);
  self->standing_class = look.style_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), look.style_class);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), look.icon != NULL);
  gtk_image_set_from_icon_name (self->mark, look.icon);
}
