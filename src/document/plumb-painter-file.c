/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-painter.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A device or pipe is written into; a file is replaced as a whole. */
static gboolean
is_stream (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gboolean
write_stream (const char *path, const guint8 *data, gsize size)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return FALSE;
  while (size > 0)
    {
      gssize written = write (descriptor, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          int code = errno;

          close (descriptor);
          errno = code;
          return FALSE;
        }
      data += written;
      size -= (gsize) written;
    }
  return close (descriptor) == 0;
}

/* GLib names its own temporary file; the last part says what went wrong. */
static const char *
get_reason (const GError *error)
{
  const char *reason = g_strrstr (error->message, ": ");

  return reason != NULL ? reason + 2 : error->message;
}

static gboolean
write_local (const char *path, const char *data, gsize size, GError **error)
{
  /* Behind a link lies the file that is meant. */
  g_autofree char *target = realpath (path, NULL);
  g_autoptr (GError) local = NULL;
  const char *reason = NULL;

  if (is_stream (path))
    reason = write_stream (path, (const guint8 *) data, size) ? NULL : g_strerror (errno);
  else if (!g_file_set_contents_full (target != NULL ? target : path, data, (gssize) size,
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    reason = get_reason (local);
  if (reason == NULL)
    return TRUE;
  /* Translators: what went wrong, such as “No space left on device”. */
  g_set_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_FILE,
               _ ("The page cannot be written: %s"), reason);
  return FALSE;
}

/**
 * plumb_painter_write_file:
 * @file: where to; replaced when it exists
 * @data: a page as a file
 * @size: of @data in bytes
 * @error: return location for an error of %PLUMB_PAINTER_ERROR or %G_IO_ERROR
 *
 * Writes a file that only its owner can read: first beside @file, then in its
 * place, so that what was there stays whole until the new file is complete.
 *
 * Returns: whether @file now holds the data; nothing is left behind if not
 */
gboolean
plumb_painter_write_file (GFile *file, const char *data, gsize size, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  const char *path = g_file_peek_path (file);

  if (path != NULL)
    return write_local (path, data, size, error);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}
