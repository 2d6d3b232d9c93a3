/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-document-private.h"

#define BODY_SIZE_PT 9.0

struct _PlumbDocumentBuilder
{
  PlumbDocument *document;
  GPtrArray *stack;  /* the open notices and columns (PlumbBlock), borrowed */
  GPtrArray *target; /* where the next block goes, borrowed */
  gboolean small;
};

/* Control characters have no shape on paper, and directional overrides of one
 * text would turn the text around it. Line feeds stay, tabs become spaces. */
static gboolean
is_harmful (gunichar character)
{
  if (character == '\n')
    return FALSE;
  return g_unichar_iscntrl (character) || character == 0xfeff || character == 0x2028
         || character == 0x2029 || (character >= 0x202a && character <= 0x202e);
}

static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *string = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\t')
        g_string_append_c (string, ' ');
      else if (!is_harmful (character))
        g_string_append_unichar (string, character);
    }
  return g_string_free (string, FALSE);
}

static void
set_cell (PlumbBlock *block, PlumbCell cell, const char *text)
{
  if (text != NULL && *text != '\0')
    block->cells[cell].text = clean_text (text);
}

/* Markup that Pango cannot read is shown as it stands: nothing is lost. */
static void
set_cell_markup (PlumbBlock *block, PlumbCell cell, const char *markup)
{
  g_autofree char *clean = clean_text (markup);
  PlumbInline *content = &block->cells[cell];

  if (!pango_parse_markup (clean, -1, 0, &content->attributes, &content->text, NULL, NULL))
    content->text = g_steal_pointer (&clean);
}

static PlumbBlock *
add_block (PlumbDocumentBuilder *self, PlumbBlockKind kind)
{
  PlumbBlock *block = g_new0 (PlumbBlock, 1);

  block->kind = kind;
  block->small = self->small;
  g_ptr_array_add (self->target, block);
  return block;
}

static PlumbBlock *
add_text (PlumbDocumentBuilder *self, PlumbBlockKind kind, const char *text)
{
  PlumbBlock *block = add_block (self, kind);

  block->cells[PLUMB_CELL_LEAD].text = clean_text (text);
  return block;
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_block_free);
}

static PlumbBlock *
get_open_block (PlumbDocumentBuilder *self)
{
  return self->stack->len > 0 ? g_ptr_array_index (self->stack, self->stack->len - 1) : NULL;
}

static void
close_block (PlumbDocumentBuilder *self)
{
  PlumbBlock *parent;

  g_ptr_array_set_size (self->stack, self->stack->len - 1);
  parent = get_open_block (self);
  if (parent == NULL)
    self->target = self->document->blocks;
  else
    self->target = parent->children[parent->children[1] != NULL ? 1 : 0];
}

/**
 * plumb_document_builder_new:
 * @title: for the window and the file's metadata; must not name the patient
 * @language: (nullable): of the texts, such as "es"; %NULL for the source language
 *
 * Returns: (transfer full): a builder of an empty document
 */
PlumbDocumentBuilder *
plumb_document_builder_new (const char *title, const char *language)
{
  g_return_val_if_fail (title != NULL, NULL);

  PlumbDocumentBuilder *self = g_new0 (PlumbDocumentBuilder, 1);
  PlumbDocument *document = g_new0 (PlumbDocument, 1);

  g_atomic_ref_count_init (&document->ref_count);
  document->title = clean_text (title);
  document->language = g_strdup (language);
  document->body_size = BODY_SIZE_PT;
  document->spacing = 1;
  document->blocks = new_blocks ();
  document->footer = new_blocks ();
  g_date_clear (&document->date, 1);
  self->document = document;
  self->stack = g_ptr_array_new ();
  self->target = document->blocks;
  return self;
}

/**
 * plumb_document_builder_free:
 * @self: (transfer full): a builder whose document is not wanted any more
 */
void
plumb_document_builder_free (PlumbDocumentBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, plumb_document_unref);
  g_ptr_array_unref (self->stack);
  g_free (self);
}

/**
 * plumb_document_builder_end:
 * @self: (transfer full): a builder with every notice and column closed
 *
 * Returns: (transfer full): the document
 */
PlumbDocument *
plumb_document_builder_end (PlumbDocumentBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->stack->len == 0, NULL);

  PlumbDocument *document = g_steal_pointer (&self->document);

  plumb_document_builder_free (self);
  return document;
}

/**
 * plumb_document_builder_set_date:
 * @self: a builder
 * @date: the day that the document stands for; the date of creation of its PDF
 */
void
plumb_document_builder_set_date (PlumbDocumentBuilder *self, const GDate *date)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (date != NULL && g_date_valid (date));

  self->document->date = *date;
}

/**
 * plumb_document_builder_set_body_size:
 * @self: a builder
 * @points: size of running text, 4 to 72; all other sizes follow from it
 */
void
plumb_document_builder_set_body_size (PlumbDocumentBuilder *self, double points)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (points >= 4 && points <= 72);

  self->document->body_size = points;
}

/**
 * plumb_document_builder_set_spacing:
 * @self: a builder
 * @factor: for all space between blocks, 0.25 to 2; the type stays as it is
 */
