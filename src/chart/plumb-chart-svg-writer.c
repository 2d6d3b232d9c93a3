/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include <math.h>

/* Fonts that stand in for the style's own where it is missing. */
#define FALLBACK_FAMILIES "Cantarell, 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"

/* How lines and outlines of each look are drawn, told apart without any color. Widths are for
 * text of 17 units a line and grow with it. */
typedef struct
{
  const char *fill;
  const char *stroke;
  const char *ink;
  double width;
  double edge_width;
  gboolean dashed;
} Look;

static const Look looks[] = {
  [PLUMB_LOOK_RULED_OUT] = { PLUMB_PAPER, PLUMB_LINE_FAINT, PLUMB_INK_FAINT, 0.8, 0.8, FALSE },
  [PLUMB_LOOK_BLANK] = { PLUMB_PAPER, PLUMB_INK, PLUMB_INK, 1.2, 1.2, FALSE },
  [PLUMB_LOOK_OPEN] = { PLUMB_PAPER, PLUMB_INK_SOFT, PLUMB_INK, 1.2, 1.2, TRUE },
  [PLUMB_LOOK_TAKEN] = { PLUMB_TAKEN_FILL, PLUMB_TAKEN, PLUMB_INK, 2.4, 2.6, FALSE },
  [PLUMB_LOOK_CURRENT] = { PLUMB_PAPER, PLUMB_TAKEN, PLUMB_INK, 2.2, 2.6, FALSE },
};

void
plumb_svg_printf (PlumbSvg *self, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (self->text, text);
}

/* A length with at most two decimals and a full stop, whatever the locale. */
static const char *
format_number (double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.6g", round (value * 100) / 100);
}

void
plumb_svg_number (PlumbSvg *self, const char *before, double value, const char *after)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (self->text, before);
  g_string_append (self->text, format_number (value, buffer));
  g_string_append (self->text, after);
}

/* Text content and attributes may hold no control characters, whatever a file carries. */
static char *
clean (const char *text)
{
  char *copy = g_utf8_make_valid (text, -1);

  for (char *at = copy; *at; at++)
    if ((guchar) *at < 0x20 || *at == 0x7f)
      *at = ' ';
  return copy;
}

void
plumb_svg_element_text (PlumbSvg *self, const char *name, const char *content)
{
  g_autofree char *text = clean (content);

  plumb_svg_printf (self, "<%s>%s</%s>\n", name, text, name);
}

/* Sets the type of a document that is not one layout's; the style must outlive it. */
void
plumb_svg_init (PlumbSvg *self, const PlumbChartFont *font, const PlumbChartStyle *style)
{
  self->type = (PlumbChartType){ font->family,        font->size,  font->ascent,
                                 font->line_height,   font->arrow, (char *) style->language,
                                 style->right_to_left };
}

/* Begins a document; its text is set in the type given before. */
void
plumb_svg_open (PlumbSvg *self,
                double width,
                double height,
                const char *title,
                const char *description)
{
  double scale = self->scale > 0 ? self->scale : 1;

  self->text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  plumb_svg_number (self, " width=\"", width * scale, "\"");
  plumb_svg_number (self, " height=\"", height * scale, "\"");
  plumb_svg_number (self, " viewBox=\"0 0 ", width, " ");
  plumb_svg_number (self, "", height, "\"");
  plumb_svg_printf (self, " xml:lang=\"%s\"", self->type.language ? self->type.language : "en");
  plumb_svg_printf (self, " role=\"img\" font-family=\"'%s', " FALLBACK_FAMILIES "\"",
                    self->type.family);
  plumb_svg_number (self, " font-size=\"", self->type.size, "\">\n");
  plumb_svg_element_text (self, "title", title);
  plumb_svg_element_text (self, "desc", description);
  plumb_svg_number (self, "<rect width=\"", width, "\"");
  plumb_svg_number (self, " height=\"", height, "\" fill=\"" PLUMB_PAPER "\"/>\n");
}

char *
plumb_svg_close (PlumbSvg *self)
{
  g_string_append (self->text, "</svg>\n");
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

static const char *
anchor_of (double align, gboolean right_to_left)
{
  if (align > 0.25 && align < 0.75)
    return "middle";
  return (align < 0.5) != right_to_left ? "start" : "end";
}

/* Lines below one another; align is where they stand in the area: 0 left, 1 right. */
void
plumb_svg_lines (PlumbSvg *self,
                 const char *const *lines,
                 const PlumbRectangle *area,
                 double line_height,
                 double align,
                 double size,
                 const char *color,
                 gboolean bold)
{
  double scale = size / self->type.size;
  double baseline
      = area->y + (line_height - self->type.line_height * scale) / 2 + self->type.ascent * scale;

  plumb_svg_printf (self, "<text fill=\"%s\" text-anchor=\"%s\"", color,
                    anchor_of (align, self->type.right_to_left));
  if (ABS (scale - 1) > 0.001)
    plumb_svg_number (self, " font-size=\"", size, "\"");
  if (bold)
    g_string_append (self->text, " font-weight=\"bold\"");
  if (self->type.right_to_left)
    g_string_append (self->text, " direction=\"rtl\"");
  g_string_append_c (self->text, '>');
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = clean (lines[i]);

      plumb_svg_number (self, "<tspan x=\"", area->x + align * area->width, "\"");
      plumb_svg_number (self, " y=\"", baseline + i * line_height, "\">");
      plumb_svg_printf (self, "%s</tspan>", line);
    }
  g_string_append (self->text, "</text>\n");
}

