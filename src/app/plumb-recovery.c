/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-recovery.h"

#include "plumb-consultation-file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

/* After the last answer, so that not every click waits for the disk. */
#define SECONDS_LATER 1

#define SUFFIX ".json"
#define LOCK_SUFFIX ".lock"

struct _PlumbRecovery
{
  GObject parent_instance;

  PlumbSession *session;
  GFile *file;
  int lock;      /* held as long as the program runs, whatever ends it; or -1 */
  guint waiting; /* source id */
};

G_DEFINE_FINAL_TYPE (PlumbRecovery, plumb_recovery, G_TYPE_OBJECT)

/* Files and their locks */

static char *
dup_folder (PlumbPathway *pathway)
{
  return g_build_filename (g_get_user_state_dir (), "plumbline", "recovery",
                           plumb_pathway_get_id (pathway), NULL);
}

static char *
dup_lock_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return g_strconcat (path, LOCK_SUFFIX, NULL);
}

/* The system takes the lock back when the program ends, however it does: a file whose lock can be
 * had belongs to nobody any more. */
static int
take_lock (GFile *file)
{
  g_autofree char *path = dup_lock_path (file);
  int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (lock >= 0)
    close (lock);

  return -1;
}

static void
release_lock (GFile *file, int lock)
{
  g_autofree char *path = dup_lock_path (file);

  unlink (path);
  close (lock);
}

/* Keeping */

static void
drop (PlumbRecovery *self)
{
  if (self->lock < 0)
    return;
  g_file_delete (self->file, NULL, NULL);
  release_lock (self->file, self->lock);
  self->lock = -1;
}

static gboolean
prepare (PlumbRecovery *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *path = g_file_get_path (folder);

  if (self->lock < 0 && g_mkdir_with_parents (path, 0700) == 0)
    self->lock = take_lock (self->file);

  return self->lock >= 0;
}

/* Nobody asked for this file: where it cannot be written, the consultation goes on without. */
static gboolean
keep (PlumbRecovery *self)
{
  g_autoptr (GError) error = NULL;

  if (prepare (self)
      && plumb_consultation_file_write (plumb_session_get_consultation (self->session), self->file,
                                        &error))
    return TRUE;
  g_debug ("Nothing is kept for recovery: %s", error != NULL ? error->message : "no folder");

  return FALSE;
}

static gboolean
on_later (gpointer data)
{
  PlumbRecovery *self = data;

  self->waiting = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (PlumbRecovery *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (plumb_session_get_modified (self->session))
    self->waiting = g_timeout_add_seconds (SECONDS_LATER, on_later, self);
  else
    drop (self);
}

/* The object */

static void
plumb_recovery_dispose (GObject *object)
{
  PlumbRecovery *self = PLUMB_RECOVERY (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  drop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (plumb_recovery_parent_class)->dispose (object);
}

static void
plumb_recovery_class_init (PlumbRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_recovery_dispose;
}

static void
plumb_recovery_init (PlumbRecovery *self)
{
  self->lock = -1;
}

/**
 * plumb_recovery_new:
 * @session: what to keep
 *
 * Returns: (transfer full): a recovery that follows @session
 */
PlumbRecovery *
plumb_recovery_new (PlumbSession *session)
{
  PlumbRecovery *self;
  g_autofree char *folder = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);

  self = g_object_new (PLUMB_TYPE_RECOVERY, NULL);
  folder = dup_folder (plumb_session_get_pathway (session));
  self->session = g_object_ref (session);
  self->file = g_file_new_build_filename (folder, name, NULL);
  g_signal_connect_swapped (session, "notify::evaluation", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (on_changed), self);
  on_changed (self);

  return self;
}

/**
 * plumb_recovery_flush:
 * @self: a recovery
 *
 * Keeps at once what would be kept a little later.
 *
 * Returns: %FALSE when there is something to keep and it cannot be written
 */
gboolean
plumb_recovery_flush (PlumbRecovery *self)
{
  g_return_val_if_fail (PLUMB_IS_RECOVERY (self), FALSE);

  g_clear_handle_id (&self->waiting, g_source_remove);

  return !plumb_session_get_modified (self->session) || keep (self);
}

/* Where it is kept, whether there is anything or not. */
GFile *
plumb_recovery_get_file (PlumbRecovery *self)
{
  g_return_val_if_fail (PLUMB_IS_RECOVERY (self), NULL);

  return self->file;
}

/* What was left behind */

typedef struct
{
  char *path;
  int lock;
} Claim;

static void
free_claim (gpointer data)
{
  Claim *claim = data;

  unlink (claim->path);
  close (claim->lock);
  g_free (claim->path);
  g_free (claim);
}

/* As long as somebody holds the file, nobody else finds it. */
static gboolean
claim_left (GFile *file)
{
  int lock = take_lock (file);
  Claim *claim;

  if (lock < 0)
    return FALSE;
  claim = g_new (Claim, 1);
  claim->path = dup_lock_path (file);
  claim->lock = lock;
  g_object_set_data_full (G_OBJECT (file), "claim", claim, free_claim);

  return TRUE;
}

/**
 * plumb_recovery_get_time:
 * @left: a file of plumb_recovery_list_left()
 *
 * Returns: (transfer full) (nullable): when it was last written, in local time
 */
GDateTime *
plumb_recovery_get_time (GFile *left)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (G_IS_FILE (left), NULL);

  info = g_file_query_info (left,
                            G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return time != NULL ? g_date_time_to_local (time) : NULL;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  g_autoptr (GDateTime) first = plumb_recovery_get_time (*(GFile *const *) a);
  g_autoptr (GDateTime) second = plumb_recovery_get_time (*(GFile *const *) b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_date_time_compare (second, first);
}

/**
 * plumb_recovery_list_left:
 * @pathway: a pathway
 *
 * Returns: (transfer full) (element-type GFile): the consultations through @pathway
 *   that a program left behind which no longer runs, the latest first; nobody else is
 *   given one of them until its #GFile is gone
 */
GPtrArray *
plumb_recovery_list_left (PlumbPathway *pathway)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) directory = NULL;
  const char *name;

  g_return_val_if_fail (pathway != NULL, left);

  folder = dup_folder (pathway);
  directory = g_dir_open (folder, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, SUFFIX) && claim_left (file))
        g_ptr_array_add (left, g_steal_pointer (&file));
    }
  g_ptr_array_sort (left, compare_times);

  return left;
}

/* It was taken over, or given up. */
void
plumb_recovery_forget (GFile *left)
{
  g_return_if_fail (G_IS_FILE (left));

  g_file_delete (left, NULL, NULL);
}
