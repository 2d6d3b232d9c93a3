/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-input.h"

#include "plumb-consultation-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef enum
{
  PLUMB_CLI_INPUT_UNDECIDED, /* one text or many: the first line will tell */
  PLUMB_CLI_INPUT_WHOLE,
  PLUMB_CLI_INPUT_LINES,
} PlumbCliInputKind;

struct _PlumbCliInput
{
  FILE *file;
  char *name;
  PlumbCliInputKind kind;
  GString *text;
  guint line; /* the one read last */
};

/**
 * plumb_cli_input_open:
 * @name: a file, or "-" for standard input
 * @whole: to read it as one text, whatever its name
 *
 * Returns: (transfer full) (nullable): the input, or %NULL with @error in
 *   %G_FILE_ERROR set
 */
PlumbCliInput *
plumb_cli_input_open (const char *name, gboolean whole, GError **error)
{
  g_autoptr (PlumbCliInput) self = g_new0 (PlumbCliInput, 1);

  if (strcmp (name, "-") == 0)
    self->file = stdin;
  else
    self->file = g_fopen (name, "rbe");
  if (self->file == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return NULL;
    }

  self->name
      = self->file == stdin ? g_strdup (_ ("standard input")) : g_filename_display_name (name);
  self->text = g_string_new (NULL);
  if (whole || g_str_has_suffix (name, ".json"))
    self->kind = PLUMB_CLI_INPUT_WHOLE;
  else if (g_str_has_suffix (name, ".ndjson"))
    self->kind = PLUMB_CLI_INPUT_LINES;

  return g_steal_pointer (&self);
}

void
plumb_cli_input_close (PlumbCliInput *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL && self->file != stdin)
    fclose (self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

const char *
plumb_cli_input_get_name (const PlumbCliInput *self)
{
  return self->name;
}

/* Appends up to END or to the end of the file. What is too long for a
 * consultation is cut one byte later, which the reader of consultations then
 * refuses. Returns: whether anything was there. */
static gboolean
append_up_to (PlumbCliInput *self, int end)
{
  int byte = getc (self->file);

  if (byte == EOF)
    return FALSE;
  for (; byte != EOF && byte != end; byte = getc (self->file))
    if (self->text->len <= PLUMB_CONSULTATION_FILE_MAX_SIZE)
      g_string_append_c (self->text, (char) byte);

  return TRUE;
}

static gboolean
is_blank (const GString *line)
{
  return strspn (line->str, " \t\r") == line->len;
}

static gboolean
append_line (PlumbCliInput *self)
{
  while (append_up_to (self, '\n'))
    {
      self->line++;
      if (!is_blank (self->text))
        return TRUE;
      g_string_truncate (self->text, 0);
    }

  return FALSE;
}

/* A consultation on one line ends there; one over several lines does not end on its first. */
static gboolean
stands_alone (const GString *line)
{
  g_autofree char *trimmed = g_strstrip (g_strndup (line->str, line->len));

  return trimmed[0] == '{' && g_str_has_suffix (trimmed, "}");
}

static gboolean
append_text (PlumbCliInput *self)
{
  gboolean found;

  if (self->kind == PLUMB_CLI_INPUT_LINES)
    return append_line (self);
  if (self->kind == PLUMB_CLI_INPUT_WHOLE)
    return append_up_to (self, EOF);

  found = append_line (self);
  self->kind = stands_alone (self->text) ? PLUMB_CLI_INPUT_LINES : PLUMB_CLI_INPUT_WHOLE;
  if (found && self->kind == PLUMB_CLI_INPUT_WHOLE)
    {
      /* Put back what was read, so that places are right. */
      g_autofree char *blank_lines = g_strnfill (self->line - 1, '\n');

      g_string_prepend (self->text, blank_lines);
      g_string_append_c (self->text, '\n');
      append_up_to (self, EOF);
    }

  return found;
}

/**
 * plumb_cli_input_next:
 * @self: an input
 * @first_line: (out): the line at which the text begins, or 0 where it is all there is
 *
 * Returns: (transfer none) (nullable): the next text, valid until the next
 *   call; %NULL at the end, or with @error set
 */
const GString *
plumb_cli_input_next (PlumbCliInput *self, guint *first_line, GError **error)
{
  gboolean found;

  g_string_truncate (self->text, 0);
  errno = 0;
  found = append_text (self);
  if (ferror (self->file))
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return NULL;
    }
  *first_line = self->kind == PLUMB_CLI_INPUT_LINES ? self->line : 0;

  return found ? self->text : NULL;
}
