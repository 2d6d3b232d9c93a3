/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-progress.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

#define MARGIN 12.0
#define RADIUS 4.0

struct _PlumbTeachingProgress
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkDrawingArea *drawing;
  GtkBox *stages;
  GtkBox *traps;
  GArray *points; /* Point */
};

typedef struct
{
  guint points;
  gboolean safe;
} Point;

G_DEFINE_FINAL_TYPE (PlumbTeachingProgress, plumb_teaching_progress, ADW_TYPE_BIN)

/* The drawing: a dot for a case that went safely, a cross for one that did not. */

static void
draw_point (cairo_t *cr, const Point *point, double x, double y)
{
  cairo_new_path (cr);
  if (point->safe)
    {
      cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  cairo_move_to (cr, x - RADIUS, y - RADIUS);
  cairo_line_to (cr, x + RADIUS, y + RADIUS);
  cairo_move_to (cr, x + RADIUS, y - RADIUS);
  cairo_line_to (cr, x - RADIUS, y + RADIUS);
  cairo_stroke (cr);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PlumbTeachingProgress *self = data;
  double inner = height - 2 * MARGIN;
  gboolean leftwards = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  for (guint level = 0; level <= 100; level += 25)
    {
      double y = height - MARGIN - inner * level / 100;

      cairo_move_to (cr, MARGIN, y);
      cairo_line_to (cr, width - MARGIN, y);
    }
  cairo_set_dash (cr, (const double[]){ 1, 3 }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);
      double share = (i + 0.5) / self->points->len;
      double x = MARGIN + (width - 2 * MARGIN) * (leftwards ? 1 - share : share);

      draw_point (cr, point, x, height - MARGIN - inner * point->points / 100);
    }
}

static void
collect_points (PlumbTeachingProgress *self, PlumbProgress *progress)
{
  GPtrArray *plays = plumb_progress_get_plays (progress);

  g_array_set_size (self->points, 0);
  for (guint i = 0; i < plays->len; i++)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (plays, i);
      Point point = { play->points, play->safe };

      if (play->finished)
        g_array_append_val (self->points, point);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->drawing));
}

/* The lines */

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_line (GtkBox *box, const char *title, PlumbProgressShare share)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  GtkWidget *label;
  g_autofree char *text = NULL;

  if (share.times == 0)
    /* Translators: %s: a stage or a trap. */
    text = g_strdup_printf (_ ("%s: not practiced yet"), title);
  else
    /* Translators: a stage or a trap, how much of it went well in percent, how often it was met. */
    text = g_strdup_printf (_ ("%s: %d%% right, practiced %u×"), title,
                            (int) (share.right * 100 + 0.5), share.times);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share.right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (box, line);
}

/**
 * plumb_teaching_progress_show:
 * @self: a page
 * @pathway: the pathway
 * @traps: all traps
 * @progress: of the learner
 */
void
plumb_teaching_progress_show (PlumbTeachingProgress *self,
                              PlumbPathway *pathway,
                              PlumbTraps *traps,
                              PlumbProgress *progress)
{
  const char *language = plumb_app_language ();
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  GPtrArray *all = plumb_traps_get_list (traps);
  g_autofree char *text = NULL;
  g_autofree char *directed = NULL;

  g_return_if_fail (PLUMB_IS_TEACHING_PROGRESS (self));
  g_return_if_fail (progress != NULL);

  collect_points (self, progress);
  text = g_strdup_printf (
      /* Translators: the name of a learner, and how many cases were played to their end. */
      g_dngettext (GETTEXT_PACKAGE, "%s: %u case played", "%s: %u cases played", self->points->len),
      plumb_progress_get_name (progress), self->points->len);
  directed = g_strconcat (plumb_app_direction_mark (), text, NULL);
  gtk_label_set_text (self->heading, directed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drawing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  clear_box (self->stages);
  clear_box (self->traps);
  for (guint i = 0; i < stages->len; i++)
    {
      const PlumbStage *stage = g_ptr_array_index (stages, i);

      add_line (self->stages, plumb_text_get (stage->title, language),
                plumb_progress_get_stage (progress, stage->id));
    }
  for (guint i = 0; i < all->len; i++)
    {
      const PlumbTrap *trap = g_ptr_array_index (all, i);
      PlumbProgressShare share = plumb_progress_get_trap (progress, trap->id);

      if (share.times > 0)
        add_line (self->traps, plumb_text_get (trap->title, language), share);
    }
}

static void
plumb_teaching_progress_finalize (GObject *object)
{
  g_array_unref (PLUMB_TEACHING_PROGRESS (object)->points);

  G_OBJECT_CLASS (plumb_teaching_progress_parent_class)->finalize (object);
}

static void
plumb_teaching_progress_class_init (PlumbTeachingProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_progress_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingProgress, heading);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingProgress, drawing);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingProgress, stages);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingProgress, traps);
}

static void
plumb_teaching_progress_init (PlumbTeachingProgress *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->drawing, draw, self, NULL);
}
