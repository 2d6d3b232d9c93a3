/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

#include <hb.h>
#include <string.h>

/*
 * Paints runs of glyphs with the words that they stand for. Where cairo cannot
 * map a glyph of a font to one text, its PDF holds a replacement text there, at
 * which many readers of tagged files stop. So signs without ink are left out,
 * spaces of any kind are plain spaces, a bracket among words that run to the left
 * is the one that is seen, and a ligature of Arabic letters is given as the one
 * character by which the font knows it.
 */

#define SPACE 0x20
#define NO_BREAK_SPACE 0xa0
#define HYPHEN 0x2010
#define NO_BREAK_HYPHEN 0x2011
#define NARROW_NO_BREAK_SPACE 0x202f

/* A run while it becomes what cairo_show_text_glyphs() takes. */
typedef struct
{
  const PangoGlyphItem *run;
  hb_font_t *font;
  double x; /* of the run */
  double y;
  gboolean backward;
  GArray *glyphs;   /* cairo_glyph_t, in logical order */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *words;
} Ink;

static gboolean
is_space (gunichar character)
{
  return character == NO_BREAK_SPACE || character == NARROW_NO_BREAK_SPACE
         || g_unichar_isspace (character);
}

/* Marks of direction and joiners: they have done their work when the glyphs are in place. */
static gboolean
is_inkless (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_FORMAT;
}

static hb_codepoint_t
find_glyph (const Ink *self, gunichar character)
{
  hb_codepoint_t glyph = 0;

  return self->font != NULL && hb_font_get_nominal_glyph (self->font, character, &glyph) ? glyph
                                                                                         : 0;
}

static double
get_place (const Ink *self, int index)
{
  int place = 0;

  for (int i = 0; i < index; i++)
    place += self->run->glyphs->glyphs[i].geometry.width;
  return self->x + pango_units_to_double (place);
}

static void
add_glyph (Ink *self, int index, hb_codepoint_t code)
{
  const PangoGlyphGeometry *geometry = &self->run->glyphs->glyphs[index].geometry;
  cairo_glyph_t glyph
      = { code, get_place (self, index) + pango_units_to_double (geometry->x_offset),
          self->y + pango_units_to_double (geometry->y_offset) };

  g_array_append_val (self->glyphs, glyph);
}

/* Whether a character, kept in Unicode for old texts only, stands for just these letters. */
static gboolean
is_form_of (gunichar form, const char *text, int length)
{
  char character[7] = { 0 };
  g_autofree char *letters = NULL;
  g_autofree char *plain = NULL;

  g_unichar_to_utf8 (form, character);
  letters = g_utf8_normalize (character, -1, G_NORMALIZE_NFKD);
  plain = g_utf8_normalize (text, length, G_NORMALIZE_NFKD);
  return g_strcmp0 (letters, plain) == 0;
}

/* The character by which the font knows a ligature of Arabic letters, or 0. */
static gunichar
find_ligature (const Ink *self, const char *text, int length, hb_codepoint_t glyph)
{
  static const gunichar blocks[][2] = { { 0xfef5, 0xfefc }, { 0xfbea, 0xfdf9 } };

  if (g_unichar_get_script (g_utf8_get_char (text)) != G_UNICODE_SCRIPT_ARABIC
      || g_utf8_strlen (text, length) < 2)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    for (gunichar form = blocks[i][0]; form <= blocks[i][1]; form++)
      if (find_glyph (self, form) == glyph && is_form_of (form, text, length))
        return form;
  return 0;
}

/* What a cluster with this one glyph is to be read as. */
static void
add_words (Ink *self, const char *text, int length, int n_glyphs, hb_codepoint_t glyph)
{
  gunichar first = g_utf8_get_char (text);
  gunichar ligature = n_glyphs == 1 ? find_ligature (self, text, length, glyph) : 0;
  gunichar mirrored;

  if (ligature != 0)
    g_string_append_unichar (self->words, ligature);
  else if (self->backward && g_unichar_get_mirror_char (first, &mirrored)
           && find_glyph (self, mirrored) == glyph)
    g_string_append_unichar (self->words, mirrored);
  else if (is_space (first))
    g_string_append_c (self->words, ' ');
  else if (first == NO_BREAK_HYPHEN)
    g_string_append_unichar (self->words, find_glyph (self, HYPHEN) == glyph ? HYPHEN : '-');
  else
    g_string_append_len (self->words, text, length);
}

