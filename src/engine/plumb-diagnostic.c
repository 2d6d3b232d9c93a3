/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-diagnostic.h"

#include <glib/gi18n-lib.h>

/* ---- the list: a number is never given a second meaning --------------------------------- */

static const PlumbDiagnosticKind kinds[] = {
  { 1, N_ ("The file is not well-formed XML, or an element or attribute is out of place."),
    N_ ("Correct the markup at the place named.") },
  { 2, N_ ("The file has a format that this version does not read."),
    N_ ("Use a newer Plumbline, or correct the format at the top of the file.") },
  { 3, N_ ("A value is not of its kind, or a box stands where it cannot."),
    N_ ("Write one of the values that the message names.") },
  { 4, N_ ("An id that nobody defines, or that is defined twice."),
    N_ ("Correct the spelling, or define it once.") },
  { 5, N_ ("An expression cannot be read, is nested too deeply, or mixes types."),
    N_ ("Correct the expression at the place named.") },
  { 6, N_ ("Terms, exits or conditions depend on each other in a circle."),
    N_ ("Take one of them out of the circle.") },
  { 7, N_ ("The file is larger than this program reads."),
    N_ ("Make it smaller: fewer boxes, or a shallower structure.") },
  { 8, N_ ("The file cannot be opened."), N_ ("Check its name and its permissions.") },

  { 101,
    N_ ("A box is a dead end: a decision or a link without an exit, or an action that "
        "carries no advice and leads nowhere."),
    N_ ("Give the box an exit or advice, or take it out.") },
  { 102,
    N_ ("Two exits of a decision have the same label, though they do not mean the same, or "
        "mean the same under two labels."),
    N_ ("Give exits different labels; exits with the same guard share one.") },
  { 103, N_ ("Two exits lead from a box to the same box under the same guard."),
    N_ ("Take one of them out.") },

  { 201, N_ ("A guard is never true, whatever is answered."),
    N_ ("Correct the guard; look for a threshold out of range or a condition that "
        "contradicts another.") },
  { 202, N_ ("A guard is never false, whatever is answered."),
    N_ ("Correct the guard, or leave it out.") },
  { 203, N_ ("An exit is never taken: its guard is not true for any patient who reaches its box."),
    N_ ("Compare the guard with those on the way to the box.") },
  { 204, N_ ("A guard decides nothing: it is false for no patient who reaches its box."),
    N_ ("Compare the guard with those on the way to the box; leave it out where that is meant.") },
  { 205, N_ ("A term is never true, never false, or has one value for every patient."),
    N_ ("Correct the term, or take it out.") },
  { 206, N_ ("A gap: a patient for whom every exit of a decision is ruled out."),
    N_ ("Widen a guard, or add an exit for this patient.") },
  { 207, N_ ("An overlap: a patient who takes two exits of a decision that allows one."),
    N_ ("Narrow one of the guards, or make the decision select=\"any\".") },
  { 208, N_ ("A standstill: everything that a decision asks is answered, and no exit is taken."),
    N_ ("Say in a guard what holds when its terms stay unknown.") },
  { 209, N_ ("A guard rests on free text, which nobody can foresee."),
    N_ ("Make the finding a choice.") },
  { 210,
    N_ ("Advice that a box carries is never given there: its condition is not true for any "
        "patient who reaches the box."),
    N_ ("Correct the condition, or take the advice off the box.") },
  { 211,
    N_ ("The condition of an advice decides nothing: it is false for no patient who reaches "
        "the box."),
    N_ ("Correct the condition, or leave it out.") },
  { 212, N_ ("A warning is never given, or never held back."), N_ ("Correct its condition.") },
  { 213, N_ ("A decision allows several exits at once, and yet takes one in every case."),
    N_ ("Make it select=\"one\", so that it stays so.") },
  { 214,
    N_ ("A page of the handout that nobody gets, or words in it for nobody or held back for "
        "nobody."),
    N_ ("Correct the condition; of pages, the first that is true is printed.") },

  { 301, N_ ("A box that nobody reaches: no exit leads to it."),
    N_ ("Lead an exit to it, or take it out.") },
  { 302, N_ ("A recommendation that no box carries."),
    N_ ("Let an action carry it, or take it out.") },
  { 303, N_ ("A recommendation that is in force for nobody."),
    N_ ("Look at the boxes that carry it, and at what leads to them.") },

  { 401, N_ ("A promise is broken: advice is in force that must not be."),
    N_ ("Tighten what leads to the advice; change the promise only after clinical review.") },
  { 402, N_ ("A promise is broken: advice is missing that must be in force."),
    N_ ("Widen what leads to the advice; change the promise only after clinical review.") },
  { 403, N_ ("A promise is broken: advice disappears when one more question is answered."),
    N_ ("Take out of its conditions what is true only while nobody has asked.") },
  { 404, N_ ("A contradiction: advice for something and advice against it at once."),
    N_ ("Let the conditions exclude each other; where both are meant, accept it with the "
        "reason.") },
  { 405, N_ ("An exception is accepted that is not needed."),
    N_ ("Take the exception out: it would hide what it was not meant for.") },
  { 406, N_ ("A promise about nobody: its condition is never true."),
    N_ ("Correct the condition of the invariant.") },
  { 407,
    N_ ("A promise is broken: advice rests on something that nobody has asked, and the answer "
        "would take it back."),
    N_ ("Ask first: take out of its conditions what is true while nobody knows.") },

  { 501, N_ ("A recommendation cites no statement."),
    N_ ("Name the statements on which it "
        "rests.") },
  { 502, N_ ("A statement that nothing cites."),
    N_ ("Cite it where it is followed, or take it out.") },
  { 503, N_ ("A finding that nothing uses."),
    N_ ("Use it in a guard; say use=\"record\" where it is only kept and printed.") },
  { 504, N_ ("A finding that no question ever asks."),
    N_ ("Name it in a guard, or put it on a card.") },
  { 505, N_ ("A text lacks a language that the pathway has."), N_ ("Translate it.") },
  { 506, N_ ("The check digit of a LOINC code is wrong."), N_ ("Look the code up again.") },
  { 507, N_ ("The check digit of a SNOMED CT code is wrong."), N_ ("Look the code up again.") },
  { 508, N_ ("The sides of a disagreement do not hold each of its statements once."),
    N_ ("Put each statement on one side.") },
  { 509, N_ ("A term that nothing uses."), N_ ("Use it, or take it out.") },
  { 510, N_ ("A finding that is meant to be kept and printed only, and yet decides something."),
    N_ ("Take use=\"record\" off, or the finding out of the guard.") },

  { 901, N_ ("A limit is met: the pathway has more different cases than can be gone through."),
    N_ ("Let fewer findings meet in one guard, or split the pathway.") },
  { 902, N_ ("An expression of a form that cannot be proved for every value."),
    N_ ("Write lists where they are used, and compare numbers with constants or directly with "
        "each other.") },
};

