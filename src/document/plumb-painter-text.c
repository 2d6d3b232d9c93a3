/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

/* Arabic lines of fonts with room for every vowel sign would stand two lines apart. */
#define ARABIC_LINE_HEIGHT 1.5

double
plumb_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
plumb_layout_get_baseline (PangoLayout *layout)
{
  return pango_units_to_double (pango_layout_get_baseline (layout));
}

/* Without ligatures, "flag" is found by a search in the file and read out whole. */
static void
set_attributes (PangoLayout *layout, PangoAttrList *emphasis, double line_height)
{
  PangoAttrList *attributes
      = emphasis != NULL ? pango_attr_list_copy (emphasis) : pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  if (line_height > 0)
    pango_attr_list_insert (
        attributes, pango_attr_line_height_new_absolute (pango_units_from_double (line_height)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

PangoLayout *
plumb_painter_create_layout (PlumbPainter *self,
                             const PlumbInline *content,
                             double size,
                             gboolean bold,
                             double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (PLUMB_PAPER_FONTS);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, size)));
  /* The page's own direction counts, not that of a name which opens a line. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* A word longer than its line is broken rather than lost over the edge. */
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, content->text != NULL ? content->text : "", -1);
  set_attributes (layout, content->attributes, self->right_to_left ? ARABIC_LINE_HEIGHT * size : 0);
  return layout;
}

/* Paints all lines; @x and @y are the upper left corner. */
void
plumb_layout_show (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      cairo_move_to (cr, x + pango_units_to_double (logical.x),
                     y + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
      plumb_layout_show_line (cr, layout, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
}
