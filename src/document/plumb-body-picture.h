/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-body-marks.h"

#include <cairo.h>

G_BEGIN_DECLS

/* As style sheets write colors: "#1a5fb4", "rgb(26,95,180)". */
typedef struct
{
  const char *figure;
  const char *mark;   /* the lines and edges of what is marked … */
  const char *ground; /* … and what lies beneath them */
} PlumbBodyColors;

/* The drawing with the marks in it, for paper (colors: NULL) or for the screen; and in words. */
GBytes *plumb_body_picture_to_svg (const PlumbBodyMarks *marks,
                                   const PlumbBodyColors *colors,
                                   const char *language,
                                   GError **error);
char *plumb_body_picture_describe (const PlumbBodyMarks *marks, const char *language);
/* Fills a rectangle of this size at the origin. */
gboolean
plumb_body_picture_paint (GBytes *svg, cairo_t *cr, double width, double height, GError **error);

/**
 * PlumbBodyPicture:
 *
 * Where the areas lie in the drawing. All lengths are in units of the drawing.
 */
typedef struct _PlumbBodyPicture PlumbBodyPicture;

PlumbBodyPicture *plumb_body_picture_new (PlumbPathway *pathway, GError **error);
void plumb_body_picture_free (PlumbBodyPicture *self);
double plumb_body_picture_get_width (const PlumbBodyPicture *self);
double plumb_body_picture_get_height (const PlumbBodyPicture *self);
gboolean plumb_body_picture_get_place (const PlumbBodyPicture *self,
                                       const PlumbArea *area,
                                       cairo_rectangle_t *place);
const PlumbArea *plumb_body_picture_find (const PlumbBodyPicture *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbBodyPicture, plumb_body_picture_free)

G_END_DECLS
