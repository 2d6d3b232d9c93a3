/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

/* One unit of an SVG document, and one point, are the same length on paper. */
#define PICTURE_DPI 72.0

/* Sizes and spaces as multiples of the size of running text. Few sizes: each has to be
 * looked up among all fonts of the system. */
typedef struct
{
  double size;
  gboolean bold;
  double space;
} Style;

static const Style styles[] = {
  [PLUMB_BLOCK_TITLE] = { 1.9, TRUE, 0 },       [PLUMB_BLOCK_SUBTITLE] = { 1.05, FALSE, 0.1 },
  [PLUMB_BLOCK_HEADING] = { 1.2, TRUE, 1.05 },  [PLUMB_BLOCK_PARAGRAPH] = { 1, FALSE, 0.4 },
  [PLUMB_BLOCK_LIST_ITEM] = { 1, FALSE, 0.25 }, [PLUMB_BLOCK_CHECK_ITEM] = { 0.95, FALSE, 0.22 },
  [PLUMB_BLOCK_FACT] = { 0.95, FALSE, 0.22 },   [PLUMB_BLOCK_ROW] = { 1, FALSE, 0 },
  [PLUMB_BLOCK_PICTURE] = { 1, FALSE, 0.6 },    [PLUMB_BLOCK_COLUMNS] = { 1, FALSE, 0 },
  [PLUMB_BLOCK_NOTICE] = { 1, FALSE, 0.9 },     [PLUMB_BLOCK_HEADER] = { 0.84, FALSE, 0 },
  [PLUMB_BLOCK_FOOTER] = { 0.78, FALSE, 0 },
};

#define SMALL 0.84
#define LEVEL_2 0.88
#define LIST_INDENT 1.35
#define MARKER_INDENT 2.1
#define MARK_INDENT 1.55

static const double row_sizes[PLUMB_N_CELLS] = {
  [PLUMB_CELL_LEAD] = 1,      [PLUMB_CELL_BADGE] = 0.84,    [PLUMB_CELL_NOTE] = 0.84,
  [PLUMB_CELL_MIDDLE] = 0.91, [PLUMB_CELL_TRAILING] = 0.84,
};

static PlumbItem *
new_item (const PlumbBlock *block, double width)
{
  PlumbItem *item = g_new0 (PlumbItem, 1);

  item->block = block;
  item->width = width;
  item->scale = 1;
  return item;
}

void
plumb_item_free (PlumbItem *item)
{
  for (guint i = 0; i < PLUMB_N_CELLS; i++)
    g_clear_object (&item->layouts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (item->children); i++)
    g_clear_pointer (&item->children[i], g_ptr_array_unref);
  g_clear_object (&item->picture);
  g_free (item);
}

double
plumb_painter_get_padding (const PlumbPainter *self)
{
  return 0.95 * self->body * plumb_document_get_spacing (self->document);
}

/* Above and below the text of a row. */
double
plumb_painter_get_row_padding (const PlumbPainter *self)
{
  return 0.25 * self->body;
}

double
plumb_painter_get_column_gap (const PlumbPainter *self)
{
  return 2.2 * self->body * plumb_document_get_spacing (self->document);
}

static double
get_size (const PlumbPainter *self, const PlumbBlock *block)
{
  double size = self->body * styles[block->kind].size;

  if (block->kind == PLUMB_BLOCK_HEADING && block->level == 2)
    size *= LEVEL_2;
  return block->small ? size * SMALL : size;
}

static double
get_space (const PlumbPainter *self, const PlumbBlock *block)
{
  double space
      = self->body * styles[block->kind].space * plumb_document_get_spacing (self->document);

  if (block->kind == PLUMB_BLOCK_HEADING && block->level == 2)
    space *= 0.75;
  return block->small ? space * 0.5 : space;
}

