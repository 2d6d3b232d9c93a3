/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-picture.h"

#include "config.h"
#include "plumb-words.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#define ARTWORK_PATH RESOURCE_BASE_PATH "/artwork/body-map.svg"
/* To paint an area as a shape and nothing else. */
#define SHAPES "svg .area path { fill: #000; fill-opacity: 1; stroke: none; }"
/* Half of a pixel is covered. */
#define COVERED 0x80

struct _PlumbBodyPicture
{
  PlumbPathway *pathway;
  double width;
  double height;
  int n_columns;
  int n_rows;
  cairo_rectangle_t *places; /* one an area; without width: not in the drawing */
  guint16 *map;              /* for each unit of the drawing, row by row: 1 + area, or 0 */
};

static const PlumbBodyColors paper = { "#5e5c64", "#1a5fb4", "#d3e3f8" };
/* The picture on paper is small, and its letters are to be read. */
#define PAPER_CAPTIONS " .caption { font-size: 26px; }"

/* ---- the drawing with marks -------------------------------------------------------------- */

static void
translate (GString *svg, const char *caption, const char *translation)
{
  g_autofree char *from = g_strdup_printf (">%s<", caption);
  g_autofree char *to = g_markup_printf_escaped (">%s<", translation);

  g_string_replace (svg, from, to, 0);
}

static void
translate_captions (GString *svg, const char *language)
{
  /* Translators: below a drawing of a body that is seen from the front. */
  translate (svg, "Front", plumb_words (language, "Front"));
  /* Translators: below a drawing of a body that is seen from the back. */
  translate (svg, "Back", plumb_words_in (language, "view of the body", "Back"));
  /* Translators: a letter for the left side of the body, below a drawing. */
  translate (svg, "L", plumb_words_in (language, "side of the body", "L"));
  /* Translators: a letter for the right side of the body, below a drawing. */
  translate (svg, "R", plumb_words_in (language, "side of the body", "R"));
}

/* A mark has hatching and a strong edge beside its color. */
static char *
write_style (const PlumbBodyMarks *marks, const PlumbBodyColors *colors)
{
  g_autoptr (GPtrArray) areas = plumb_body_marks_list (marks);
  GString *style = g_string_new ("<style>");

  g_string_append_printf (
      style, "svg { color: %s; } .mark-ground { fill: %s; } .mark-line { stroke: %s; }",
      colors->figure, colors->ground, colors->mark);
  for (guint i = 0; i < areas->len; i++)
    g_string_append_printf (style, "%s[id=\"%s\"]", i > 0 ? ", " : " ",
                            ((const PlumbArea *) g_ptr_array_index (areas, i))->id);
  if (areas->len > 0)
    g_string_append_printf (style,
                            " { fill: url(#hatch); fill-opacity: 1; stroke: %s; stroke-opacity: 1; "
                            "stroke-width: 2; stroke-dasharray: none; }",
                            colors->mark);
  g_string_append (style, colors == &paper ? PAPER_CAPTIONS "</style>" : "</style>");

  return g_string_free (style, FALSE);
}

/**
 * plumb_body_picture_to_svg:
 * @marks: what is marked
 * @colors: (nullable): the colors; %NULL for those of paper
 * @language: (nullable): of the captions, such as "es"
 *
 * Returns: (transfer full): the drawing as an SVG document of its own, or %NULL
 *   with @error set when the program came without it
 */
