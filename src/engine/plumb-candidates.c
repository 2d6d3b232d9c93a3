/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-candidates.h"

#include "plumb-diagram.h"
#include "plumb-format.h"
#include "plumb-pathway-private.h"
#include "plumb-phrase.h"
#include "plumb-words.h"

/* An integer that guards use in other ways than by comparing it is cut at each of its values
 * up to so many. */
#define MAX_SINGLE_VALUES 32

struct _PlumbCandidates
{
  guint n_findings;
  GArray **lists;    /* PlumbCandidate, by finding */
  GArray **cuts;     /* gint64, by finding: where intervals begin; while building */
  gboolean *is_used; /* by finding; while building */
  const PlumbEvaluation *evaluation;
};

/* ---- how the guards use the findings ---------------------------------------------------- */

static void
note_name (guint slot, gpointer data)
{
  PlumbCandidates *self = data;
  const PlumbFinding *finding
      = plumb_pathway_get_slot_finding (plumb_evaluation_get_pathway (self->evaluation), slot);

  if (finding != NULL)
    self->is_used[finding->index] = TRUE;
}

static void
add_cut (PlumbCandidates *self, const PlumbFinding *finding, gint64 cut)
{
  GArray *cuts = self->cuts[finding->index];

  if (cut > finding->minimum && cut <= finding->maximum)
    g_array_append_val (cuts, cut);
}

/* What is compared with another finding is cut at the answer that the other one has now. */
static void
add_cut_at_answer (PlumbCandidates *self, const PlumbFinding *finding, const PlumbFinding *other)
{
  const PlumbValue *answer = plumb_evaluation_get_answer (self->evaluation, other);

  if (answer->type != PLUMB_VALUE_INTEGER)
    return;
  add_cut (self, finding, answer->integer);
  add_cut (self, finding, answer->integer + 1);
}

static void
note_use (guint slot, PlumbUse use, gint64 other_or_cut, gpointer data)
{
  PlumbCandidates *self = data;
  PlumbPathway *pathway = plumb_evaluation_get_pathway (self->evaluation);
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  gint64 unit = slot == pathway->days_slot ? 7 : 1;
  const PlumbFinding *other;

  if (finding == NULL || finding->type != PLUMB_FINDING_INTEGER)
    return;
  switch (use)
    {
    case PLUMB_USE_CUT:
      /* Days: the first whole week that reaches them. */
      add_cut (self, finding, (other_or_cut + unit - 1) / unit);
      break;
    case PLUMB_USE_COMPARED:
      other = plumb_pathway_get_slot_finding (pathway, (guint) other_or_cut);
      if (other != NULL)
        {
          add_cut_at_answer (self, finding, other);
          add_cut_at_answer (self, other, finding);
        }
      break;
    case PLUMB_USE_VALUE:
      for (gint64 i = 1; i <= MAX_SINGLE_VALUES; i++)
        add_cut (self, finding, finding->minimum + i);
      break;
    case PLUMB_USE_TEXT:
    default:
      break;
    }
}

static void
note_expression (PlumbCandidates *self, const PlumbExpression *expression)
{
  if (expression == NULL)
    return;
  plumb_expression_foreach_name (expression, note_name, self);
  plumb_expression_foreach_use (expression, note_use, self);
}

static void
note_expressions (PlumbCandidates *self)
{
  const PlumbPathway *pathway = plumb_evaluation_get_pathway (self->evaluation);
  const GPtrArray *terms = pathway->lists[PLUMB_KIND_TERM];
  const GPtrArray *recommendations = pathway->lists[PLUMB_KIND_RECOMMENDATION];

  for (guint i = 0; i < pathway->exits->len; i++)
    note_expression (self, ((PlumbExit *) g_ptr_array_index (pathway->exits, i))->guard);
  for (guint i = 0; i < terms->len; i++)
    note_expression (self, ((PlumbTerm *) g_ptr_array_index (terms, i))->expression);
  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      for (guint j = 0; j < recommendation->carriers->len; j++)
        note_expression (
            self, ((PlumbAdvice *) g_ptr_array_index (recommendation->carriers, j))->condition);
    }
}

