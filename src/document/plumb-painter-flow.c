/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

/* A picture gives way so far before it leaves a page half empty. */
#define LEAST_PICTURE 0.72
/* A last page that is filled less than this … */
#define WIDOW_SHARE 0.15
/* … is spared, where it can be, with this much less space between things. */
#define TIGHT_SPACE 0.7

/* Where the next item goes. */
typedef struct
{
  PlumbPainter *painter;
  guint page;
  double y;
  double inset;   /* taken by the frames of open notices, above and below */
  gboolean fresh; /* nothing is on this page yet: no space above, no use in a break */
} Flow;

static PlumbPage *
get_page (PlumbPainter *self, guint index)
{
  while (self->pages->len <= index)
    {
      PlumbPage *page = g_new0 (PlumbPage, 1);

      page->frames = g_array_new (FALSE, FALSE, sizeof (PlumbPiece));
      page->pieces = g_array_new (FALSE, FALSE, sizeof (PlumbPiece));
      g_ptr_array_add (self->pages, page);
    }
  return g_ptr_array_index (self->pages, index);
}

static double
get_top (const Flow *flow)
{
  return (flow->page == 0 ? flow->painter->top : flow->painter->running_top) + flow->inset;
}

static double
get_bottom (const Flow *flow)
{
  return flow->painter->bottom - flow->inset;
}

static double
get_room (const Flow *flow)
{
  double room = flow->painter->bottom - flow->painter->running_top - 2 * flow->inset;

  return MAX (room, flow->painter->body);
}

static void
break_page (Flow *flow)
{
  flow->page++;
  flow->y = get_top (flow);
  flow->fresh = TRUE;
}

static double get_height (const Flow *flow, const PlumbItem *item);

static double
get_total_height (const Flow *flow, GPtrArray *items)
{
  double height = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const PlumbItem *item = g_ptr_array_index (items, i);

      height += get_height (flow, item) + (i > 0 ? item->space : 0);
    }
  return height;
}

/* The height of all of an item, on a page without end. */
static double
get_height (const Flow *flow, const PlumbItem *item)
{
  switch ((int) item->block->kind)
    {
    case PLUMB_BLOCK_COLUMNS:
      return MAX (get_total_height (flow, item->children[0]),
                  get_total_height (flow, item->children[1]));
    case PLUMB_BLOCK_NOTICE:
      return get_total_height (flow, item->children[0]) + 2 * item->indent;
    default:
      return item->height;
    }
}

static guint
get_cluster_end (GPtrArray *items, guint first)
{
  guint end = first;

  while (end + 1 < items->len && ((PlumbItem *) g_ptr_array_index (items, end))->keep)
    end++;
  return end;
}

static double get_first_height (const Flow *flow, const PlumbItem *item);

/* What stays together from an item on; first without its space above. */
static double
get_cluster_height (const Flow *flow, GPtrArray *items, guint first)
{
  guint end = get_cluster_end (items, first);
  double height = 0;

  for (guint i = first; i < items->len && i <= end; i++)
    {
      const PlumbItem *item = g_ptr_array_index (items, i);

      height += i > first ? item->space : 0;
      height += i < end ? get_height (flow, item) : get_first_height (flow, item);
    }
  return height;
}

/* The least of an item that must find room where it begins. */
static double
get_first_height (const Flow *flow, const PlumbItem *item)
{
  double height = get_height (flow, item);

  if (item->block->kind == PLUMB_BLOCK_COLUMNS)
    return MAX (get_cluster_height (flow, item->children[0], 0),
                get_cluster_height (flow, item->children[1], 0));
  if (item->block->kind == PLUMB_BLOCK_NOTICE && height > get_room (flow))
    return get_cluster_height (flow, item->children[0], 0) + 2 * item->indent;
  if (item->block->kind == PLUMB_BLOCK_PICTURE)
    return LEAST_PICTURE * height;
  return height;
}

static void place_items (Flow *flow, GPtrArray *items, double x);