GBytes *
plumb_body_picture_to_svg (const PlumbBodyMarks *marks,
                           const PlumbBodyColors *colors,
                           const char *language,
                           GError **error)
{
  g_autoptr (GBytes) artwork = NULL;
  g_autofree char *style = NULL;
  const char *data;
  gsize length;
  GString *svg;

  g_return_val_if_fail (marks != NULL, NULL);

  artwork = g_resources_lookup_data (ARTWORK_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (artwork == NULL)
    return NULL;
  data = g_bytes_get_data (artwork, &length);
  svg = g_string_new_len (data, (gssize) length);
  style = write_style (marks, colors != NULL ? colors : &paper);
  translate_captions (svg, language);
  g_string_insert (svg, g_strrstr (svg->str, "</svg>") - svg->str, style);

  return g_string_free_to_bytes (svg);
}

gboolean
plumb_body_picture_paint (GBytes *svg, cairo_t *cr, double width, double height, GError **error)
{
  RsvgRectangle viewport = { 0, 0, width, height };
  const guint8 *data;
  RsvgHandle *handle;
  gboolean painted;
  gsize length;

  g_return_val_if_fail (svg != NULL && cr != NULL, FALSE);

  data = g_bytes_get_data (svg, &length);
  handle = rsvg_handle_new_from_data (data, length, error);
  if (handle == NULL)
    return FALSE;
  painted = rsvg_handle_render_document (handle, cr, &viewport, error);
  g_object_unref (handle);

  return painted;
}

static char *
join_labels (GPtrArray *areas, PlumbView view, const char *language)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *area = g_ptr_array_index (areas, i);

      if (area->view == view)
        g_string_append_printf (string, "%s%s", string->len > 0 ? plumb_words (language, ", ") : "",
                                plumb_text_get (area->label, language));
    }

  return g_string_free (string, FALSE);
}

/**
 * plumb_body_picture_describe:
 * @marks: what is marked
 * @language: (nullable): of the pathway's texts
 *
 * Returns: (transfer full): the picture in words, each area named
 */
char *
plumb_body_picture_describe (const PlumbBodyMarks *marks, const char *language)
{
  g_autoptr (GPtrArray) areas = NULL;
  g_autofree char *front = NULL;
  g_autofree char *back = NULL;

  g_return_val_if_fail (marks != NULL, NULL);

  areas = plumb_body_marks_list (marks);
  front = join_labels (areas, PLUMB_VIEW_FRONT, language);
  back = join_labels (areas, PLUMB_VIEW_BACK, language);
  if (areas->len == 0)
    return g_strdup (plumb_words (language, "Body map: nothing is marked."));
  if (*back == '\0')
    /* Translators: a list of parts of the body that hurt, on its front. */
    return g_strdup_printf (plumb_words (language, "Body map, marked on the front: %s."), front);
  if (*front == '\0')
    /* Translators: a list of parts of the body that hurt, on its back. */
    return g_strdup_printf (plumb_words (language, "Body map, marked on the back: %s."), back);
  /* Translators: two lists of parts of the body that hurt, on its front and on its back. */
  return g_strdup_printf (
      plumb_words (language, "Body map, marked on the front: %s. Marked on the back: %s."), front,
      back);
}

/* ---- where the areas lie ----------------------------------------------------------------- */

/* Writes down which units an area covers, as it was painted on a clean surface. */
static void
add_to_map (PlumbBodyPicture *self, cairo_surface_t *surface, guint index)
{
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      if (pixels[row * stride + column] >= COVERED)
        self->map[row * self->n_columns + column] = (guint16) (index + 1);
}

static gboolean
locate_area (PlumbBodyPicture *self, RsvgHandle *handle, const PlumbArea *area, GError **error)
{
  RsvgRectangle viewport = { 0, 0, self->width, self->height };
  g_autofree char *name = g_strdup_printf ("#%s", area->id);
  cairo_surface_t *surface;
  RsvgRectangle ink;
  gboolean painted;
  cairo_t *cr;

  if (!rsvg_handle_has_sub (handle, name))
    return TRUE;
  if (!rsvg_handle_get_geometry_for_layer (handle, name, &viewport, &ink, NULL, error))
    return FALSE;
  self->places[area->index] = (cairo_rectangle_t){ ink.x, ink.y, ink.width, ink.height };

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, self->n_columns, self->n_rows);
  cr = cairo_create (surface);
  painted = rsvg_handle_render_layer (handle, cr, name, &viewport, error);
  cairo_destroy (cr);
  if (painted)
    add_to_map (self, surface, area->index);
  cairo_surface_destroy (surface);

  return painted;
}