static void
write_rectangle (PlumbSvg *self, const PlumbRectangle *area, double radius)
{
  plumb_svg_number (self, "<rect x=\"", area->x, "\"");
  plumb_svg_number (self, " y=\"", area->y, "\"");
  plumb_svg_number (self, " width=\"", area->width, "\"");
  plumb_svg_number (self, " height=\"", area->height, "\"");
  plumb_svg_number (self, " rx=\"", radius, "\"");
}

static void
write_oval (PlumbSvg *self, const PlumbRectangle *area)
{
  plumb_svg_number (self, "<ellipse cx=\"", area->x + area->width / 2, "\"");
  plumb_svg_number (self, " cy=\"", area->y + area->height / 2, "\"");
  plumb_svg_number (self, " rx=\"", area->width / 2, "\"");
  plumb_svg_number (self, " ry=\"", area->height / 2, "\"");
}

static void
write_hexagon (PlumbSvg *self, const PlumbRectangle *area)
{
  PlumbPoint points[6];
  guint n = plumb_chart_outline (PLUMB_NODE_DECISION, area, points);

  g_string_append (self->text, "<path stroke-linejoin=\"round\" d=\"");
  for (guint i = 0; i < n; i++)
    {
      plumb_svg_number (self, i ? " L" : "M", points[i].x, ",");
      plumb_svg_number (self, "", points[i].y, "");
    }
  g_string_append (self->text, " Z\"");
}

/* The outline of a box of some kind, drawn inset from its area, with the given paint. */
void
plumb_svg_shape (PlumbSvg *self,
                 PlumbNodeKind kind,
                 const PlumbRectangle *area,
                 double inset,
                 const char *attributes)
{
  PlumbRectangle inner
      = { area->x + inset, area->y + inset, area->width - 2 * inset, area->height - 2 * inset };

  if (kind == PLUMB_NODE_DECISION)
    {
      /* The ends are slanted: the same distance needs more width there. */
      inner.x += 0.3 * inset;
      inner.width -= 0.6 * inset;
      write_hexagon (self, &inner);
    }
  else if (kind == PLUMB_NODE_LINK)
    write_oval (self, &inner);
  else
    write_rectangle (self, &inner, plumb_chart_corner_radius (kind, &inner));
  plumb_svg_printf (self, " ");
  g_string_append (self->text, attributes);
  g_string_append (self->text, "/>\n");
}

static double
stroke_scale (const PlumbSvg *self)
{
  return self->type.line_height / 17;
}

