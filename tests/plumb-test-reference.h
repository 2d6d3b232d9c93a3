/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The clinical logic as it was specified, in CQL, and its vocabulary; and whether a pathway says
 * the same, for every patient that there can be: two functions are equal when their diagrams are.
 */

#include "plumb-check-private.h"

#include <string.h>

typedef struct
{
  const PlumbPathway *pathway;
  GPtrArray *names;       /* char * */
  GPtrArray *expressions; /* PlumbExpression, beside names */
} PlumbReference;

static inline char *
plumb_reference_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* With what the specification says in prose. */
static inline char *
plumb_reference_read_cql (void)
{
  g_autofree char *cql = plumb_reference_read ("low-back-pain.cql");

  return g_strconcat (
      cql, "\ndefine physiotherapy_longer_than_pain: pt_weeks > weeks_since_onset\n", NULL);
}

static inline guint
plumb_reference_find (const PlumbReference *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return i;

  return G_MAXUINT;
}

/* Definitions come behind everything that the pathway itself has. */
static inline gboolean
plumb_reference_resolve (const char *name, guint *slot, PlumbValueType *type, gpointer data)
{
  const PlumbReference *self = data;
  const PlumbFinding *finding = plumb_pathway_lookup_finding (self->pathway, name);
  guint place = plumb_reference_find (self, name);

  if (finding != NULL)
    {
      *slot = finding->index;
      *type = finding->type == PLUMB_FINDING_BOOLEAN   ? PLUMB_VALUE_BOOLEAN
              : finding->type == PLUMB_FINDING_INTEGER ? PLUMB_VALUE_INTEGER
                                                       : PLUMB_VALUE_STRING;
      return TRUE;
    }
  if (place == G_MAXUINT)
    return FALSE;
  *slot = self->pathway->n_slots + place;
  *type = plumb_expression_get_value_type (g_ptr_array_index (self->expressions, place));

  return TRUE;
}

/* A definition that names a later one waits. */
static inline gboolean
plumb_reference_define (PlumbReference *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  PlumbExpression *expression = plumb_expression_new (text, plumb_reference_resolve, self, &error);

  if (expression == NULL)
    {
      g_assert_error (error, PLUMB_EXPRESSION_ERROR, PLUMB_EXPRESSION_ERROR_NAME);
      return FALSE;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->expressions, expression);

  return TRUE;
}

static inline void
plumb_reference_free (PlumbReference *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->expressions);
  g_free (self);
}

