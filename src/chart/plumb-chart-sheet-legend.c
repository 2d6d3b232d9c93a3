/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-sheet-private.h"

#include "plumb-words.h"

/* The legend of a sheet: what the shapes mean and, with a route, how boxes stand. */

static double
get_sample_width (const PlumbChartSheet *self)
{
  return 3.2 * self->font->line_height;
}

static void
add_entry (PlumbChartSheet *self, PlumbNodeKind kind, PlumbLook look, const char *words)
{
  PlumbSheetEntry entry = { kind, look, words, 0 };

  entry.width = get_sample_width (self) + 0.6 * self->font->line_height
                + plumb_chart_font_measure (self->font, words);
  g_array_append_val (self->entries, entry);
}

void
plumb_chart_sheet_fill_legend (PlumbChartSheet *self)
{
  static const PlumbLook looks[]
      = { PLUMB_LOOK_TAKEN, PLUMB_LOOK_CURRENT, PLUMB_LOOK_OPEN, PLUMB_LOOK_RULED_OUT };
  const char *language = self->language;

  /* Translators: in the legend of a poster: what the shapes of the boxes mean. */
  add_entry (self, PLUMB_NODE_STATE, PLUMB_LOOK_BLANK, plumb_words (language, "Clinical state"));
  add_entry (self, PLUMB_NODE_DECISION, PLUMB_LOOK_BLANK, plumb_words (language, "Decision"));
  add_entry (self, PLUMB_NODE_ACTION, PLUMB_LOOK_BLANK, plumb_words (language, "Action"));
  add_entry (self, PLUMB_NODE_LINK, PLUMB_LOOK_BLANK,
             plumb_words (language, "Goes on in another stage"));
  for (guint i = 0; self->evaluation != NULL && i < G_N_ELEMENTS (looks); i++)
    add_entry (self, PLUMB_NODE_ACTION, looks[i], plumb_look_in_words (looks[i], language));
}

static double
get_legend_line (const PlumbChartSheet *self)
{
  return 2 * self->font->line_height;
}

/* Where the entry after (x, y) goes; the next line when this one is full. */
static void
find_room (const PlumbChartSheet *self, const PlumbSheetEntry *entry, double *x, double *y)
{
  if (*x == 0 || *x + entry->width <= self->width)
    return;
  *x = 0;
  *y += get_legend_line (self);
}

void
plumb_chart_sheet_measure_legend (PlumbChartSheet *self)
{
  double x = 0;
  double y = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlumbSheetEntry *entry = &g_array_index (self->entries, PlumbSheetEntry, i);

      find_room (self, entry, &x, &y);
      x += entry->width + self->gap;
    }
  self->top = y + get_legend_line (self) + 0.5 * self->font->line_height;
}

static void
write_entry (PlumbChartSheet *self, const PlumbSheetEntry *entry, double x, double y)
{
  const char *const lines[] = { entry->words, NULL };
  double line = self->font->line_height;
  double width = get_sample_width (self);
  double behind = entry->width - width - 0.6 * line;
  PlumbRectangle sample
      = { plumb_chart_sheet_mirror (self, x, width), y + 0.1 * line, width, 1.4 * line };
  PlumbRectangle text = { plumb_chart_sheet_mirror (self, x + width + 0.6 * line, behind),
                          y + 0.3 * line, behind, line };

  plumb_svg_box (&self->svg, entry->kind, &sample, entry->look);
  plumb_svg_lines (&self->svg, lines, &text, line, self->svg.type.right_to_left ? 1 : 0,
                   self->font->size, PLUMB_INK, FALSE);
}

void
plumb_chart_sheet_write_legend (PlumbChartSheet *self)
{
  double x = 0;
  double y = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlumbSheetEntry *entry = &g_array_index (self->entries, PlumbSheetEntry, i);

      find_room (self, entry, &x, &y);
      write_entry (self, entry, x, y);
      x += entry->width + self->gap;
    }
}
