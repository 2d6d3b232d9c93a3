/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Points become units of the context by its resolution; absolute sizes are units already. */
static double
font_size (PangoContext *context, const PangoFontDescription *description)
{
  PangoFontMap *map = pango_context_get_font_map (context);
  double size = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (description))
    return size;
  if (resolution <= 0 && PANGO_IS_CAIRO_FONT_MAP (map))
    resolution = pango_cairo_font_map_get_resolution (PANGO_CAIRO_FONT_MAP (map));
  return size * (resolution > 0 ? resolution : 96) / 72;
}

/* Fonts with room for every vowel sign of Arabic would stand two lines apart. */
#define HIGHEST_LINE 1.45

/* What the lengths are, in heights of a line but where it says otherwise. */
typedef struct
{
  double body;       /* least width of a box */
  double characters; /* the same, in characters */
  double pad_x;
  double pad_y; /* more than the badge's radius: text stays clear of it */
  double badge;
  double lane;
  double port;
  double gap;
  double arrow;
  double gutter; /* least size */
  double stem;   /* below a box */
  double least;  /* lines in a box */
  double line;   /* of the font's own height of a line */
} Lengths;

static const Lengths wide = { 8, 15.5, 0.55, 0.64, 0.6, 0.65, 0.8, 0.35, 0.5, 2, 0.85, 2, 1 };
/* For as much as possible on one sheet of paper. */
static const Lengths compact
    = { 5.8, 11.4, 0.28, 0.36, 0.5, 0.45, 0.55, 0.2, 0.42, 0.9, 0.4, 1, 0.88 };

static void
derive_lengths (PlumbChartFont *self, const Lengths *lengths, double character)
{
  double line = self->line_height;

  self->body_width = ceil (MAX (lengths->body * line, lengths->characters * character));
  self->pad_x = lengths->pad_x * line;
  self->pad_y = lengths->pad_y * line;
  self->badge = lengths->badge * line;
  self->lane = lengths->lane * line;
  self->port = lengths->port * line;
  self->gap = lengths->gap * line;
  self->arrow = lengths->arrow * line;
  self->gutter = lengths->gutter * line;
  self->stem = lengths->stem * line;
  self->least_height = lengths->least * line;
}

/**
 * plumb_chart_font_new:
 * @style: how text is set
 *
 * Returns: the font of @style with the lengths of a chart set in it; free with
 *   plumb_chart_font_free(). It keeps a reference to the style's context only.
 */
