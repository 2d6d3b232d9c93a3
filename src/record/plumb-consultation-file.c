/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"

#include "plumb-consultation-file-private.h"

#include <stdlib.h>
#include <string.h>

/* In characters; enough to find the words again, and no flood. */
#define MAX_QUOTE 60

typedef struct
{
  guint line; /* 0: none */
  guint column;
} PlumbConsultationFileErrorPrivate;

static void
plumb_consultation_file_error_private_init (PlumbConsultationFileErrorPrivate *private)
{
}

static void
plumb_consultation_file_error_private_copy (const PlumbConsultationFileErrorPrivate *source,
                                            PlumbConsultationFileErrorPrivate *target)
{
  *target = *source;
}

static void
plumb_consultation_file_error_private_clear (PlumbConsultationFileErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (PlumbConsultationFileError, plumb_consultation_file_error)

/* ---- errors ------------------------------------------------------------------------------ */

/* The bytes before PLACE may be no UTF-8, so characters are told by their first byte. */
static void
locate (const char *text, const char *place, PlumbConsultationFileErrorPrivate *private)
{
  private->line = 1;
  private->column = 1;
  for (const char *cursor = text; cursor < place; cursor++)
    if (*cursor == '\n')
      {
        private->line++;
        private->column = 1;
      }
    else if (((guchar) *cursor & 0xc0) != 0x80)
  private->column++;
}

void
plumb_consultation_file_set_error (GError **error,
                                   PlumbConsultationFileError code,
                                   const char *text,
                                   const char *place,
                                   const char *format,
                                   ...)
{
  va_list arguments;

  if (error == NULL)
    return;
  va_start (arguments, format);
  *error = g_error_new_valist (PLUMB_CONSULTATION_FILE_ERROR, (int) code, format, arguments);
  va_end (arguments);
  if (text != NULL && place != NULL)
    locate (text, place, plumb_consultation_file_error_get_private (*error));
}

/**
 * plumb_consultation_file_error_get_position:
 * @error: (nullable): an error
 * @line: (out) (optional): the line of the text, from 1
 * @column: (out) (optional): the character in the line, from 1
 *
 * Returns: whether @error is of %PLUMB_CONSULTATION_FILE_ERROR and about a place in the text
 */
gboolean
plumb_consultation_file_error_get_position (const GError *error, guint *line, guint *column)
{
  const PlumbConsultationFileErrorPrivate *private;

  if (error == NULL || error->domain != PLUMB_CONSULTATION_FILE_ERROR)
    return FALSE;
  private = plumb_consultation_file_error_get_private (error);
  if (private->line == 0)
    return FALSE;
  if (line != NULL)
    *line = private->line;
  if (column != NULL)
    *column = private->column;

  return TRUE;
}

/* A text from a file, for a message of one line. Free with g_free(). */
char *
plumb_consultation_file_quote (const char *string)
{
  g_autoptr (GString) quote = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *cursor = string; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      if (++n_characters > MAX_QUOTE)
        {
          g_string_append (quote, "…");
          break;
        }
      g_string_append_unichar (quote, g_unichar_isprint (character) ? character : 0xfffd);
    }

  return g_string_free (g_steal_pointer (&quote), FALSE);
}

/* ---- files ------------------------------------------------------------------------------- */

/* Reads no further than a consultation can reach, whatever the file is. */
static GBytes *
read_bounded (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;
  data = g_malloc (PLUMB_CONSULTATION_FILE_MAX_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, PLUMB_CONSULTATION_FILE_MAX_SIZE + 1,
                                &length, NULL, error))
    return NULL;

  return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (length, 1)), length);
}

/**
 * plumb_consultation_file_read:
 * @pathway: the pathway that the consultation is about
 * @file: where it is kept
 * @warnings: (out) (optional) (transfer full) (element-type utf8): what the user should know
 *
 * Returns: (transfer full) (nullable): the consultation, or %NULL with @error
 *   set in %G_IO_ERROR or %PLUMB_CONSULTATION_FILE_ERROR, and nothing read
 */
PlumbConsultation *
plumb_consultation_file_read (PlumbPathway *pathway,
                              GFile *file,
                              GPtrArray **warnings,
                              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bounded (file, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);

  return plumb_consultation_file_parse (pathway, data ? data : "", (gssize) length, warnings,
                                        error);
}

/* What a symbolic link leads to: to replace the link would leave the old answers behind. */
static GFile *
follow_link (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *target = path ? realpath (path, NULL) : NULL;
  GFile *real = target ? g_file_new_for_path (target) : g_object_ref (file);

  free (target);
  return real;
}

/**
 * plumb_consultation_file_write:
 * @consultation: a consultation
 * @file: where to keep it
 *
 * Replaces @file as a whole, or leaves it as it is. A new file can be read by
 * its owner only. A consultation that was completed when it was read stays so.
 *
 * Returns: %FALSE with @error in %G_IO_ERROR set when it cannot be written
 */
gboolean
plumb_consultation_file_write (PlumbConsultation *consultation, GFile *file, GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (GFile) real = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (consultation), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  json
      = plumb_consultation_file_to_json (consultation, plumb_response_was_completed (consultation));
  real = follow_link (file);

  return g_file_replace_contents (real, json, strlen (json), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                  NULL, NULL, error);
}
