/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * PlumbDocument:
 *
 * The content of a page to be kept: a sequence of blocks, without any idea of
 * pages. Built once by a #PlumbDocumentBuilder, immutable and ref-counted from
 * then on; painted by a #PlumbPainter.
 */
typedef struct _PlumbDocument PlumbDocument;
typedef struct _PlumbDocumentBuilder PlumbDocumentBuilder;
typedef struct _PlumbBlock PlumbBlock;

typedef enum
{
  PLUMB_BLOCK_TITLE,
  PLUMB_BLOCK_SUBTITLE,
  PLUMB_BLOCK_HEADING,
  PLUMB_BLOCK_PARAGRAPH,
  PLUMB_BLOCK_LIST_ITEM,
  PLUMB_BLOCK_CHECK_ITEM, /* with a box to tick by hand */
  PLUMB_BLOCK_FACT,       /* a label and its value */
  PLUMB_BLOCK_ROW,        /* cells of a table row: lead, middle, trailing */
  PLUMB_BLOCK_PICTURE,    /* SVG with alternative text */
  PLUMB_BLOCK_COLUMNS,    /* two runs of blocks side by side */
  PLUMB_BLOCK_NOTICE,     /* blocks in a frame */
  PLUMB_BLOCK_HEADER,     /* repeated on every page but the first */
  PLUMB_BLOCK_FOOTER,     /* repeated on every page */
} PlumbBlockKind;

/* What a heading, row or notice says by its color; its words always say it too. */
typedef enum
{
  PLUMB_TONE_NEUTRAL,
  PLUMB_TONE_DO,
  PLUMB_TONE_CONSIDER,
  PLUMB_TONE_CAUTION,
  PLUMB_TONE_AVOID,
  PLUMB_TONE_INFORM,
  PLUMB_TONE_URGENT,
} PlumbTone;

/* The texts of a block. All blocks with one text keep it in LEAD. */
typedef enum
{
  PLUMB_CELL_LEAD,     /* row: what it is about; fact: its label */
  PLUMB_CELL_BADGE,    /* row: a short line of the row's tone; list item: its marker */
  PLUMB_CELL_NOTE,     /* row: small, below the lead */
  PLUMB_CELL_MIDDLE,   /* row: the body; fact: its value */
  PLUMB_CELL_TRAILING, /* row: small, at the far edge */
} PlumbCell;
#define PLUMB_N_CELLS (PLUMB_CELL_TRAILING + 1)

typedef struct
{
  char *text; /* valid UTF-8 without control characters; NULL when the cell is empty */
  PangoAttrList *attributes; /* emphasis, or NULL */
} PlumbInline;

/* Read only; lives as long as its document. */
struct _PlumbBlock
{
  PlumbBlockKind kind;
  PlumbTone tone;
  guint level;    /* headings: 1 or 2 */
  gboolean small; /* fine print */
  PlumbInline cells[PLUMB_N_CELLS];
  GBytes *picture;        /* SVG; pictures only */
  char *alternative;      /* what the picture says, in words */
  double max_height;      /* pictures: in points, 0 for no limit */
  double share;           /* columns: of the width, for the first; 0 to 1 */
  GPtrArray *children[2]; /* PlumbBlock; notice: [0], columns: both */
};

#define PLUMB_TYPE_DOCUMENT (plumb_document_get_type ())
GType plumb_document_get_type (void);

PlumbDocument *plumb_document_ref (PlumbDocument *self);
void plumb_document_unref (PlumbDocument *self);
const char *plumb_document_get_title (const PlumbDocument *self);
const char *plumb_document_get_language (const PlumbDocument *self);
const GDate *plumb_document_get_date (const PlumbDocument *self);
double plumb_document_get_body_size (const PlumbDocument *self);
double plumb_document_get_spacing (const PlumbDocument *self);
gboolean plumb_document_get_landscape (const PlumbDocument *self);
double plumb_document_get_margin (const PlumbDocument *self);
GPtrArray *plumb_document_get_blocks (const PlumbDocument *self);
GPtrArray *plumb_document_get_footer (const PlumbDocument *self);
const PlumbBlock *plumb_document_get_header (const PlumbDocument *self);
char *plumb_document_to_text (const PlumbDocument *self);

PlumbDocumentBuilder *plumb_document_builder_new (const char *title, const char *language);
void plumb_document_builder_free (PlumbDocumentBuilder *self);
PlumbDocument *plumb_document_builder_end (PlumbDocumentBuilder *self);

void plumb_document_builder_set_date (PlumbDocumentBuilder *self, const GDate *date);
void plumb_document_builder_set_body_size (PlumbDocumentBuilder *self, double points);
void plumb_document_builder_set_spacing (PlumbDocumentBuilder *self, double factor);
void plumb_document_builder_set_landscape (PlumbDocumentBuilder *self, gboolean landscape);
void plumb_document_builder_set_margin (PlumbDocumentBuilder *self, double points);
void plumb_document_builder_set_small (PlumbDocumentBuilder *self, gboolean small);

void plumb_document_builder_add_title (PlumbDocumentBuilder *self, const char *text);
void plumb_document_builder_add_subtitle (PlumbDocumentBuilder *self, const char *text);
void plumb_document_builder_add_heading (PlumbDocumentBuilder *self,
                                         guint level,
                                         PlumbTone tone,
                                         const char *text);
void plumb_document_builder_add_paragraph (PlumbDocumentBuilder *self, const char *text);
void plumb_document_builder_add_paragraph_markup (PlumbDocumentBuilder *self, const char *markup);
void plumb_document_builder_add_list_item (PlumbDocumentBuilder *self,
                                           const char *marker,
                                           const char *text);
void plumb_document_builder_add_list_item_markup (PlumbDocumentBuilder *self,
                                                  const char *marker,
                                                  const char *markup);
void plumb_document_builder_add_check_item (PlumbDocumentBuilder *self, const char *text);
void plumb_document_builder_add_check_item_markup (PlumbDocumentBuilder *self, const char *markup);
void
plumb_document_builder_add_fact (PlumbDocumentBuilder *self, const char *label, const char *value);
void plumb_document_builder_add_row (PlumbDocumentBuilder *self,
                                     PlumbTone tone,
                                     const char *lead,
                                     const char *badge,
                                     const char *note,
                                     const char *middle,
                                     const char *trailing);
void plumb_document_builder_add_picture (PlumbDocumentBuilder *self,
                                         GBytes *svg,
                                         const char *alternative,
                                         double max_height);
void plumb_document_builder_begin_columns (PlumbDocumentBuilder *self, double share);
void plumb_document_builder_next_column (PlumbDocumentBuilder *self);
void plumb_document_builder_end_columns (PlumbDocumentBuilder *self);
void plumb_document_builder_begin_notice (PlumbDocumentBuilder *self, PlumbTone tone);
void plumb_document_builder_end_notice (PlumbDocumentBuilder *self);
void plumb_document_builder_set_header (PlumbDocumentBuilder *self, const char *text);
void plumb_document_builder_add_footer (PlumbDocumentBuilder *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbDocument, plumb_document_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbDocumentBuilder, plumb_document_builder_free)

G_END_DECLS