static void
place_columns (Flow *flow, PlumbItem *item, double x)
{
  Flow second = *flow;

  place_items (flow, item->children[0], x);
  place_items (&second, item->children[1], x + item->indent);
  if (second.page > flow->page || (second.page == flow->page && second.y > flow->y))
    *flow = second;
}

static void
add_frames (Flow *flow, const PlumbItem *item, double x, guint first_page, double first_y)
{
  for (guint page = first_page; page <= flow->page; page++)
    {
      Flow at = { flow->painter, page, 0, flow->inset, FALSE };
      double top = page == first_page ? first_y : get_top (&at);
      double bottom = page == flow->page ? flow->y : get_bottom (&at);
      PlumbPiece piece = { item, x, top, bottom - top };

      g_array_append_val (get_page (flow->painter, page)->frames, piece);
    }
}

static void
place_notice (Flow *flow, PlumbItem *item, double x)
{
  guint first_page = flow->page;
  double first_y = flow->y;

  flow->y += item->indent;
  flow->inset += item->indent;
  flow->fresh = TRUE;
  place_items (flow, item->children[0], x + item->indent);
  flow->inset -= item->indent;
  flow->y += item->indent;
  add_frames (flow, item, x, first_page, first_y);
}

/* What is larger than a page, or a picture that nearly finds room, is drawn smaller rather than cut
 * off or sent to the next page. */
static void
place_solid (Flow *flow, PlumbItem *item, double x)
{
  PlumbPiece piece = { item, x, flow->y, item->height };
  double room = get_room (flow);

  if (item->block->kind == PLUMB_BLOCK_PICTURE)
    room = MIN (room, get_bottom (flow) - flow->y);

  if (item->height > room)
    {
      item->scale = room / item->height;
      item->height = room;
    }
  g_array_append_val (get_page (flow->painter, flow->page)->pieces, piece);
  flow->y += item->height;
}

static void
place_item (Flow *flow, PlumbItem *item, double x)
{
  double space = flow->fresh ? 0 : item->space;

  if (!flow->fresh && flow->y + space + get_first_height (flow, item) > get_bottom (flow))
    {
      break_page (flow);
      space = 0;
    }
  flow->y += space;
  if (item->block->kind == PLUMB_BLOCK_COLUMNS)
    place_columns (flow, item, x);
  else if (item->block->kind == PLUMB_BLOCK_NOTICE)
    place_notice (flow, item, x);
  else
    place_solid (flow, item, x);
  flow->fresh = FALSE;
}

static void
place_items (Flow *flow, GPtrArray *items, double x)
{
  for (guint i = 0; i < items->len;)
    {
      guint end = get_cluster_end (items, i);
      const PlumbItem *first = g_ptr_array_index (items, i);
      double height = first->space + get_cluster_height (flow, items, i);

      if (!flow->fresh && flow->y + height > get_bottom (flow) && height <= get_room (flow))
        break_page (flow);
      for (; i <= end; i++)
        place_item (flow, g_ptr_array_index (items, i), x);
    }
}

/* Undoes what placing did to the items. */
static void
restore (GPtrArray *items, double space)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      PlumbItem *item = g_ptr_array_index (items, i);

      item->height /= item->scale;
      item->scale = 1;
      item->space *= space;
      restore (item->children[0], space);
      restore (item->children[1], space);
    }
}

/* Returns: the height that is filled on the last page. */
static double
fill_pages (PlumbPainter *self)
{
  Flow flow = { self, 0, self->top, 0, TRUE };

  g_ptr_array_set_size (self->pages, 0);
  get_page (self, 0);
  place_items (&flow, self->items, self->margin);

  return flow.y - get_top (&flow);
}

/* Nobody wants a page for one line: then everything moves a little closer. */
void
plumb_painter_flow (PlumbPainter *self)
{
  const double filled = fill_pages (self);
  const guint n_pages = self->pages->len;

  if (n_pages == 1 || filled > WIDOW_SHARE * (self->bottom - self->running_top))
    return;
  restore (self->items, TIGHT_SPACE);
  fill_pages (self);
  if (self->pages->len < n_pages)
    return;
  restore (self->items, 1 / TIGHT_SPACE);
  fill_pages (self);
}