/* cql: "define name: expression", each up to the next line that begins with a word. */
static inline PlumbReference *
plumb_reference_new (const PlumbPathway *pathway, const char *cql)
{
  PlumbReference *self = g_new0 (PlumbReference, 1);
  g_autoptr (GRegex) comment = g_regex_new ("//.*", 0, 0, NULL);
  g_autoptr (GRegex) define
      = g_regex_new ("^define (\\w+):((?:.*)(?:\\n[ \\t]+.*)*)", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (comment, cql, -1, 0, "", 0, NULL);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GMatchInfo) match = NULL;

  self->pathway = pathway;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->expressions = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_expression_unref);
  for (g_regex_match (define, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (waiting, g_match_info_fetch_all (match));
  while (waiting->len > 0)
    {
      guint before = waiting->len;

      for (guint i = 0; i < waiting->len;)
        {
          char **parts = g_ptr_array_index (waiting, i);

          if (plumb_reference_define (self, parts[1], parts[2]))
            g_ptr_array_remove_index (waiting, i);
          else
            i++;
        }
      g_assert_cmpuint (waiting->len, <, before);
    }

  return self;
}

/* ---- comparing -------------------------------------------------------------------------- */

static inline gboolean
plumb_reference_has_warning (PlumbChecker *checker, const char *name, PlumbDiagram wanted)
{
  GPtrArray *warnings = plumb_pathway_get_warnings (checker->pathway);
  PlumbDiagram diagram;

  for (guint i = 0; i < warnings->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (warnings, i);

      if (g_str_equal (warning->id, name))
        return plumb_diagrams_compile (checker->diagrams, warning->condition, checker->slots,
                                       &diagram)
               && plumb_diagrams_is_true (checker->diagrams, diagram)
                      == plumb_diagrams_is_true (checker->diagrams, wanted);
    }

  return TRUE;
}

static inline gboolean
plumb_reference_agrees (PlumbChecker *checker, const char *name, PlumbDiagram wanted)
{
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (checker->pathway, name);
  const PlumbTerm *term = plumb_pathway_lookup_term (checker->pathway, name);

  if (recommendation != NULL)
    return plumb_diagrams_is_true (checker->diagrams, checker->slots[recommendation->slot])
           == plumb_diagrams_is_true (checker->diagrams, wanted);
  /* What goes into results; other terms are the pathway's own business. */
  if (term != NULL && g_str_has_prefix (name, "start_back"))
    return checker->slots[term->slot] == wanted;

  return plumb_reference_has_warning (checker, name, wanted);
}

/* Returns: the first definition that the pathway does not follow, or NULL; and counts them */
static inline const char *
plumb_reference_compare (const PlumbReference *self, guint *n_compared)
{
  g_autoptr (PlumbChecker) checker
      = plumb_checker_new (self->pathway, self->expressions, 2000000, 60000000);
  guint n_slots = self->pathway->n_slots;
  g_autofree PlumbDiagram *slots = g_new0 (PlumbDiagram, n_slots + self->names->len);

  *n_compared = 0;
  memcpy (slots, checker->slots, n_slots * sizeof *slots);
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      g_assert_true (plumb_diagrams_compile (
          checker->diagrams, g_ptr_array_index (self->expressions, i), slots, &slots[n_slots + i]));
      if (!plumb_reference_agrees (checker, name, slots[n_slots + i]))
        return name;
      *n_compared += plumb_pathway_lookup_recommendation (self->pathway, name) != NULL;
    }
  g_assert_true (plumb_checker_is_sound (checker));

  return NULL;
}

/* ---- the vocabulary --------------------------------------------------------------------- */

static inline gboolean
plumb_reference_has_values (const PlumbFinding *finding, const char *values)
{
  g_autoptr (GString) own = g_string_new (NULL);

  if (finding->type == PLUMB_FINDING_INTEGER)
    g_string_printf (own, "%d..%d", (int) finding->minimum, (int) finding->maximum);
  for (guint i = 0; i < finding->choices->len; i++)
    g_string_append_printf (own, "%s%s", i > 0 ? "|" : "",
                            ((PlumbChoice *) g_ptr_array_index (finding->choices, i))->code);

  return g_str_equal (own->str, values);
}

static inline gboolean
plumb_reference_cites (const PlumbRecommendation *recommendation, const char *statements)
{
  g_autoptr (GString) own = g_string_new (NULL);

  for (guint i = 0; i < recommendation->statements->len; i++)
    g_string_append_printf (
        own, "%s%s", i > 0 ? " " : "",
        ((PlumbStatement *) g_ptr_array_index (recommendation->statements, i))->id);

  return g_str_equal (own->str, statements);
}

/* Rows: id, group, type, values. */
static inline gboolean
plumb_reference_has_finding (const PlumbPathway *pathway, char **row)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, row[0]);

  return finding != NULL && g_str_equal (finding->group->id, row[1])
         && plumb_reference_has_values (finding, row[3]);
}

/* Rows: id, stage, strength, urgency, statements. */
static inline gboolean
plumb_reference_has_recommendation (const PlumbPathway *pathway, char **row)
{
  static const char *const strengths[] = { "do", "consider", "caution", "avoid", "inform" };
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, row[0]);

  return recommendation != NULL && g_str_equal (recommendation->stage->id, row[1])
         && g_str_equal (strengths[recommendation->strength], row[2])
         && g_str_equal (plumb_reader_urgencies[recommendation->urgency], row[3])
         && plumb_reference_cites (recommendation, row[4]);
}

/* Returns: (transfer full): the first row that the pathway does not follow, or NULL */
static inline char *
plumb_reference_find_row (const PlumbPathway *pathway,
                          const char *table,
                          gboolean (*has) (const PlumbPathway *, char **))
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '\0' && !has (pathway, row))
        return g_strdup (row[0]);
    }

  return NULL;
}
