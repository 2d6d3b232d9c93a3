/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-view.h"

#include "plumb-chart-layout.h"
#include "plumb-language.h"
#include "plumb-pathway-links.h"
#include "plumb-stage-button.h"
#include "plumb-stage-picture.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define GUTTER 26
/* Between the name of a stage and its picture. */
#define SPACING 2
/* Around the chart inside the frame of its picture. */
#define PADDING 6
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 150

struct _PlumbPathwayView
{
  GtkWidget parent_instance;

  PlumbSession *session;
  GSignalGroup *signals;
  GPtrArray *buttons;  /* PlumbStageButton */
  GPtrArray *pictures; /* PlumbStagePicture */
  gboolean laid_out;   /* whether the pictures have layouts of the font that is used */
  double largest_width;
  double largest_height;
  PlumbPathwayGrid grid;
};

G_DEFINE_FINAL_TYPE (PlumbPathwayView, plumb_pathway_view, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Room */

static int
measure_name (PlumbPathwayView *self)
{
  int height = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_VERTICAL, -1, NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

/* How large the stages are drawn with so many columns. */
static double
try_columns (PlumbPathwayView *self, guint n_columns, int width, int height, PlumbPathwayGrid *grid)
{
  guint n_rows = (self->pictures->len + n_columns - 1) / n_columns;
  double name = measure_name (self) + SPACING;

  grid->n_columns = n_columns;
  grid->gutter = GUTTER;
  grid->width = width;
  grid->cell_width = floor ((width - (n_columns + 1) * GUTTER) / (double) n_columns);
  grid->cell_height = floor ((height - n_rows * GUTTER - GUTTER / 2.0) / n_rows);

  return MIN ((grid->cell_width - 2 * PADDING) / self->largest_width,
              (grid->cell_height - name - 2 * PADDING) / self->largest_height);
}

static double
find_grid (PlumbPathwayView *self, int width, int height)
{
  double best = 0;

  for (guint n = 1; n <= self->pictures->len; n++)
    {
      PlumbPathwayGrid grid = { 0 };
      double scale = try_columns (self, n, width, height, &grid);

      if (n > 1 && scale <= best)
        continue;
      best = scale;
      self->grid = grid;
    }
  self->grid.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return CLAMP (best, 0.02, 1);
}

static void
plumb_pathway_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
place (GtkWidget *child, double x, double y, double width, double height)
{
  int least_width;
  int least_height;
  GtkAllocation area;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  area = (GtkAllocation){ (int) x, (int) y, MAX (least_width, (int) width),
                          MAX (least_height, (int) height) };
  gtk_widget_size_allocate (child, &area, -1);
}

static void
plumb_pathway_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbPathwayView *self = PLUMB_PATHWAY_VIEW (widget);
  int name = measure_name (self);
  double scale;

  if (self->pictures->len == 0 || self->largest_width <= 0)
    return;
  scale = find_grid (self, width, height);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      PlumbStagePicture *picture = g_ptr_array_index (self->pictures, i);
      graphene_point_t corner = plumb_pathway_grid_locate (&self->grid, i);

      plumb_stage_picture_set_scale (picture, scale);
      place (g_ptr_array_index (self->buttons, i), corner.x, corner.y, self->grid.cell_width, name);
      place (GTK_WIDGET (picture), corner.x, corner.y + name + SPACING, self->grid.cell_width,
             self->grid.cell_height - name - SPACING);
    }
}

static void
append_links (PlumbPathwayView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PlumbChartPalette palette;
  cairo_t *cr;

  plumb_chart_palette_read (&palette, widget);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  plumb_pathway_links_draw (cr, &self->grid,
                            plumb_pathway_get_stages (plumb_session_get_pathway (self->session)),
                            plumb_session_get_evaluation (self->session), &palette);
  cairo_destroy (cr);
}

static void
plumb_pathway_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbPathwayView *self = PLUMB_PATHWAY_VIEW (widget);

  if (self->session != NULL && self->grid.n_columns > 0)
    append_links (self, snapshot);
  GTK_WIDGET_CLASS (plumb_pathway_view_parent_class)->snapshot (widget, snapshot);
}

/* What the session says. While nobody looks, nothing is done. */

