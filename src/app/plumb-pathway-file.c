/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-file.h"

/* In milliseconds. Editors write in several steps: the last one counts. */
#define PAUSE 60
/* How often to look again for a file that is gone: some editors take it away and then put the
 * new one there. */
#define PATIENCE 12

struct _PlumbPathwayFile
{
  GObject parent_instance;

  GFile *file;
  char *name;
  GFileMonitor *monitor;
  GBytes *bytes; /* as last read; NULL: could not be read */
  guint pause;   /* GSource */
  guint n_tries;
};

G_DEFINE_FINAL_TYPE (PlumbPathwayFile, plumb_pathway_file, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remember (PlumbPathwayFile *self, GBytes *bytes)
{
  GBytes *before = self->bytes;

  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_clear_pointer (&before, g_bytes_unref);
}

static gboolean
is_as_read (PlumbPathwayFile *self, GBytes *bytes)
{
  if (bytes == NULL || self->bytes == NULL)
    return bytes == self->bytes;

  return g_bytes_equal (bytes, self->bytes);
}

static gboolean
look (gpointer data)
{
  PlumbPathwayFile *self = data;
  g_autoptr (GBytes) bytes = g_file_load_bytes (self->file, NULL, NULL, NULL);

  if (bytes == NULL && ++self->n_tries < PATIENCE)
    return G_SOURCE_CONTINUE;
  self->pause = 0;
  if (!is_as_read (self, bytes))
    g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
on_event (PlumbPathwayFile *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->n_tries = 0;
  self->pause = g_timeout_add (PAUSE, look, self);
}

/* The object */

static void
plumb_pathway_file_dispose (GObject *object)
{
  PlumbPathwayFile *self = PLUMB_PATHWAY_FILE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (plumb_pathway_file_parent_class)->dispose (object);
}

static void
plumb_pathway_file_finalize (GObject *object)
{
  PlumbPathwayFile *self = PLUMB_PATHWAY_FILE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);

  G_OBJECT_CLASS (plumb_pathway_file_parent_class)->finalize (object);
}

static void
plumb_pathway_file_class_init (PlumbPathwayFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_pathway_file_dispose;
  object_class->finalize = plumb_pathway_file_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plumb_pathway_file_init (PlumbPathwayFile *self)
{
}

/* Where files cannot be watched, as inside the program, they are read once. */
static void
watch (PlumbPathwayFile *self)
{
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, PAUSE / 2);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_event), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plumb_pathway_file_new:
 * @file: the file of a pathway
 *
 * Returns: (transfer full): what reads and watches it
 */
PlumbPathwayFile *
plumb_pathway_file_new (GFile *file)
{
  PlumbPathwayFile *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (PLUMB_TYPE_PATHWAY_FILE, NULL);
  self->file = g_object_ref (file);
  name = g_file_get_basename (file);
  self->name = g_filename_display_name (name);
  watch (self);

  return self;
}

/**
 * plumb_pathway_file_read:
 * @self: the file of a pathway
 * @error: return location for an error of #PLUMB_PATHWAY_ERROR or of GIO
 *
 * Returns: (transfer full): the pathway that the file holds now, or %NULL with @error set;
 *   either way there is no signal before the file changes again
 */
PlumbPathway *
plumb_pathway_file_read (PlumbPathwayFile *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (PLUMB_IS_PATHWAY_FILE (self), NULL);

  bytes = g_file_load_bytes (self->file, NULL, NULL, error);
  remember (self, bytes);

  return bytes != NULL ? plumb_pathway_new_from_bytes (bytes, self->name, error) : NULL;
}

GFile *
plumb_pathway_file_get_file (PlumbPathwayFile *self)
{
  g_return_val_if_fail (PLUMB_IS_PATHWAY_FILE (self), NULL);

  return self->file;
}

const char *
plumb_pathway_file_get_name (PlumbPathwayFile *self)
{
  g_return_val_if_fail (PLUMB_IS_PATHWAY_FILE (self), NULL);

  return self->name;
}
