/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

/*
 * A misspelled code in a guard would never hold, and advice would vanish without a word. So every
 * string in an expression must be the code of a choice that the expression names, itself or
 * through its terms.
 */

typedef struct
{
  PlumbReader *reader;
  GHashTable *codes;
} PlumbCodes;

static void
add_codes (guint slot, gpointer data)
{
  PlumbCodes *codes = data;
  const PlumbPathway *pathway = codes->reader->pathway;
  const PlumbFinding *finding
      = slot < pathway->days_slot ? plumb_pathway_get_slot_finding (pathway, slot) : NULL;
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  for (guint i = 0; finding != NULL && i < finding->choices->len; i++)
    g_hash_table_add (codes->codes,
                      (gpointer) ((const PlumbChoice *) g_ptr_array_index (finding->choices, i))->code);
  if (term != NULL)
    plumb_expression_foreach_name (term->expression, add_codes, codes);
}

static void
find_place (const char *text, const char *at, guint *line, guint *column)
{
  *line = 1;
  for (const char *c = text; c < at; c++)
    if (*c == '\n')
      {
        (*line)++;
        text = c + 1;
      }
  *column = (guint) g_utf8_strlen (text, at - text) + 1;
}

/* attribute NULL: the element's text. Strings with escapes are no codes, and fail as such. */
gboolean
plumb_reader_check_codes (PlumbReader *reader, const PlumbElement *element, const char *attribute,
                          const PlumbExpression *expression, GError **error)
{
  const char *text
      = attribute ? plumb_element_get (element, attribute) : plumb_element_get_text (element);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  PlumbCodes codes = { reader, known };

  plumb_expression_foreach_name (expression, add_codes, &codes);
  for (const char *start = strchr (text, '\''); start != NULL;)
    {
      const char *end = strchr (start + 1, '\'');
      g_autofree char *code = end ? g_strndup (start + 1, (gsize) (end - start - 1)) : NULL;
      guint line, column;

      if (end == NULL)
        return TRUE;
      if (!g_hash_table_contains (known, code))
        {
          find_place (text, start, &line, &column);
          plumb_element_set_error_inside (element, attribute, line, column, error,
                                          PLUMB_PATHWAY_ERROR_GUARD,
                                          "“%s” is not an answer to anything named here", code);
          return FALSE;
        }
      start = strchr (end + 1, '\'');
    }

  return TRUE;
}
