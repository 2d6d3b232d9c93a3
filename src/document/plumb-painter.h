/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"

#include <gio/gio.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The sizes of paper, in points. */
#define PLUMB_PAPER_A4_WIDTH 595.276
#define PLUMB_PAPER_A4_HEIGHT 841.89
#define PLUMB_PAPER_A3_WIDTH 841.89
#define PLUMB_PAPER_A3_HEIGHT 1190.551
#define PLUMB_PAPER_LETTER_WIDTH 612.0
#define PLUMB_PAPER_LETTER_HEIGHT 792.0

/**
 * PlumbPainter:
 *
 * Lays a document out on pages of a size in points and paints any of them on a
 * cairo context: the one painter of printing, PDF export, preview and CLI.
 * Its colors are those of paper, whatever the theme of the screen.
 */
typedef struct _PlumbPainter PlumbPainter;

#define PLUMB_PAINTER_ERROR (plumb_painter_error_quark ())
GQuark plumb_painter_error_quark (void);

typedef enum
{
  PLUMB_PAINTER_ERROR_CAIRO, /* the pages cannot be drawn */
  PLUMB_PAINTER_ERROR_FILE,  /* the file cannot be written */
} PlumbPainterError;

PlumbPainter *plumb_painter_new (PlumbDocument *document, double width, double height);
PlumbPainter *plumb_painter_new_full (PlumbDocument *document,
                                      double width,
                                      double height,
                                      gboolean black_and_white);
void plumb_painter_free (PlumbPainter *self);
PlumbDocument *plumb_painter_get_document (const PlumbPainter *self);
double plumb_painter_get_width (const PlumbPainter *self);
double plumb_painter_get_height (const PlumbPainter *self);
guint plumb_painter_get_n_pages (PlumbPainter *self);
void plumb_painter_draw_page (PlumbPainter *self, cairo_t *cr, guint page);
GBytes *plumb_painter_write_pdf_bytes (PlumbPainter *self, GError **error);
gboolean plumb_painter_write_pdf (PlumbPainter *self, GFile *file, GError **error);
gboolean plumb_painter_write_file (GFile *file, const char *data, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPainter, plumb_painter_free)

G_END_DECLS