static void
update (PlumbPathwayView *self)
{
  const PlumbStage *stage;
  PlumbChartPalette palette;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  stage = plumb_session_get_stage (self->session);
  plumb_chart_palette_read (&palette, GTK_WIDGET (self));
  for (guint i = 0; i < self->pictures->len; i++)
    {
      PlumbStagePicture *picture = g_ptr_array_index (self->pictures, i);

      plumb_stage_button_update (g_ptr_array_index (self->buttons, i), self->session);
      plumb_stage_picture_update (picture, plumb_session_get_evaluation (self->session),
                                  plumb_stage_picture_get_stage (picture) == stage, &palette);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lay_out (PlumbPathwayView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  g_autofree char *font
      = pango_font_description_to_string (pango_context_get_font_description (context));
  PlumbChartStyle style
      = { context, font, plumb_app_language (),
          gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };

  self->laid_out = TRUE;
  self->largest_width = self->largest_height = 0;
  for (guint i = 0; i < self->pictures->len; i++)
    {
      PlumbStagePicture *picture = g_ptr_array_index (self->pictures, i);
      g_autoptr (PlumbChartLayout) layout
          = plumb_chart_layout_new (plumb_stage_picture_get_stage (picture), &style);

      plumb_stage_picture_set_layout (picture, layout);
      self->largest_width = MAX (self->largest_width, plumb_chart_layout_get_width (layout));
      self->largest_height = MAX (self->largest_height, plumb_chart_layout_get_height (layout));
    }
  g_object_unref (context);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Stages */

static void
choose (PlumbPathwayView *self, const PlumbStage *stage)
{
  plumb_session_set_stage (self->session, stage);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_clicked (PlumbPathwayView *self, PlumbStageButton *button)
{
  choose (self, plumb_stage_button_get_stage (button));
}

static void
on_picture_chosen (PlumbPathwayView *self, PlumbStagePicture *picture)
{
  choose (self, plumb_stage_picture_get_stage (picture));
}

static void
build (PlumbPathwayView *self)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < stages->len; i++)
    {
      GtkWidget *button = plumb_stage_button_new (g_ptr_array_index (stages, i));
      GtkWidget *picture = plumb_stage_picture_new (g_ptr_array_index (stages, i));

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (picture, "chosen", G_CALLBACK (on_picture_chosen), self,
                               G_CONNECT_SWAPPED);
      /* Named from the first, for those who look where nothing is shown yet. */
      plumb_stage_button_update (PLUMB_STAGE_BUTTON (button), self->session);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      gtk_widget_set_parent (picture, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
      g_ptr_array_add (self->pictures, picture);
    }
}

static void
set_session (PlumbPathwayView *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  build (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    lay_out (self);
  update (self);
}

/* Fonts and colors */

static void
restyle (PlumbPathwayView *self)
{
  self->laid_out = FALSE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  lay_out (self);
  update (self);
}

static void
plumb_pathway_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_pathway_view_parent_class)->css_changed (widget, change);

  restyle (PLUMB_PATHWAY_VIEW (widget));
}

static void
plumb_pathway_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  restyle (PLUMB_PATHWAY_VIEW (widget));
}

static void
plumb_pathway_view_map (GtkWidget *widget)
{
  PlumbPathwayView *self = PLUMB_PATHWAY_VIEW (widget);

  GTK_WIDGET_CLASS (plumb_pathway_view_parent_class)->map (widget);

  if (!self->laid_out)
    lay_out (self);
  update (self);
}

/* The object */

static void
plumb_pathway_view_dispose (GObject *object)
{
  PlumbPathwayView *self = PLUMB_PATHWAY_VIEW (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_pathway_view_parent_class)->dispose (object);
}

static void
plumb_pathway_view_class_init (PlumbPathwayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_pathway_view_dispose;
  widget_class->measure = plumb_pathway_view_measure;
  widget_class->size_allocate = plumb_pathway_view_size_allocate;
  widget_class->snapshot = plumb_pathway_view_snapshot;
  widget_class->css_changed = plumb_pathway_view_css_changed;
  widget_class->direction_changed = plumb_pathway_view_direction_changed;
  widget_class->map = plumb_pathway_view_map;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pathwayview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_pathway_view_init (PlumbPathwayView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (update), self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The whole pathway"), -1);
}

/**
 * plumb_pathway_view_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): the whole pathway as a picture
 */
GtkWidget *
plumb_pathway_view_new (PlumbSession *session)
{
  PlumbPathwayView *self = g_object_new (PLUMB_TYPE_PATHWAY_VIEW, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}