/* ---- the values ------------------------------------------------------------------------- */

static void
add_value (GArray *list, PlumbValue value)
{
  PlumbCandidate candidate = { .value = value };

  if (list->len < PLUMB_MAX_CANDIDATES)
    g_array_append_val (list, candidate);
}

static int
compare_integers (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static void
add_intervals (GArray *list, const PlumbFinding *finding, GArray *cuts)
{
  gint64 from = finding->minimum;

  g_array_sort (cuts, compare_integers);
  for (guint i = 0; i <= cuts->len; i++)
    {
      gint64 next = i < cuts->len ? g_array_index (cuts, gint64, i) : finding->maximum + 1;
      PlumbCandidate candidate = { plumb_value_integer (from), from, next - 1 };

      if (next == from || (list->len == PLUMB_MAX_CANDIDATES - 1 && i < cuts->len))
        continue;
      g_array_append_val (list, candidate);
      from = next;
    }
}

static void
add_values (GArray *list, const PlumbFinding *finding, GArray *cuts)
{
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      add_value (list, plumb_value_boolean (TRUE));
      add_value (list, plumb_value_boolean (FALSE));
      break;
    case PLUMB_FINDING_CHOICE:
      for (guint i = 0; i < finding->choices->len; i++)
        {
          const PlumbChoice *choice = g_ptr_array_index (finding->choices, i);

          add_value (list, (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = choice->code });
        }
      break;
    case PLUMB_FINDING_INTEGER:
      add_intervals (list, finding, cuts);
      break;
    case PLUMB_FINDING_DATE:
    case PLUMB_FINDING_STRING:
    default:
      break;
    }
}

/**
 * plumb_candidates_new:
 * @evaluation: an evaluation, which must live as long as the result is being made
 *
 * Divides what can be answered to each finding at the constants of the guards:
 * for every value within one candidate the chart says the same.
 *
 * Returns: (transfer full): the candidates of all findings
 */