/* Texts behind letters and numbers are aligned; longer markers push theirs further in. */
static double
get_indent (PlumbPainter *self, const PlumbBlock *block, double size, PangoLayout **marker)
{
  static const PlumbInline bullet = { (char *) "•", NULL };
  const PlumbInline *content = &block->cells[PLUMB_CELL_BADGE];
  int marker_width;

  switch ((int) block->kind)
    {
    case PLUMB_BLOCK_HEADING:
      return block->tone != PLUMB_TONE_NEUTRAL ? MARK_INDENT * size : 0;
    case PLUMB_BLOCK_CHECK_ITEM:
      return LIST_INDENT * size;
    case PLUMB_BLOCK_LIST_ITEM:
      *marker = plumb_painter_create_layout (self, content->text != NULL ? content : &bullet, size,
                                             FALSE, self->width / 4);
      pango_layout_get_size (*marker, &marker_width, NULL);
      return MAX ((content->text != NULL ? MARKER_INDENT : LIST_INDENT) * size,
                  pango_units_to_double (marker_width) + 0.4 * size);
    default:
      return 0;
    }
}

/* Running text is one item a line. The first two and the last two lines of a
 * block stay together; so do all lines of a title or heading. */
static void
measure_text (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  double size = get_size (self, block);
  gboolean title = block->kind == PLUMB_BLOCK_TITLE || block->kind == PLUMB_BLOCK_HEADING;
  g_autoptr (PangoLayout) marker = NULL;
  double indent = get_indent (self, block, size, &marker);
  g_autoptr (PangoLayout) layout = plumb_painter_create_layout (
      self, &block->cells[PLUMB_CELL_LEAD], size, styles[block->kind].bold, width - indent);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  guint n_lines = pango_layout_get_line_count (layout);

  for (guint i = 0; i < n_lines; i++)
    {
      PlumbItem *item = new_item (block, width);
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      item->layouts[PLUMB_CELL_LEAD] = g_object_ref (layout);
      if (i == 0 && marker != NULL)
        item->layouts[PLUMB_CELL_BADGE] = g_object_ref (marker);
      item->indent = indent;
      item->line = i;
      item->line_top = pango_units_to_double (top);
      item->line_baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      item->line_x = pango_units_to_double (logical.x);
      item->height = pango_units_to_double (bottom - top);
      item->space = i == 0 ? get_space (self, block) : 0;
      item->keep = title || (i == 0 && n_lines > 1) || (n_lines > 1 && i == n_lines - 2);
      g_ptr_array_add (items, item);
      pango_layout_iter_next_line (iter);
    }
}

/* Where a cell of a row or fact stands within its item. */
void
plumb_painter_get_cell (const PlumbPainter *self,
                        const PlumbItem *item,
                        PlumbCell cell,
                        double *x,
                        double *width)
{
  double gap = 1.1 * self->body;
  gboolean fact = item->block->kind == PLUMB_BLOCK_FACT;
  /* A label of a fact is a word or two, which large print must not break. */
  double lead
      = fact ? CLAMP (8 * self->body, 0.25 * item->width, 0.4 * item->width) : 0.29 * item->width;
  double trailing = fact ? 0 : 0.1 * item->width;

  if (cell == PLUMB_CELL_MIDDLE)
    {
      *x = lead + gap;
      *width = item->width - lead - gap - (fact ? 0 : trailing + gap);
    }
  else if (cell == PLUMB_CELL_TRAILING)
    {
      *x = item->width - trailing;
      *width = trailing;
    }
  else
    {
      *x = 0;
      *width = lead;
    }
}

