/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

#include <hb.h>

#define FONTS "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

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
set_attributes (PangoLayout *layout, PangoAttrList *emphasis)
{
  PangoAttrList *attributes
      = emphasis != NULL ? pango_attr_list_copy (emphasis) : pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
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
  PangoFontDescription *font = pango_font_description_from_string (FONTS);

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
  set_attributes (layout, content->attributes);
  return layout;
}

/* Where the white space begins at which the line was broken. */
static int
get_trailing_space (const PangoLayoutLine *line, const char *text)
{
  int end = line->start_index + line->length;

  while (end > line->start_index && g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

/* Pango leaves such space without a glyph. A PDF would then hold it as a
 * replacement text, at which some readers of tagged files stop; so it gets the
 * glyph of a space again, and words of two lines stay apart. */
static void
show_space (cairo_t *cr, const char *text, PangoGlyphItem *run)
{
  hb_font_t *font = pango_font_get_hb_font (run->item->analysis.font);
  hb_codepoint_t space;

  if (font == NULL || !hb_font_get_nominal_glyph (font, ' ', &space))
    return;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    run->glyphs->glyphs[i].glyph = space;
  pango_cairo_show_glyph_item (cr, text, run);
}

static void
show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, int end)
{
  int length = end - run->item->offset;
  PangoGlyphItem *rest;

  if (length >= run->item->length)
    {
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  rest = pango_glyph_item_copy (run);
  if (length > 0)
    {
      PangoGlyphItem *shown = pango_glyph_item_split (rest, text, length);

      pango_cairo_show_glyph_item (cr, text, shown);
      cairo_rel_move_to (cr, pango_units_to_double (pango_glyph_string_get_width (shown->glyphs)),
                         0);
      pango_glyph_item_free (shown);
    }
  show_space (cr, text, rest);
  pango_glyph_item_free (rest);
}

/* Paints a line at the current point. */
void
plumb_layout_show_line (cairo_t *cr, PangoLayout *layout, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  int end = get_trailing_space (line, text);
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      cairo_move_to (cr, x, y);
      show_run (cr, text, run, end);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
  cairo_new_path (cr);
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
