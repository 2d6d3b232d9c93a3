/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

#include <stdlib.h>
#include <string.h>

/*
 * Cairo 1.16 writes tagged PDF but has no way to say the language of a document,
 * what a figure shows, or that a header cell is about its row. All is added here the way PDF
 * provides for: by an incremental update, which leaves the file as it is and appends new versions
 * of a few objects. A file of another shape than cairo's is left alone.
 */

#define DICTIONARY_END "\n>>\nendobj\n"

typedef struct
{
  const char *data;
  gsize size;
  gsize xref; /* offset of the table */
  guint n_objects;
  guint root;
  guint info;
  GString *update;
  GArray *changed; /* Changed */
} Update;

typedef struct
{
  guint number;
  gsize offset;
} Changed;

/* Like g_strrstr_len(), which ends at a zero; the pages are full of them. */
static gsize
find_last (const Update *self, const char *needle)
{
  gsize length = strlen (needle);

  for (gsize i = self->size; i >= length; i--)
    if (memcmp (self->data + i - length, needle, length) == 0)
      return i - length;
  return self->size;
}

static gboolean
read_number (const Update *self, const char *name, guint64 *number)
{
  gsize place = find_last (self, name);

  if (place == self->size)
    return FALSE;
  *number = g_ascii_strtoull (self->data + place + strlen (name), NULL, 10);
  return TRUE;
}

/* cairo writes one table of one section, twenty bytes an entry. */
static gboolean
read_structure (Update *self)
{
  guint64 xref, size, root, info;
  g_autofree char *head = NULL;

  if (!read_number (self, "startxref\n", &xref) || !read_number (self, "<< /Size ", &size)
      || !read_number (self, "/Root ", &root) || !read_number (self, "/Info ", &info))
    return FALSE;
  head = g_strdup_printf ("xref\n0 %" G_GUINT64_FORMAT "\n", size);
  if (xref + strlen (head) + 20 * size > self->size || root >= size || info >= size
      || strncmp (self->data + xref, head, strlen (head)) != 0)
    return FALSE;
  self->xref = (gsize) xref;
  self->n_objects = (guint) size;
  self->root = (guint) root;
  self->info = (guint) info;
  return TRUE;
}

/* The dictionary of an object, from its << to before its last >>. */
static char *
get_dictionary (const Update *self, guint number)
{
  const char *table = strchr (strchr (self->data + self->xref, '\n') + 1, '\n') + 1;
  guint64 offset = g_ascii_strtoull (table + 20 * (gsize) number, NULL, 10);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< ", number);
  const char *start, *end;

  if (offset + strlen (head) >= self->xref
      || strncmp (self->data + offset, head, strlen (head)) != 0)
    return NULL;
  start = self->data + offset + strlen (head) - strlen ("<< ");
  end = memmem (start, self->xref - (gsize) (start - self->data), DICTIONARY_END,
                strlen (DICTIONARY_END));
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static void
change_object (Update *self, guint number, const char *dictionary, const char *entries)
{
  Changed changed = { number, self->size + self->update->len };

  g_array_append_val (self->changed, changed);
  g_string_append_printf (self->update, "%u 0 obj\n%s\n%s>>\nendobj\n", number, dictionary,
                          entries);
}

/* Any text, as PDF writes it in hexadecimal UTF-16. */
static char *
encode_text (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *string = g_string_new ("<FEFF");

  for (glong i = 0; utf16 != NULL && i < length; i++)
    g_string_append_printf (string, "%04X", utf16[i]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}

static void
describe_figure (Update *self, guint number, const char *dictionary, const char *alternative)
{
  g_autofree char *text = encode_text (alternative);
  g_autofree char *entry = g_strdup_printf ("   /Alt %s\n", text);

  change_object (self, number, dictionary, entry);
}

static gboolean
describe_elements (Update *self, GPtrArray *alternatives)
{
  guint n_figures = 0;

  for (guint i = 1; i < self->n_objects; i++)
    {
      g_autofree char *dictionary = get_dictionary (self, i);

      if (dictionary == NULL || !g_str_has_prefix (dictionary, "<< /Type /StructElem\n"))
        continue;
      if (strstr (dictionary, "/S /TH\n") != NULL)
        change_object (self, i, dictionary, "   /A << /O /Table /Scope /Row >>\n");
      else if (strstr (dictionary, "/S /Figure\n") != NULL)
        {
          if (n_figures == alternatives->len)
            return FALSE;
          describe_figure (self, i, dictionary, g_ptr_array_index (alternatives, n_figures++));
        }
    }
  return n_figures == alternatives->len;
}

static gboolean
describe_catalog (Update *self, const char *language, gboolean right_to_left)
{
  g_autofree char *dictionary = get_dictionary (self, self->root);
  g_autofree char *text = encode_text (language);
  g_autofree char *entries = NULL;

  if (dictionary == NULL || !g_str_has_prefix (dictionary, "<< /Type /Catalog\n")
      || strstr (dictionary, "/Lang") != NULL)
    return FALSE;
  entries = g_strdup_printf ("   /Lang %s\n   /ViewerPreferences << /DisplayDocTitle true%s >>\n",
                             text, right_to_left ? " /Direction /R2L" : "");
  change_object (self, self->root, dictionary, entries);
  return TRUE;
}

static void
append_table (Update *self)
{
  gsize xref = self->size + self->update->len;

  g_string_append (self->update, "xref\n");
  for (guint i = 0; i < self->changed->len; i++)
    {
      const Changed *changed = &g_array_index (self->changed, Changed, i);

      g_string_append_printf (self->update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                              changed->number, changed->offset);
    }
  g_string_append_printf (self->update,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                          "   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          self->n_objects, self->root, self->info, self->xref, xref);
}

/*
 * plumb_pdf_describe:
 * @pdf: a tagged file as cairo writes it
 * @language: of its text, such as "en"
 * @right_to_left: whether its pages are turned the other way
 * @alternatives: (element-type utf8): what each of its figures says, in the file's order
 *
 * Returns: (transfer full): the file with all this added, or @pdf itself
 */
GBytes *
plumb_pdf_describe (GBytes *pdf,
                    const char *language,
                    gboolean right_to_left,
                    GPtrArray *alternatives)
{
  Update self = { 0 };
  g_autoptr (GString) update = g_string_new (NULL);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (Changed));
  GByteArray *whole;

  self.data = g_bytes_get_data (pdf, &self.size);
  self.update = update;
  self.changed = changed;
  if (!read_structure (&self) || !describe_elements (&self, alternatives)
      || !describe_catalog (&self, language, right_to_left))
    return g_bytes_ref (pdf);
  append_table (&self);
  whole = g_byte_array_sized_new ((guint) (self.size + update->len));
  g_byte_array_append (whole, (const guint8 *) self.data, (guint) self.size);
  g_byte_array_append (whole, (const guint8 *) update->str, (guint) update->len);
  return g_byte_array_free_to_bytes (whole);
}