PlumbCandidates *
plumb_candidates_new (const PlumbEvaluation *evaluation)
{
  PlumbCandidates *self;
  GPtrArray *findings;

  g_return_val_if_fail (evaluation != NULL, NULL);

  self = g_new0 (PlumbCandidates, 1);
  findings = plumb_pathway_get_findings (plumb_evaluation_get_pathway (evaluation));
  self->n_findings = findings->len;
  self->evaluation = evaluation;
  self->lists = g_new0 (GArray *, findings->len + 1);
  self->cuts = g_new0 (GArray *, findings->len + 1);
  self->is_used = g_new0 (gboolean, findings->len + 1);
  for (guint i = 0; i < findings->len; i++)
    {
      self->lists[i] = g_array_new (FALSE, FALSE, sizeof (PlumbCandidate));
      self->cuts[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  note_expressions (self);
  for (guint i = 0; i < findings->len; i++)
    {
      if (self->is_used[i])
        add_values (self->lists[i], g_ptr_array_index (findings, i), self->cuts[i]);
      g_array_unref (self->cuts[i]);
    }
  g_clear_pointer (&self->cuts, g_free);
  g_clear_pointer (&self->is_used, g_free);
  self->evaluation = NULL;

  return self;
}

void
plumb_candidates_free (PlumbCandidates *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_findings; i++)
    g_array_unref (self->lists[i]);
  g_free (self->lists);
  g_free (self);
}

const GArray *
plumb_candidates_get (const PlumbCandidates *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (self != NULL && finding != NULL, NULL);

  return self->lists[finding->index];
}

/**
 * plumb_candidates_find:
 * @self: candidates
 * @finding: a finding
 * @value: an answer to it
 *
 * Returns: the one candidate that holds @value, as a set; the empty set where
 *   none does, as for null
 */
PlumbCandidateSet
plumb_candidates_find (const PlumbCandidates *self,
                       const PlumbFinding *finding,
                       const PlumbValue *value)
{
  const GArray *list;

  g_return_val_if_fail (self != NULL && finding != NULL && value != NULL, 0);

  list = self->lists[finding->index];
  for (guint i = 0; i < list->len; i++)
    {
      const PlumbCandidate *candidate = &g_array_index (list, PlumbCandidate, i);
      gboolean holds = value->type == PLUMB_VALUE_INTEGER
                           ? value->integer >= candidate->from && value->integer <= candidate->to
                           : plumb_value_equal (value, &candidate->value);

      if (holds)
        return G_GUINT64_CONSTANT (1) << i;
    }

  return 0;
}

/* ---- in words --------------------------------------------------------------------------- */

/* The least of the finding and its greatest are no bounds that anybody needs to read. */
static char *
phrase_interval (const PlumbFinding *finding, gint64 from, gint64 to, const char *language)
{
  g_autofree char *first = plumb_format_number (from, language);
  g_autofree char *last = plumb_format_number (to, language);
  g_autofree char *behind = plumb_format_number (to + 1, language);

  if (from == to)
    return g_steal_pointer (&first);
  if (from == finding->minimum && to == finding->maximum)
    /* Translators: any number will do. */
    return g_strdup (plumb_words (language, "any number"));
  if (to == finding->maximum)
    /* Translators: a number and all above it, such as "8 or more" */
    return g_strdup_printf (plumb_words (language, "%s or more"), first);
  if (from == finding->minimum)
    /* Translators: all numbers below one, such as "under 4" */
    return g_strdup_printf (plumb_words (language, "under %s"), behind);

  /* Translators: numbers from one to another, such as "4 to 7" */
  return g_strdup_printf (plumb_words (language, "%1$s to %2$s"), first, last);
}

static void
add_phrases (GPtrArray *phrases,
             const PlumbFinding *finding,
             const GArray *list,
             PlumbCandidateSet set,
             const char *language)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PlumbCandidate *first = &g_array_index (list, PlumbCandidate, i);

      if ((set >> i & 1) == 0)
        continue;
      if (finding->type == PLUMB_FINDING_INTEGER)
        {
          while (i + 1 < list->len && (set >> (i + 1) & 1) != 0)
            i++;
          g_ptr_array_add (phrases,
                           phrase_interval (finding, first->from,
                                            g_array_index (list, PlumbCandidate, i).to, language));
        }
      else
        g_ptr_array_add (phrases, plumb_phrase_value (finding, &first->value, language));
    }
}

/**
 * plumb_candidates_phrase:
 * @self: candidates
 * @finding: a finding
 * @set: some of its candidates
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the answers of @set in words, neighbors among the
 *   numbers put together: "Yes", "8 or more", "No better or Worse"; empty for none
 */
char *
plumb_candidates_phrase (const PlumbCandidates *self,
                         const PlumbFinding *finding,
                         PlumbCandidateSet set,
                         const char *language)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  char *result = NULL;

  g_return_val_if_fail (self != NULL && finding != NULL, NULL);

  add_phrases (phrases, finding, self->lists[finding->index], set, language);
  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *before = result;
      const char *phrase = g_ptr_array_index (phrases, i);

      if (i == 0)
        result = g_strdup (phrase);
      else if (i + 1 < phrases->len)
        /* Translators: joins the alternatives of a list, except the last two. */
        result = g_strdup_printf (plumb_words (language, "%1$s, %2$s"), before, phrase);
      else
        /* Translators: joins the last two alternatives of a list. */
        result = g_strdup_printf (plumb_words (language, "%1$s or %2$s"), before, phrase);
    }

  return result ? result : g_strdup ("");
}
