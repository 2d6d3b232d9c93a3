/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include <pango/pangocairo.h>

static GtkWidgetClass *parent_class;

/* Text is set once and shown at any scale, so its glyphs must not keep to the
 * pixels of one. */
static PangoContext *
create_context (PlumbChartView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  const cairo_font_options_t *given = pango_cairo_context_get_font_options (context);
  cairo_font_options_t *options
      = given != NULL ? cairo_font_options_copy (given) : cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static char *
dup_font (PlumbChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_to_string (pango_context_get_font_description (context));
}

void
plumb_chart_view_update_colors (PlumbChartView *self)
{
  PlumbChartPalette palette;

  plumb_chart_palette_read (&palette, GTK_WIDGET (self));
  if (plumb_chart_palette_equal (&palette, &self->palette))
    return;
  self->palette = palette;
  if (self->layout != NULL)
    plumb_chart_view_update_boxes (self);
}

static void
update_style (PlumbChartView *self, gboolean force)
{
  g_autofree char *font = NULL;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  font = dup_font (self);
  plumb_chart_view_update_colors (self);
  if (!force && g_strcmp0 (font, self->font) == 0 && right_to_left == self->right_to_left)
    return;
  g_free (self->font);
  self->font = g_steal_pointer (&font);
  g_clear_object (&self->context);
  self->context = create_context (self);
  self->right_to_left = right_to_left;
  g_hash_table_remove_all (self->layouts);
  plumb_chart_view_build (self);
}

static void
plumb_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  parent_class->css_changed (widget, change);

  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

static void
plumb_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  parent_class->system_setting_changed (widget, setting);

  update_style (PLUMB_CHART_VIEW (widget), setting != GTK_SYSTEM_SETTING_ICON_THEME);
}

static void
plumb_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

static void
plumb_chart_view_root (GtkWidget *widget)
{
  parent_class->root (widget);

  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

void
plumb_chart_view_install_style (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->css_changed = plumb_chart_view_css_changed;
  widget_class->system_setting_changed = plumb_chart_view_system_setting_changed;
  widget_class->direction_changed = plumb_chart_view_direction_changed;
  widget_class->root = plumb_chart_view_root;
}