PlumbChartFont *
plumb_chart_font_new (const PlumbChartStyle *style)
{
  PlumbChartFont *self = g_new0 (PlumbChartFont, 1);
  PangoFontDescription *description = pango_font_description_from_string (style->font);
  const Lengths *lengths = style->compact ? &compact : &wide;
  PangoFontMetrics *metrics;
  double natural;

  if (pango_font_description_get_size (description) <= 0)
    pango_font_description_set_size (description, 10.5 * PANGO_SCALE);
  if (!pango_font_description_get_family (description))
    pango_font_description_set_family_static (description, "Sans");
  self->family = g_strdup (pango_font_description_get_family (description));
  self->size = font_size (style->context, description);
  pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  self->measure = pango_layout_new (style->context);
  pango_layout_set_font_description (self->measure, description);
  metrics = pango_context_get_metrics (style->context, description, NULL);
  natural = ceil (pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE);
  self->share = MIN (lengths->line, HIGHEST_LINE * self->size / natural);
  self->line_height = self->share * natural;
  /* Less room for a line is taken from above and below alike. */
  self->ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE
                 - (1 - self->share) / 2 / self->share * self->line_height;
  derive_lengths (self, lengths,
                  pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  pango_font_description_free (description);
  return self;
}

void
plumb_chart_font_free (PlumbChartFont *self)
{
  g_object_unref (self->measure);
  g_free (self->family);
  g_free (self);
}

void
plumb_chart_text_clear (PlumbChartText *self)
{
  g_clear_pointer (&self->lines, g_strfreev);
}

double
plumb_chart_font_measure (PlumbChartFont *self, const char *text)
{
  PangoRectangle logical;

  pango_layout_set_width (self->measure, -1);
  pango_layout_set_text (self->measure, text, -1);
  pango_layout_get_extents (self->measure, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/* A text between two places where a line may end. */
typedef struct
{
  double width;
  double visible; /* without the spaces at its end */
} Segment;

/* What breaking a text needs to know, so that trying a width costs no layout. */
typedef struct
{
  GArray *segments;
  double longest;
  double line_height;
} Measure;

static void
measure_run (const char *text, PangoGlyphItem *run, double *advances)
{
  g_autofree int *widths = g_new (int, run->item->num_chars + 1);
  glong first = g_utf8_pointer_to_offset (text, text + run->item->offset);

  pango_glyph_item_get_logical_widths (run, text, widths);
  for (int i = 0; i < run->item->num_chars; i++)
    advances[first + i] = widths[i] / (double) PANGO_SCALE;
}

static void
add_segments (Measure *self, const double *advances, const PangoLogAttr *attributes, int n_chars)
{
  Segment segment = { 0, 0 };

  for (int i = 0; i < n_chars; i++)
    {
      segment.width += advances[i];
      if (!attributes[i].is_white)
        segment.visible = segment.width;
      if (i + 1 < n_chars && !attributes[i + 1].is_line_break)
        continue;
      g_array_append_val (self->segments, segment);
      self->longest = MAX (self->longest, segment.visible);
      segment = (Segment){ 0, 0 };
    }
}

static void
measure_text (PlumbChartFont *font, const char *text, Measure *self)
{
  glong n_chars = g_utf8_strlen (text, -1);
  g_autofree double *advances = g_new0 (double, n_chars + 1);
  PangoLayoutLine *line;
  PangoRectangle logical;
  int n_attributes;

  pango_layout_set_width (font->measure, -1);
  pango_layout_set_text (font->measure, text, -1);
  line = pango_layout_get_line_readonly (font->measure, 0);
  for (GSList *link = line->runs; link; link = link->next)
    measure_run (text, link->data, advances);
  pango_layout_line_get_extents (line, NULL, &logical);
  self->line_height
      = MAX (font->line_height, font->share * ceil (logical.height / (double) PANGO_SCALE));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->longest = 0;
  add_segments (self, advances, pango_layout_get_log_attrs_readonly (font->measure, &n_attributes),
                (int) n_chars);
}

static void
measure_clear (Measure *self)
{
  g_clear_pointer (&self->segments, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measure, measure_clear)

static guint
count_lines (const Measure *self, double width)
{
  guint n_lines = 1;
  double filled = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (filled > 0 && filled + segment->visible > width)
        {
          n_lines++;
          filled = 0;
        }
      if (segment->visible > width)
        n_lines += (guint) (segment->visible / width);
      filled += segment->width;
    }
  return n_lines;
}

/* The narrowest width that needs no further line: lines of about one length. */
static double
balanced_width (const Measure *self, double width)
{
  guint n_lines = count_lines (self, width);
  double narrow = 0;

  if (self->longest > width)
    return width;
  for (guint step = 0; step < 12; step++)
    {
      double middle = MAX (self->longest, (narrow + width) / 2);

      if (count_lines (self, middle) <= n_lines)
        width = middle;
      else
        narrow = middle;
    }
  return width;
}

static void
take_lines (PlumbChartFont *self, const char *text, PlumbChartText *result)
{
  GPtrArray *lines = g_ptr_array_new ();

  result->width = 0;
  result->line_height = self->line_height;
  for (GSList *link = pango_layout_get_lines_readonly (self->measure); link; link = link->next)
    {
      PangoLayoutLine *line = link->data;
      PangoRectangle logical;

      g_ptr_array_add (lines, g_strchomp (g_strndup (text + line->start_index, line->length)));
      pango_layout_line_get_extents (line, NULL, &logical);
      result->width = MAX (result->width, logical.width / (double) PANGO_SCALE);
      result->line_height
          = MAX (result->line_height, self->share * ceil (logical.height / (double) PANGO_SCALE));
    }
  result->height = result->line_height * lines->len;
  g_ptr_array_add (lines, NULL);
  result->lines = (char **) g_ptr_array_free (lines, FALSE);
}

static void
break_measured (PlumbChartFont *self,
                const Measure *measure,
                const char *text,
                double width,
                PlumbChartText *result)
{
  int n_lines = (int) count_lines (measure, width);

  pango_layout_set_wrap (self->measure, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->measure,
                          (int) ceil (balanced_width (measure, width) * PANGO_SCALE) + 1);
  if (pango_layout_get_line_count (self->measure) > n_lines)
    pango_layout_set_width (self->measure, (int) (width * PANGO_SCALE));
  take_lines (self, text, result);
}

/**
 * plumb_chart_font_break:
 * @self: a font
 * @text: what to set
 * @width: the width to break it to, in units of the context
 * @max_lines: widen rather than set more lines than this; 0: any number
 * @result: (out): the lines; clear with plumb_chart_text_clear()
 *
 * Breaks a text into lines of about the same length.
 */
void
plumb_chart_font_break (PlumbChartFont *self,
                        const char *text,
                        double width,
                        guint max_lines,
                        PlumbChartText *result)
{
  g_auto (Measure) measure = { 0 };

  measure_text (self, text, &measure);
  while (max_lines > 0 && (count_lines (&measure, width) > max_lines || measure.longest > width))
    width *= 1.15;
  break_measured (self, &measure, text, width, result);
}

static double
kind_width (const PlumbChartFont *self, PlumbNodeKind kind)
{
  switch (kind)
    {
    case PLUMB_NODE_DECISION:
      return ceil (self->body_width * 1.16);
    case PLUMB_NODE_LINK:
      return ceil (self->body_width * 1.1);
    case PLUMB_NODE_STATE:
    case PLUMB_NODE_ACTION:
    default:
      return self->body_width;
    }
}

/* How much of the width a shape of this height leaves to text of that height. */
static double
usable_width (PlumbChartFont *self, PlumbNodeKind kind, double width, double height, double text)
{
  PlumbRectangle area = { 0, 0, width, height };
  double radius = plumb_chart_corner_radius (kind, &area);
  double above = MAX (0, text / 2 - height / 2 + radius);
  double share = text / height;

  switch (kind)
    {
    case PLUMB_NODE_DECISION:
      return width - 2 * plumb_chart_shape_slant (width, height) * share - 1.5 * self->pad_x;
    case PLUMB_NODE_LINK:
      return width * sqrt (1 - share * share) - 0.4 * self->pad_x;
    case PLUMB_NODE_STATE:
      return width - 2 * (radius - sqrt (radius * radius - above * above)) - 1.8 * self->pad_x;
    case PLUMB_NODE_ACTION:
    default:
      return width - 2 * self->pad_x;
    }
}

static double
needed_height (PlumbChartFont *self, PlumbNodeKind kind, double text)
{
  double tallest = MAX (text, self->least_height);

  if (kind == PLUMB_NODE_LINK)
    return ceil (MAX (text / 0.66, tallest + 2 * self->pad_y));
  return ceil (tallest + 2 * self->pad_y);
}

/* The room that a shape of this width leaves to a text, in as many lines as it then takes. */
static double
find_room (PlumbChartFont *self, PlumbNodeKind kind, const Measure *measure, double width)
{
  double room = width;

  for (guint n_lines = 1; n_lines < 100; n_lines++)
    {
      double height = n_lines * measure->line_height;

      room = usable_width (self, kind, width, needed_height (self, kind, height), height);
      if (count_lines (measure, room) <= n_lines)
        break;
    }
  return room;
}

/**
 * plumb_chart_font_box_width:
 * @self: a font
 * @kind: the shape
 * @text: what to set inside it
 *
 * Returns: the width of shapes of this kind; more where a word would not fit in
 *   one piece, within reason
 */
double
plumb_chart_font_box_width (PlumbChartFont *self, PlumbNodeKind kind, const char *text)
{
  g_auto (Measure) measure = { 0 };
  double width = kind_width (self, kind);
  double most = 2 * width;

  measure_text (self, text, &measure);
  while (width < most && measure.longest > find_room (self, kind, &measure, width))
    width = MIN (most, ceil (1.03 * width));
  return width;
}

/**
 * plumb_chart_font_fit:
 * @self: a font
 * @kind: the shape
 * @text: what to set inside it
 * @width: the width of the shape, in units of the context
 * @result: (out): the lines; clear with plumb_chart_text_clear()
 *
 * Returns: the height that the shape needs to hold the text
 */
double
plumb_chart_font_fit (PlumbChartFont *self,
                      PlumbNodeKind kind,
                      const char *text,
                      double width,
                      PlumbChartText *result)
{
  g_auto (Measure) measure = { 0 };

  measure_text (self, text, &measure);
  break_measured (self, &measure, text, find_room (self, kind, &measure, width), result);
  return needed_height (self, kind, result->height);
}