static void
create_cells (PlumbPainter *self, PlumbItem *item)
{
  const PlumbBlock *block = item->block;
  gboolean fact = block->kind == PLUMB_BLOCK_FACT;

  for (PlumbCell cell = 0; cell < PLUMB_N_CELLS; cell++)
    {
      gboolean bold = !fact && (cell == PLUMB_CELL_LEAD || cell == PLUMB_CELL_BADGE);
      double x, width;

      if (block->cells[cell].text == NULL)
        continue;
      plumb_painter_get_cell (self, item, cell, &x, &width);
      item->layouts[cell] = plumb_painter_create_layout (
          self, &block->cells[cell], fact ? get_size (self, block) : self->body * row_sizes[cell],
          bold, width);
      if (cell == PLUMB_CELL_TRAILING)
        pango_layout_set_alignment (item->layouts[cell],
                                    self->right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
}

static double
get_cell_height (const PlumbItem *item, PlumbCell cell)
{
  return item->layouts[cell] != NULL ? plumb_layout_get_height (item->layouts[cell]) : 0;
}

static void
measure_row (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  PlumbItem *item = new_item (block, width);
  double baseline = 0;
  double lead, others;

  create_cells (self, item);
  baseline = plumb_layout_get_baseline (item->layouts[PLUMB_CELL_LEAD]);
  lead = get_cell_height (item, PLUMB_CELL_LEAD) + get_cell_height (item, PLUMB_CELL_BADGE)
         + get_cell_height (item, PLUMB_CELL_NOTE);
  others = MAX (get_cell_height (item, PLUMB_CELL_MIDDLE),
                get_cell_height (item, PLUMB_CELL_TRAILING));
  /* First lines share a baseline, so smaller cells begin a little lower. */
  if (item->layouts[PLUMB_CELL_MIDDLE] != NULL)
    others += MAX (0, baseline - plumb_layout_get_baseline (item->layouts[PLUMB_CELL_MIDDLE]));
  item->height = MAX (lead, others);
  item->space = get_space (self, block);
  if (block->kind == PLUMB_BLOCK_ROW)
    item->height += 2 * plumb_painter_get_row_padding (self);
  g_ptr_array_add (items, item);
}

static gboolean
load_picture (const PlumbPainter *self, PlumbItem *item)
{
  g_autoptr (GBytes) picture = self->black_and_white
                                   ? plumb_picture_drop_colors (item->block->picture)
                                   : g_bytes_ref (item->block->picture);
  gsize size;
  const guint8 *data = g_bytes_get_data (picture, &size);

  item->picture = rsvg_handle_new_from_data (data, size, NULL);
  if (item->picture == NULL)
    return FALSE;
  rsvg_handle_set_dpi (item->picture, PICTURE_DPI);
  return rsvg_handle_get_intrinsic_size_in_pixels (item->picture, &item->picture_width,
                                                   &item->picture_height)
         && item->picture_width > 0 && item->picture_height > 0;
}

/* A picture that cannot be shown is said: its alternative text takes its place. */
static void
measure_alternative (PlumbPainter *self, PlumbItem *item)
{
  const PlumbInline content = { item->block->alternative, NULL };

  g_clear_object (&item->picture);
  item->layouts[PLUMB_CELL_LEAD]
      = plumb_painter_create_layout (self, &content, self->body, FALSE, item->width);
  item->height = plumb_layout_get_height (item->layouts[PLUMB_CELL_LEAD]);
}

static void
measure_picture (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  PlumbItem *item = new_item (block, width);
  double scale;

  g_ptr_array_add (items, item);
  item->space = get_space (self, block);
  if (!load_picture (self, item))
    {
      measure_alternative (self, item);
      return;
    }
  scale = MIN (1, width / item->picture_width);
  if (block->max_height > 0)
    scale = MIN (scale, block->max_height / item->picture_height);
  item->picture_width *= scale;
  item->picture_height *= scale;
  item->height = item->picture_height;
}

static GPtrArray *measure_blocks (PlumbPainter *self, GPtrArray *blocks, double width);

/* The heights of columns and notices follow from what they hold; see the flow. */
static void
measure_columns (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  PlumbItem *item = new_item (block, width);
  double gap = plumb_painter_get_column_gap (self);
  double first = (width - gap) * block->share;

  item->children[0] = measure_blocks (self, block->children[0], first);
  item->children[1] = measure_blocks (self, block->children[1], width - gap - first);
  item->indent = first + gap;
  g_ptr_array_add (items, item);
}

static void
measure_notice (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  PlumbItem *item = new_item (block, width);
  double padding = plumb_painter_get_padding (self);

  item->children[0] = measure_blocks (self, block->children[0], width - 2 * padding);
  item->space = get_space (self, block);
  item->indent = padding;
  g_ptr_array_add (items, item);
}

static void
measure_block (PlumbPainter *self, const PlumbBlock *block, double width, GPtrArray *items)
{
  switch (block->kind)
    {
    case PLUMB_BLOCK_TITLE:
    case PLUMB_BLOCK_SUBTITLE:
    case PLUMB_BLOCK_HEADING:
    case PLUMB_BLOCK_PARAGRAPH:
    case PLUMB_BLOCK_LIST_ITEM:
    case PLUMB_BLOCK_CHECK_ITEM:
    case PLUMB_BLOCK_HEADER:
    case PLUMB_BLOCK_FOOTER:
      measure_text (self, block, width, items);
      break;
    case PLUMB_BLOCK_FACT:
    case PLUMB_BLOCK_ROW:
      measure_row (self, block, width, items);
      break;
    case PLUMB_BLOCK_PICTURE:
      measure_picture (self, block, width, items);
      break;
    case PLUMB_BLOCK_COLUMNS:
      measure_columns (self, block, width, items);
      break;
    case PLUMB_BLOCK_NOTICE:
      measure_notice (self, block, width, items);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The rule below the subtitle belongs to its last line. */
static void
leave_room_for_rule (PlumbPainter *self, const PlumbBlock *block, GPtrArray *items)
{
  if (block->kind == PLUMB_BLOCK_SUBTITLE && items->len > 0)
    {
      PlumbItem *item = g_ptr_array_index (items, items->len - 1);

      item->height += 0.75 * self->body;
    }
}

static GPtrArray *
measure_blocks (PlumbPainter *self, GPtrArray *blocks, double width)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_item_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlumbBlock *block = g_ptr_array_index (blocks, i);

      measure_block (self, block, width, items);
      leave_room_for_rule (self, block, items);
    }
  return items;
}

/* Lines of the footer leave room for the number of the page. */
static void
measure_margins (PlumbPainter *self)
{
  double width = self->width - 2 * self->margin;
  GPtrArray *footer = plumb_document_get_footer (self->document);
  const PlumbBlock *header = plumb_document_get_header (self->document);
  double line = styles[PLUMB_BLOCK_FOOTER].size * self->body * 1.35;

  g_ptr_array_unref (self->footer);
  self->footer = measure_blocks (self, footer, width - 5 * self->body);
  for (guint i = 0; i < self->footer->len; i++)
    self->footer_height += ((PlumbItem *) g_ptr_array_index (self->footer, i))->height;
  self->footer_height = CLAMP (self->footer_height, line, self->height / 3);
  self->top = self->margin;
  self->running_top = self->margin;
  self->bottom = self->height - 0.8 * self->margin - self->footer_height - 1.4 * self->body;
  if (header == NULL)
    return;
  self->header = new_item (header, width);
  self->header->layouts[PLUMB_CELL_LEAD] = plumb_painter_create_layout (
      self, &header->cells[PLUMB_CELL_LEAD], get_size (self, header), FALSE, width);
  pango_layout_set_ellipsize (self->header->layouts[PLUMB_CELL_LEAD], PANGO_ELLIPSIZE_END);
  self->header->height = plumb_layout_get_height (self->header->layouts[PLUMB_CELL_LEAD]);
  self->running_top = 0.8 * self->margin + self->header->height + 1.2 * self->body;
}

void
plumb_painter_measure (PlumbPainter *self)
{
  GPtrArray *blocks = plumb_document_get_blocks (self->document);

  measure_margins (self);
  g_ptr_array_unref (self->items);
  self->items = measure_blocks (self, blocks, self->width - 2 * self->margin);
}