/* Glyphs from @first to @last as they stand on the page. */
static void
add_cluster (Ink *self, const char *text, int length, int first, int last)
{
  guint n_before = self->glyphs->len;
  gsize words_before = self->words->len;
  cairo_text_cluster_t cluster;

  for (int i = self->backward ? last : first; first <= i && i <= last; i += self->backward ? -1 : 1)
    {
      PangoGlyph glyph = self->run->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY)
        add_glyph (self, i, glyph);
      else if (is_space (g_utf8_get_char (text)) && find_glyph (self, SPACE) != 0)
        add_glyph (self, i, find_glyph (self, SPACE));
    }
  cluster.num_glyphs = (int) (self->glyphs->len - n_before);
  if (cluster.num_glyphs == 0)
    return;
  add_words (self, text, length, cluster.num_glyphs,
             (hb_codepoint_t) g_array_index (self->glyphs, cairo_glyph_t, n_before).index);
  cluster.num_bytes = (int) (self->words->len - words_before);
  g_array_append_val (self->clusters, cluster);
}

static void
add_clusters (Ink *self, const char *text)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, (PangoGlyphItem *) self->run, text);
       more; more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *words = text + iter.start_index;
      int first = self->backward ? iter.end_glyph + 1 : iter.start_glyph;
      int last = self->backward ? iter.start_glyph : iter.end_glyph - 1;

      if (!is_inkless (g_utf8_get_char (words)))
        add_cluster (self, words, iter.end_index - iter.start_index, first, last);
    }
}

/* cairo wants glyphs from left to right, whichever way the words run. */
static void
reverse_glyphs (GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len / 2; i++)
    {
      cairo_glyph_t *one = &g_array_index (glyphs, cairo_glyph_t, i);
      cairo_glyph_t *other = &g_array_index (glyphs, cairo_glyph_t, glyphs->len - 1 - i);
      cairo_glyph_t kept = *one;

      *one = *other;
      *other = kept;
    }
}

static gboolean
has_unknown_glyph (const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return TRUE;
  return FALSE;
}

static void
show_ink (cairo_t *cr, const Ink *ink)
{
  const PangoFont *font = ink->run->item->analysis.font;

  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font ((PangoCairoFont *) font));
  cairo_show_text_glyphs (
      cr, ink->words->str, (int) ink->words->len, (cairo_glyph_t *) (gpointer) ink->glyphs->data,
      (int) ink->glyphs->len, (cairo_text_cluster_t *) (gpointer) ink->clusters->data,
      (int) ink->clusters->len, ink->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  PangoFont *font = run->item->analysis.font;
  Ink ink = { run, NULL, x, y, (run->item->analysis.level & 1) != 0, NULL, NULL, NULL };

  if (font == NULL || has_unknown_glyph (run))
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  ink.font = pango_font_get_hb_font (font);
  ink.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  ink.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  ink.words = g_string_new (NULL);
  add_clusters (&ink, text);
  if (ink.backward)
    reverse_glyphs (ink.glyphs);
  if (ink.glyphs->len > 0)
    show_ink (cr, &ink);
  g_array_unref (ink.glyphs);
  g_array_unref (ink.clusters);
  g_string_free (ink.words, TRUE);
}

/* A run of a line, and where on the line it stands. */
typedef struct
{
  PangoGlyphItem *run;
  double x;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  return one->run->item->offset - other->run->item->offset;
}

/* Paints a line at the current point: its runs in the order in which they are
 * read, so that a reader of the file hears them so. */
void
plumb_layout_show_line (cairo_t *cr, PangoLayout *layout, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      Place place = { l->data, x };

      g_array_append_val (places, place);
      x += pango_units_to_double (pango_glyph_string_get_width (place.run->glyphs));
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    show_run (cr, text, g_array_index (places, Place, i).run, g_array_index (places, Place, i).x,
              y);
  cairo_new_path (cr);
}