/**
 * plumb_diagnostic_get_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (array length=n_kinds) (transfer none): all that can be wrong, by number
 */
const PlumbDiagnosticKind *
plumb_diagnostic_get_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

const PlumbDiagnosticKind *
plumb_diagnostic_lookup_kind (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].number == number)
      return &kinds[i];

  return NULL;
}

guint
plumb_diagnostic_get_error_number (const GError *error)
{
  static const guint numbers[] = {
    [PLUMB_PATHWAY_ERROR_MARKUP] = 1, [PLUMB_PATHWAY_ERROR_FORMAT] = 2,
    [PLUMB_PATHWAY_ERROR_VALUE] = 3,  [PLUMB_PATHWAY_ERROR_ID] = 4,
    [PLUMB_PATHWAY_ERROR_GUARD] = 5,  [PLUMB_PATHWAY_ERROR_CYCLE] = 6,
    [PLUMB_PATHWAY_ERROR_LIMIT] = 7,
  };

  g_return_val_if_fail (error != NULL, 0);

  if (error->domain != PLUMB_PATHWAY_ERROR || (guint) error->code >= G_N_ELEMENTS (numbers))
    return 8;

  return numbers[error->code];
}

/* ---- one diagnostic --------------------------------------------------------------------- */

PlumbDiagnostic *
plumb_diagnostic_new (guint number, const char *message)
{
  PlumbDiagnostic *self = g_new0 (PlumbDiagnostic, 1);

  self->number = number;
  self->message = g_strdup (message);

  return self;
}

void
plumb_diagnostic_free (PlumbDiagnostic *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->witness, g_array_unref);
  g_free (self->message);
  g_free (self);
}

static char *
describe_answer (const PlumbAnswer *answer)
{
  const PlumbFinding *finding = answer->finding;
  const char *label = plumb_text_get (finding->label, NULL);
  const PlumbChoice *choice;

  switch ((int) answer->value.type)
    {
    case PLUMB_VALUE_NULL:
      /* Translators: the name of a finding that is not answered */
      return g_strdup_printf (_ ("%s: not asked"), label);
    case PLUMB_VALUE_BOOLEAN:
      return answer->value.boolean
                 /* Translators: the name of a finding that is there */
                 ? g_strdup_printf (_ ("%s: yes"), label)
                 /* Translators: the name of a finding that is absent */
                 : g_strdup_printf (_ ("%s: no"), label);
    case PLUMB_VALUE_INTEGER:
      return g_strdup_printf ("%s: %" G_GINT64_FORMAT, label, answer->value.integer);
    default:
      choice = plumb_finding_lookup_choice (finding, answer->value.string);
      return g_strdup_printf ("%s: %s", label,
                              choice ? plumb_text_get (choice->label, NULL) : answer->value.string);
    }
}

static gboolean
is_unremarkable (const PlumbFinding *finding, gpointer data)
{
  const PlumbDiagnostic *self = data;

  for (guint i = 0; i < self->witness->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (self->witness, PlumbAnswer, i);

      if (answer->finding == finding)
        return plumb_finding_is_normal (finding, &answer->value);
    }

  return FALSE;
}

/* What is asked together and all unremarkable takes one place in the line, the first. */
static char *
describe_part (const PlumbDiagnostic *self, const PlumbAnswer *answer, GHashTable *told)
{
  const PlumbText *none
      = plumb_finding_get_none_title (answer->finding, is_unremarkable, (gpointer) self);

  if (none == NULL)
    return describe_answer (answer);
  if (!g_hash_table_add (told, (gpointer) none))
    return NULL;

  /* Translators: the title of several findings, none of which is there */
  return g_strdup_printf (_ ("%s: none"), plumb_text_get (none, NULL));
}

/**
 * plumb_diagnostic_describe_patient:
 * @self: a diagnostic
 *
 * Returns: (transfer full) (nullable): the patient in one line, and what is
 *   answered then; %NULL where it is no matter of patients
 */
char *
plumb_diagnostic_describe_patient (const PlumbDiagnostic *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->witness == NULL)
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < self->witness->len; i++)
    {
      g_autofree char *part = describe_part (self, &g_array_index (self->witness, PlumbAnswer, i), told);

      if (part != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", part);
    }
  if (line->len == 0)
    g_string_append (line, _ ("any patient"));
  if (self->change.finding != NULL)
    {
      g_autofree char *answer = describe_answer (&self->change);

      /* Translators: the answer that makes the difference */
      g_string_append_printf (line, _ ("; then %s"), answer);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}