static char *
paint_of (const PlumbSvg *self, const Look *look, double width, const char *fill)
{
  double scale = stroke_scale (self);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char on[G_ASCII_DTOSTR_BUF_SIZE];
  char off[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *dashes = NULL;

  if (look->dashed)
    dashes = g_strdup_printf (" stroke-dasharray=\"%s %s\"", format_number (4.5 * scale, on),
                              format_number (3 * scale, off));
  return g_strdup_printf ("fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s", fill, look->stroke,
                          format_number (width * scale, buffer), dashes ? dashes : "");
}

/* A box: thick and filled when taken, double when current, dashed when open, struck out when
 * ruled out. */
void
plumb_svg_box (PlumbSvg *self, PlumbNodeKind kind, const PlumbRectangle *area, PlumbLook look)
{
  g_autofree char *paint = paint_of (self, &looks[look], looks[look].width, looks[look].fill);
  double strike = MIN (area->width, area->height) * 0.22;

  plumb_svg_shape (self, kind, area, 0, paint);
  if (look == PLUMB_LOOK_CURRENT)
    {
      g_autofree char *inner = paint_of (self, &looks[look], 1, "none");

      plumb_svg_shape (self, kind, area, 0.22 * self->type.line_height, inner);
    }
  if (look != PLUMB_LOOK_RULED_OUT)
    return;
  plumb_svg_number (self, "<path d=\"M", area->x + strike, ",");
  plumb_svg_number (self, "", area->y + area->height - strike, " L");
  plumb_svg_number (self, "", area->x + area->width - strike, ",");
  plumb_svg_number (self, "", area->y + strike, "\" stroke=\"" PLUMB_LINE_FAINT "\"");
  plumb_svg_number (self, " stroke-width=\"", stroke_scale (self), "\"/>\n");
}

void
plumb_svg_badge (PlumbSvg *self, const PlumbRectangle *badge, guint number, PlumbLook look)
{
  g_autofree char *label = g_strdup_printf ("%u", number);
  const char *const lines[] = { label, NULL };
  double size = self->type.size * (number > 99 ? 0.66 : 0.8);
  double line_height = self->type.line_height * size / self->type.size;
  PlumbRectangle text
      = { badge->x, badge->y + (badge->height - line_height) / 2, badge->width, line_height };
  PlumbSvg upright = *self;

  plumb_svg_number (self, "<circle cx=\"", badge->x + badge->width / 2, "\"");
  plumb_svg_number (self, " cy=\"", badge->y + badge->height / 2, "\"");
  plumb_svg_number (self, " r=\"", badge->width / 2, "\"");
  plumb_svg_printf (self, " fill=\"%s\"/>\n",
                    look == PLUMB_LOOK_RULED_OUT ? looks[look].ink
                    : look == PLUMB_LOOK_BLANK   ? PLUMB_INK
                                                 : looks[look].stroke);
  upright.type.right_to_left = FALSE;
  plumb_svg_lines (&upright, lines, &text, line_height, 0.5, size, PLUMB_PAPER, TRUE);
}

/* A check mark in a small circle: taken, for those who cannot tell the fill. */
void
plumb_svg_check (PlumbSvg *self, double x, double y, double radius)
{
  plumb_svg_number (self, "<circle cx=\"", x, "\"");
  plumb_svg_number (self, " cy=\"", y, "\"");
  plumb_svg_number (self, " r=\"", radius,
                    "\" fill=\"" PLUMB_PAPER "\" stroke=\"" PLUMB_TAKEN "\"");
  plumb_svg_number (self, " stroke-width=\"", stroke_scale (self), "\"/>\n");
  plumb_svg_number (self, "<path d=\"M", x - 0.5 * radius, ",");
  plumb_svg_number (self, "", y + 0.05 * radius, " l");
  plumb_svg_number (self, "", 0.38 * radius, ",");
  plumb_svg_number (self, "", 0.42 * radius, " l");
  plumb_svg_number (self, "", 0.62 * radius, ",");
  plumb_svg_number (self, "", -0.85 * radius, "\" fill=\"none\" stroke=\"" PLUMB_TAKEN "\"");
  plumb_svg_number (self, " stroke-width=\"", 1.6 * stroke_scale (self), "\"/>\n");
}

/* The head of an arrow whose tip is at to. */
void
plumb_svg_arrow (PlumbSvg *self, const PlumbPoint *from, const PlumbPoint *to, PlumbLook look)
{
  double length = self->type.arrow * (look >= PLUMB_LOOK_TAKEN ? 1.25 : 1);
  double x = to->x > from->x + 0.01 ? 1 : to->x < from->x - 0.01 ? -1 : 0;
  double y = x != 0 ? 0 : to->y > from->y ? 1 : -1;
  double half = length * 0.45;

  plumb_svg_number (self, "<path d=\"M", to->x, ",");
  plumb_svg_number (self, "", to->y, " L");
  plumb_svg_number (self, "", to->x - x * length - y * half, ",");
  plumb_svg_number (self, "", to->y - y * length - x * half, " L");
  plumb_svg_number (self, "", to->x - x * length + y * half, ",");
  plumb_svg_number (self, "", to->y - y * length + x * half, " Z\"");
  plumb_svg_printf (self, " fill=\"%s\"/>\n", looks[look].stroke);
}

/* Lines are strokes of one path, so that where they run together they look like one. */
void
plumb_svg_begin_lines (PlumbSvg *self)
{
  self->lines = self->text->len;
  g_string_append (self->text, "<path d=\"");
}

/* A line to where its arrowhead begins, whose tip then stays sharp; without a head, to its end. */
void
plumb_svg_add_line (PlumbSvg *self, const PlumbPoint *points, guint n_points, gboolean arrow)
{
  PlumbPoint end = points[n_points - 1];

  if (arrow)
    {
      const PlumbPoint *before = &points[n_points - 2];
      double length = 0.8 * self->type.arrow;

      end.x += end.x > before->x + 0.01 ? -length : end.x < before->x - 0.01 ? length : 0;
      end.y += end.y > before->y + 0.01 ? -length : end.y < before->y - 0.01 ? length : 0;
    }
  for (guint i = 0; i < n_points; i++)
    {
      const PlumbPoint *point = i + 1 < n_points ? &points[i] : &end;

      plumb_svg_number (self, i ? " L" : "M", point->x, ",");
      plumb_svg_number (self, "", point->y, "");
    }
}

/* Dashes lie on paper, not on the fainter lines that run the same way for a while. */
void
plumb_svg_end_lines (PlumbSvg *self, PlumbLook look)
{
  g_autofree char *paint = paint_of (self, &looks[look], looks[look].edge_width, "none");
  g_autofree char *path = g_strdup (self->text->str + self->lines);

  if (looks[look].dashed)
    {
      plumb_svg_number (self, "\" fill=\"none\" stroke=\"" PLUMB_PAPER "\" stroke-width=\"",
                        looks[look].edge_width * stroke_scale (self), "\"/>\n");
      g_string_append (self->text, path);
    }
  g_string_append_printf (self->text, "\" stroke-linejoin=\"round\" %s/>\n", paint);
}

const char *
plumb_look_ink (PlumbLook look)
{
  return looks[look].ink;
}