static gboolean
locate_areas (PlumbBodyPicture *self, RsvgHandle *handle, GError **error)
{
  GPtrArray *areas = plumb_pathway_get_areas (self->pathway);

  if (!rsvg_handle_set_stylesheet (handle, (const guint8 *) SHAPES, strlen (SHAPES), error))
    return FALSE;
  rsvg_handle_get_intrinsic_size_in_pixels (handle, &self->width, &self->height);
  self->n_columns = (int) ceil (self->width);
  self->n_rows = (int) ceil (self->height);
  self->places = g_new0 (cairo_rectangle_t, areas->len + 1);
  self->map = g_new0 (guint16, (gsize) self->n_columns * (gsize) self->n_rows);
  for (guint i = 0; i < areas->len; i++)
    if (!locate_area (self, handle, g_ptr_array_index (areas, i), error))
      return FALSE;

  return TRUE;
}

/**
 * plumb_body_picture_new:
 * @pathway: a pathway with a body map
 *
 * Looks up the pathway's areas in the drawing. Those that it lacks have no place.
 *
 * Returns: (transfer full): the picture, or %NULL with @error set when the drawing
 *   cannot be read
 */
PlumbBodyPicture *
plumb_body_picture_new (PlumbPathway *pathway, GError **error)
{
  g_autoptr (PlumbBodyPicture) self = NULL;
  g_autoptr (GBytes) artwork = NULL;
  const guint8 *data;
  RsvgHandle *handle;
  gboolean located;
  gsize length;

  g_return_val_if_fail (pathway != NULL, NULL);

  artwork = g_resources_lookup_data (ARTWORK_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (artwork == NULL)
    return NULL;
  data = g_bytes_get_data (artwork, &length);
  handle = rsvg_handle_new_from_data (data, length, error);
  if (handle == NULL)
    return NULL;
  self = g_new0 (PlumbBodyPicture, 1);
  self->pathway = plumb_pathway_ref (pathway);

  located = locate_areas (self, handle, error);
  g_object_unref (handle);

  return located ? g_steal_pointer (&self) : NULL;
}

void
plumb_body_picture_free (PlumbBodyPicture *self)
{
  if (self == NULL)
    return;
  plumb_pathway_unref (self->pathway);
  g_free (self->places);
  g_free (self->map);
  g_free (self);
}

double
plumb_body_picture_get_width (const PlumbBodyPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
plumb_body_picture_get_height (const PlumbBodyPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * plumb_body_picture_get_place:
 * @self: a picture
 * @area: an area of its pathway
 * @place: (out): the rectangle around it
 *
 * Returns: whether the drawing has the area
 */
gboolean
plumb_body_picture_get_place (const PlumbBodyPicture *self,
                              const PlumbArea *area,
                              cairo_rectangle_t *place)
{
  g_return_val_if_fail (self != NULL && area != NULL && place != NULL, FALSE);

  *place = self->places[area->index];

  return place->width > 0 && place->height > 0;
}

/**
 * plumb_body_picture_find:
 * @self: a picture
 * @x: from the left edge
 * @y: from the top
 *
 * Returns: (nullable): the area at this point
 */
const PlumbArea *
plumb_body_picture_find (const PlumbBodyPicture *self, double x, double y)
{
  guint found;

  g_return_val_if_fail (self != NULL, NULL);

  if (!(x >= 0 && y >= 0 && x < self->n_columns && y < self->n_rows))
    return NULL;
  found = self->map[(int) y * self->n_columns + (int) x];

  return found > 0 ? g_ptr_array_index (plumb_pathway_get_areas (self->pathway), found - 1) : NULL;
}
