/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stage-strip.h"

#include "plumb-stage-button.h"

#include <glib/gi18n.h>

#define SPACING 4

struct _PlumbStageStrip
{
  GtkWidget parent_instance;

  PlumbSession *session;
  GSignalGroup *signals;
  GPtrArray *buttons; /* PlumbStageButton */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (PlumbStageStrip, plumb_stage_strip, GTK_TYPE_WIDGET)

/* Rows of equal length, all buttons of one size */

static void
measure_buttons (PlumbStageStrip *self, GtkOrientation orientation, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      int least;
      int usual;

      gtk_widget_measure (g_ptr_array_index (self->buttons, i), orientation, -1, &least, &usual,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

static guint
count_rows (PlumbStageStrip *self, int width)
{
  guint n = self->buttons->len;
  int least;
  int usual;
  int fitting;

  if (n == 0)
    return 0;
  measure_buttons (self, GTK_ORIENTATION_HORIZONTAL, &least, &usual);
  fitting = MAX (1, (width + SPACING) / MAX (1, usual + SPACING));
  /* With large text a title rather ends early than that the strip takes the room of the chart. */
  if (fitting == 1 && width >= 2 * least + SPACING)
    fitting = 2;

  return (n + (guint) fitting - 1) / (guint) fitting;
}

static void
plumb_stage_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PlumbStageStrip *self = PLUMB_STAGE_STRIP (widget);
  int n = (int) self->buttons->len;
  int rows;

  measure_buttons (self, orientation, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = MAX (0, n * (*natural + SPACING) - SPACING);
      return;
    }
  rows = (int) count_rows (self, for_size < 0 ? G_MAXINT / 2 : for_size);
  *minimum = *natural = MAX (0, rows * (*natural + SPACING) - SPACING);
}

static GtkSizeRequestMode
plumb_stage_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plumb_stage_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbStageStrip *self = PLUMB_STAGE_STRIP (widget);
  guint n_rows = count_rows (self, width);
  guint n_columns = n_rows > 0 ? (self->buttons->len + n_rows - 1) / n_rows : 1;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double step = (double) (width + SPACING) / n_columns;
  int row_height = n_rows > 0 ? (height + SPACING) / (int) n_rows - SPACING : 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      guint column = i % n_columns;
      int x = (int) (column * step);
      int right = (int) ((column + 1) * step) - SPACING;
      GtkAllocation area
          = { right_to_left ? width - right : x, (int) (i / n_columns) * (row_height + SPACING),
              right - x, row_height };

      gtk_widget_size_allocate (g_ptr_array_index (self->buttons, i), &area, -1);
    }
}

/* Buttons */

static void
on_clicked (PlumbStageStrip *self, PlumbStageButton *button)
{
  plumb_session_set_stage (self->session, plumb_stage_button_get_stage (button));
  /* Where the whole pathway is shown, the chart of the stage takes its place. */
  gtk_widget_activate_action (GTK_WIDGET (self), "chart.show-chart", NULL);
}

static void
build (PlumbStageStrip *self)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < stages->len; i++)
    {
      GtkWidget *button = plumb_stage_button_new (g_ptr_array_index (stages, i));

      plumb_stage_button_set_compact (PLUMB_STAGE_BUTTON (button), self->compact);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
}

static void
update (PlumbStageStrip *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    plumb_stage_button_update (g_ptr_array_index (self->buttons, i), self->session);
}

/**
 * plumb_stage_strip_set_session:
 * @self: a strip without a session so far
 * @session: the session to show
 */
void
plumb_stage_strip_set_session (PlumbStageStrip *self, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_STAGE_STRIP (self) && self->session == NULL);
  g_return_if_fail (PLUMB_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  build (self);
  update (self);
}

/* The object */

static void
plumb_stage_strip_dispose (GObject *object)
{
  PlumbStageStrip *self = PLUMB_STAGE_STRIP (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_stage_strip_parent_class)->dispose (object);
}

static void
plumb_stage_strip_class_init (PlumbStageStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_stage_strip_dispose;
  widget_class->measure = plumb_stage_strip_measure;
  widget_class->get_request_mode = plumb_stage_strip_get_request_mode;
  widget_class->size_allocate = plumb_stage_strip_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "stagestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_stage_strip_init (PlumbStageStrip *self)
{
  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::trial", G_CALLBACK (update), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stages of the pathway"), -1);
}

/**
 * plumb_stage_strip_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a strip
 */
GtkWidget *
plumb_stage_strip_new (PlumbSession *session)
{
  PlumbStageStrip *self = g_object_new (PLUMB_TYPE_STAGE_STRIP, NULL);

  if (session != NULL)
    plumb_stage_strip_set_session (self, session);

  return GTK_WIDGET (self);
}

/* With little room the stages are told by their numbers alone. */
void
plumb_stage_strip_set_compact (PlumbStageStrip *self, gboolean compact)
{
  g_return_if_fail (PLUMB_IS_STAGE_STRIP (self));

  self->compact = compact;
  for (guint i = 0; i < self->buttons->len; i++)
    plumb_stage_button_set_compact (g_ptr_array_index (self->buttons, i), compact);
}