void
plumb_document_builder_set_spacing (PlumbDocumentBuilder *self, double factor)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (factor >= 0.25 && factor <= 2);

  self->document->spacing = factor;
}

/**
 * plumb_document_builder_set_landscape:
 * @self: a builder
 * @landscape: whether the pages are to lie, wider than high
 */
void
plumb_document_builder_set_landscape (PlumbDocumentBuilder *self, gboolean landscape)
{
  g_return_if_fail (self != NULL);

  self->document->landscape = landscape;
}

/**
 * plumb_document_builder_set_margin:
 * @self: a builder
 * @points: the most room around the content; 0 for what is usual
 */
void
plumb_document_builder_set_margin (PlumbDocumentBuilder *self, double points)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (points >= 0 && points <= 144);

  self->document->margin = points;
}

/**
 * plumb_document_builder_set_small:
 * @self: a builder
 * @small: whether the blocks that follow are fine print
 */
void
plumb_document_builder_set_small (PlumbDocumentBuilder *self, gboolean small)
{
  g_return_if_fail (self != NULL);

  self->small = small;
}

/**
 * plumb_document_builder_add_title:
 * @self: a builder
 * @text: the title at the top of the first page
 */
void
plumb_document_builder_add_title (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_text (self, PLUMB_BLOCK_TITLE, text);
}

/**
 * plumb_document_builder_add_subtitle:
 * @self: a builder
 * @text: the line below the title
 */
void
plumb_document_builder_add_subtitle (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_text (self, PLUMB_BLOCK_SUBTITLE, text);
}

/**
 * plumb_document_builder_add_heading:
 * @self: a builder
 * @level: 1 or 2
 * @tone: what color and mark say
 * @text: the heading
 */
void
plumb_document_builder_add_heading (PlumbDocumentBuilder *self,
                                    guint level,
                                    PlumbTone tone,
                                    const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (level == 1 || level == 2);

  PlumbBlock *block = add_text (self, PLUMB_BLOCK_HEADING, text);

  block->level = level;
  block->tone = tone;
}

/**
 * plumb_document_builder_add_paragraph:
 * @self: a builder
 * @text: plain text; line feeds are kept
 */
void
plumb_document_builder_add_paragraph (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_text (self, PLUMB_BLOCK_PARAGRAPH, text);
}

/**
 * plumb_document_builder_add_paragraph_markup:
 * @self: a builder
 * @markup: text with Pango's b and i elements (use g_markup_printf_escaped())
 */
void
plumb_document_builder_add_paragraph_markup (PlumbDocumentBuilder *self, const char *markup)
{
  g_return_if_fail (self != NULL && markup != NULL);

  set_cell_markup (add_block (self, PLUMB_BLOCK_PARAGRAPH), PLUMB_CELL_LEAD, markup);
}

/**
 * plumb_document_builder_add_list_item:
 * @self: a builder
 * @marker: (nullable): such as "(a)"; %NULL for a bullet
 * @text: plain text
 */
void
plumb_document_builder_add_list_item (PlumbDocumentBuilder *self,
                                      const char *marker,
                                      const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  set_cell (add_text (self, PLUMB_BLOCK_LIST_ITEM, text), PLUMB_CELL_BADGE, marker);
}

/**
 * plumb_document_builder_add_list_item_markup:
 * @self: a builder
 * @marker: (nullable): such as "(a)"; %NULL for a bullet
 * @markup: text with Pango's b and i elements
 */
void
plumb_document_builder_add_list_item_markup (PlumbDocumentBuilder *self,
                                             const char *marker,
                                             const char *markup)
{
  g_return_if_fail (self != NULL && markup != NULL);

  PlumbBlock *block = add_block (self, PLUMB_BLOCK_LIST_ITEM);

  set_cell_markup (block, PLUMB_CELL_LEAD, markup);
  set_cell (block, PLUMB_CELL_BADGE, marker);
}

/**
 * plumb_document_builder_add_check_item:
 * @self: a builder
 * @text: plain text beside a box to tick by hand
 */
void
plumb_document_builder_add_check_item (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_text (self, PLUMB_BLOCK_CHECK_ITEM, text);
}

/**
 * plumb_document_builder_add_check_item_markup:
 * @self: a builder
 * @markup: text with Pango's b and i elements, beside a box to tick by hand
 */
void
plumb_document_builder_add_check_item_markup (PlumbDocumentBuilder *self, const char *markup)
{
  g_return_if_fail (self != NULL && markup != NULL);

  set_cell_markup (add_block (self, PLUMB_BLOCK_CHECK_ITEM), PLUMB_CELL_LEAD, markup);
}

/**
 * plumb_document_builder_add_fact:
 * @self: a builder
 * @label: what the value is of
 * @value: the value
 */
void
plumb_document_builder_add_fact (PlumbDocumentBuilder *self, const char *label, const char *value)
{
  g_return_if_fail (self != NULL && label != NULL && value != NULL);

  set_cell (add_text (self, PLUMB_BLOCK_FACT, label), PLUMB_CELL_MIDDLE, value);
}

/**
 * plumb_document_builder_add_row:
 * @self: a builder
 * @tone: color of the badge
 * @lead: what the row is about, in bold
 * @badge: (nullable): a short line below it in the color of @tone, such as an urgency
 * @note: (nullable): small text below
 * @middle: (nullable): the body
 * @trailing: (nullable): small text at the far edge
 */
void
plumb_document_builder_add_row (PlumbDocumentBuilder *self,
                                PlumbTone tone,
                                const char *lead,
                                const char *badge,
                                const char *note,
                                const char *middle,
                                const char *trailing)
{
  g_return_if_fail (self != NULL && lead != NULL);

  PlumbBlock *block = add_text (self, PLUMB_BLOCK_ROW, lead);

  block->tone = tone;
  set_cell (block, PLUMB_CELL_BADGE, badge);
  set_cell (block, PLUMB_CELL_NOTE, note);
  set_cell (block, PLUMB_CELL_MIDDLE, middle);
  set_cell (block, PLUMB_CELL_TRAILING, trailing);
}

/**
 * plumb_document_builder_add_picture:
 * @self: a builder
 * @svg: an SVG document; one of its units is one point, scaled down to fit
 * @alternative: what the picture says, in words
 * @max_height: in points, 0 for no limit
 */
void
plumb_document_builder_add_picture (PlumbDocumentBuilder *self,
                                    GBytes *svg,
                                    const char *alternative,
                                    double max_height)
{
  g_return_if_fail (self != NULL && svg != NULL && alternative != NULL);
  g_return_if_fail (max_height >= 0);

  PlumbBlock *block = add_block (self, PLUMB_BLOCK_PICTURE);

  block->picture = g_bytes_ref (svg);
  block->alternative = clean_text (alternative);
  block->max_height = max_height;
}

/**
 * plumb_document_builder_begin_columns:
 * @self: a builder
 * @share: of the width, for the first column; more than 0 and less than 1
 *
 * Opens the first of two columns.
 */
void
plumb_document_builder_begin_columns (PlumbDocumentBuilder *self, double share)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (share > 0 && share < 1);

  PlumbBlock *block = add_block (self, PLUMB_BLOCK_COLUMNS);

  block->share = share;
  block->children[0] = new_blocks ();
  g_ptr_array_add (self->stack, block);
  self->target = block->children[0];
}

/**
 * plumb_document_builder_next_column:
 * @self: a builder inside the first column
 */
void
plumb_document_builder_next_column (PlumbDocumentBuilder *self)
{
  g_return_if_fail (self != NULL);

  PlumbBlock *block = get_open_block (self);

  g_return_if_fail (block != NULL && block->kind == PLUMB_BLOCK_COLUMNS);
  g_return_if_fail (block->children[1] == NULL);

  block->children[1] = new_blocks ();
  self->target = block->children[1];
}

/**
 * plumb_document_builder_end_columns:
 * @self: a builder inside columns
 */
void
plumb_document_builder_end_columns (PlumbDocumentBuilder *self)
{
  g_return_if_fail (self != NULL);

  PlumbBlock *block = get_open_block (self);

  g_return_if_fail (block != NULL && block->kind == PLUMB_BLOCK_COLUMNS);

  if (block->children[1] == NULL)
    block->children[1] = new_blocks ();
  close_block (self);
}

/**
 * plumb_document_builder_begin_notice:
 * @self: a builder
 * @tone: color of the frame; urgent is framed in red
 */
void
plumb_document_builder_begin_notice (PlumbDocumentBuilder *self, PlumbTone tone)
{
  g_return_if_fail (self != NULL);

  PlumbBlock *block = add_block (self, PLUMB_BLOCK_NOTICE);

  block->tone = tone;
  block->children[0] = new_blocks ();
  g_ptr_array_add (self->stack, block);
  self->target = block->children[0];
}

/**
 * plumb_document_builder_end_notice:
 * @self: a builder inside a notice
 */
void
plumb_document_builder_end_notice (PlumbDocumentBuilder *self)
{
  g_return_if_fail (self != NULL);

  PlumbBlock *block = get_open_block (self);

  g_return_if_fail (block != NULL && block->kind == PLUMB_BLOCK_NOTICE);

  close_block (self);
}

static PlumbBlock *
new_running_block (PlumbBlockKind kind, const char *text)
{
  PlumbBlock *block = g_new0 (PlumbBlock, 1);

  block->kind = kind;
  block->cells[PLUMB_CELL_LEAD].text = clean_text (text);
  return block;
}

/**
 * plumb_document_builder_set_header:
 * @self: a builder
 * @text: a line above every page but the first, so that loose sheets keep their owner
 */
void
plumb_document_builder_set_header (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_clear_pointer (&self->document->header, plumb_block_free);
  self->document->header = new_running_block (PLUMB_BLOCK_HEADER, text);
}

/**
 * plumb_document_builder_add_footer:
 * @self: a builder
 * @text: one more line below every page
 */
void
plumb_document_builder_add_footer (PlumbDocumentBuilder *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_ptr_array_add (self->document->footer, new_running_block (PLUMB_BLOCK_FOOTER, text));
}
