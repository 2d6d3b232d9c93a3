/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The input space: what can be answered, as cells between which no guard can
 * tell.
 *
 * An integer that is only compared with constants is cut at those constants. Two
 * that are compared with each other are cut at the constants of both; between two
 * cuts it then only matters which of them is greater, so as many values as there
 * are integers in the comparison stand for all. An integer that is used in any
 * other way keeps every value as a cell of its own.
 *
 * Days since onset, where a guard names them, replace the weeks: these are the
 * days divided by seven, wherever they come from. Dates may give more weeks than
 * can be entered; no constant of a guard lies out there without being reported as
 * never reached, so the last cell stands for them as well.
 */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define MAXIMUM_CELLS 50000

/* ---- how guards use the findings -------------------------------------------------------- */

static PlumbInput *
get_input (PlumbChecker *self, guint slot)
{
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (self->pathway, slot);

  return finding != NULL ? &self->inputs[finding->index] : NULL;
}

static void
note_name (guint slot, gpointer data)
{
  PlumbChecker *self = data;
  PlumbInput *input = get_input (self, slot);

  if (input == NULL)
    return;
  input->used = TRUE;
  input->days |= slot == self->pathway->days_slot;
}

static void
note_names (PlumbChecker *self, const PlumbPlacedExpression *placed, gpointer data)
{
  plumb_expression_foreach_name (placed->expression, note_name, self);
}

/* Whatever is compared with each other stands in one ring. */
static void
join_rings (PlumbChecker *self, PlumbInput *a, PlumbInput *b)
{
  guint next = a->partner;

  for (PlumbInput *at = a;; at = &self->inputs[at->partner])
    {
      if (at == b)
        return;
      if (at->partner == a->finding->index)
        break;
    }
  a->partner = b->partner;
  b->partner = next;
}

static void
note_use (guint slot, PlumbUse use, gint64 other_or_cut, gpointer data)
{
  PlumbChecker *self = data;
  gboolean is_days = slot == self->pathway->days_slot;
  PlumbInput *input = get_input (self, slot);
  PlumbInput *other = use == PLUMB_USE_COMPARED ? get_input (self, (guint) other_or_cut) : NULL;
  gint64 cut = other_or_cut * (input && input->days && !is_days ? 7 : 1);

  if (use == PLUMB_USE_COMPARED && (input == NULL || other == NULL || input->days || other->days))
    {
      if (input != NULL)
        input->every = TRUE;
      if (other != NULL)
        other->every = TRUE;
    }
  else if (input == NULL)
    return;
  else if (use == PLUMB_USE_COMPARED)
    join_rings (self, input, other);
  else if (use == PLUMB_USE_CUT)
    g_array_append_val (input->cuts, cut);
  else if (use == PLUMB_USE_VALUE)
    input->every = TRUE;
  else
    input->text |= input->finding->type == PLUMB_FINDING_STRING;
}

static void
note_uses (PlumbChecker *self, const PlumbPlacedExpression *placed, gpointer data)
{
  plumb_expression_foreach_use (placed->expression, note_use, self);
}

/* ---- cells ------------------------------------------------------------------------------ */

static void
add_cell (PlumbInput *self, PlumbValue value, gint64 low, gint64 high, guint rank)
{
  PlumbCell cell = { value, low, high, rank };

  g_array_append_val (self->cells, cell);
}

static gint64
get_least (const PlumbInput *self)
{
  return self->finding->minimum * (self->days ? 7 : 1);
}

static gint64
get_greatest (const PlumbInput *self)
{
  return self->days ? self->finding->maximum * 7 + 6 : self->finding->maximum;
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Where the cells of one begin, those of all that it is compared with begin, and also where one
 * of them can go no further. */
static void
share_cuts (PlumbChecker *self, PlumbInput *input)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean every = FALSE;
  guint n_ranks = 0;
  PlumbInput *at = input;

  do
    {
      gint64 least = get_least (at), behind = get_greatest (at) + 1;

      /* The ring is done when its first is. */
      if (at->finding->index < input->finding->index)
        return;
      if (at->cuts->len > 0)
        g_array_append_vals (cuts, at->cuts->data, at->cuts->len);
      g_array_append_val (cuts, least);
      g_array_append_val (cuts, behind);
      every |= at->every;
      n_ranks++;
      at = &self->inputs[at->partner];
    }
  while (at != input);

  do
    {
      g_array_set_size (at->cuts, 0);
      g_array_append_vals (at->cuts, cuts->data, cuts->len);
      at->every = every;
      at->n_ranks = n_ranks;
      at = &self->inputs[at->partner];
    }
  while (at != input);
}

/* From @low up to @high, and as many values as can be told apart. */
static void
add_integers (PlumbInput *self, gint64 low, gint64 high)
{
  gint64 n_values = MIN ((gint64) self->n_ranks, high - low + 1);

  for (gint64 i = 0; i < n_values; i++)
    add_cell (self, plumb_value_integer (low + i), low, high, (guint) i);
}

static void
build_integer_cells (PlumbInput *self)
{
  gint64 low = get_least (self), greatest = get_greatest (self);

  if (self->every)
    {
      for (gint64 i = low; i <= greatest && i - low < MAXIMUM_CELLS; i++)
        add_cell (self, plumb_value_integer (i), i, i, 0);
      return;
    }
  g_array_sort (self->cuts, compare_cuts);
  for (guint i = 0; i < self->cuts->len; i++)
    {
      gint64 cut = g_array_index (self->cuts, gint64, i);

      if (cut <= low || cut > greatest)
        continue;
      add_integers (self, low, cut - 1);
      low = cut;
    }
  add_integers (self, low, greatest);
}

static void
build_cells (PlumbInput *self)
{
  const PlumbFinding *finding = self->finding;

  add_cell (self, plumb_value_null (), 0, 0, 0);
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      add_cell (self, plumb_value_boolean (FALSE), 0, 0, 0);
      add_cell (self, plumb_value_boolean (TRUE), 0, 0, 0);
      break;
    case PLUMB_FINDING_INTEGER:
      build_integer_cells (self);
      break;
    case PLUMB_FINDING_CHOICE:
      for (guint i = 0; i < finding->choices->len; i++)
        {
          const PlumbChoice *choice = g_ptr_array_index (finding->choices, i);

          add_cell (self, plumb_value_string (choice->code), 0, 0, 0);
        }
      break;
    case PLUMB_FINDING_STRING:
    case PLUMB_FINDING_DATE:
    default:
      add_cell (self, plumb_value_string (" "), 0, 0, 0);
      break;
    }
}

static void
add_variable (PlumbChecker *self, PlumbInput *input)
{
  g_autofree PlumbValue *values = NULL;

  build_cells (input);
  if (input->every && get_greatest (input) - get_least (input) >= MAXIMUM_CELLS)
    {
      plumb_checker_report (
          self, 902, plumb_checker_find (self, "findings/finding", input->finding->index), NULL,
          _ ("Too many values of “%s” matter to prove all of them."), input->finding->id);
      self->unfollowed = TRUE;
    }
  input->variable = plumb_diagrams_add_variable (self->diagrams, input->cells->len);
  self->findings[self->n_variables++] = input->finding->index;

  values = g_new0 (PlumbValue, input->cells->len);
  for (guint i = 1; i < input->cells->len; i++)
    values[i] = g_array_index (input->cells, PlumbCell, i).value;
  if (input->days)
    {
      self->slots[self->pathway->days_slot]
          = plumb_diagrams_variable (self->diagrams, input->variable, values);
      for (guint i = 1; i < input->cells->len; i++)
        values[i].integer /= 7;
    }
  self->slots[input->finding->index]
      = plumb_diagrams_variable (self->diagrams, input->variable, values);
}

/* ---- the space as a whole --------------------------------------------------------------- */

static double
count_values (const PlumbFinding *finding)
{
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return 3;
    case PLUMB_FINDING_CHOICE:
      return finding->choices->len + 1;
    case PLUMB_FINDING_INTEGER:
      return (double) (finding->maximum - finding->minimum) + 2;
    case PLUMB_FINDING_DATE:
    case PLUMB_FINDING_STRING:
    default:
      return 1;
    }
}

/* Sets the variables, in the order of the findings: those of the first questions, on which all
 * else rests, come first. */
void
plumb_checker_build_space (PlumbChecker *self)
{
  GPtrArray *findings = self->pathway->lists[PLUMB_KIND_FINDING];

  self->inputs = g_new0 (PlumbInput, findings->len + 1);
  self->findings = g_new0 (guint, findings->len + 1);
  for (guint i = 0; i < findings->len; i++)
    {
      self->inputs[i].finding = g_ptr_array_index (findings, i);
      self->inputs[i].partner = i;
      self->inputs[i].variable = PLUMB_VARIABLE_NONE;
      self->inputs[i].cells = g_array_new (FALSE, FALSE, sizeof (PlumbCell));
      self->inputs[i].cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  plumb_checker_foreach_expression (self, FALSE, note_names, NULL);
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    plumb_expression_foreach_name (g_ptr_array_index (self->others, i), note_name, self);
  plumb_checker_foreach_expression (self, FALSE, note_uses, NULL);
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    plumb_expression_foreach_use (g_ptr_array_index (self->others, i), note_use, self);
  for (guint i = 0; i < findings->len; i++)
    share_cuts (self, &self->inputs[i]);
  for (guint i = 0; i < findings->len; i++)
    {
      PlumbInput *input = &self->inputs[i];

      if (!input->used)
        continue;
      add_variable (self, input);
      self->coverage.n_findings++;
      self->coverage.decimal_exponent += log10 (count_values (input->finding));
    }
}

/* The smaller of those compared with it that lie in the same stretch come first. */
static guint
get_rank (const PlumbChecker *self,
          const PlumbInput *input,
          const PlumbCell *cell,
          const PlumbValue *answers)
{
  gint64 value = answers[input->finding->index].integer;
  guint rank = 0;

  for (const PlumbInput *a = &self->inputs[input->partner]; a != input;
       a = &self->inputs[a->partner])
    {
      const PlumbValue *other = &answers[a->finding->index];
      gboolean first = other->type == PLUMB_VALUE_INTEGER && other->integer >= cell->low
                       && other->integer < value;

      for (const PlumbInput *b = &self->inputs[input->partner]; b != a && first;
           b = &self->inputs[b->partner])
        first = !(answers[b->finding->index].type == PLUMB_VALUE_INTEGER
                  && answers[b->finding->index].integer == other->integer);
      rank += first;
    }

  return rank;
}

static gboolean
holds (const PlumbChecker *self,
       const PlumbInput *input,
       const PlumbCell *cell,
       const PlumbValue *answers)
{
  const PlumbValue *value = &answers[input->finding->index];
  gint64 number = value->integer * (input->days ? 7 : 1);

  if (value->type != PLUMB_VALUE_INTEGER)
    return plumb_value_equal (value, &cell->value);
  if (cell->value.type != PLUMB_VALUE_INTEGER || number < cell->low || number > cell->high)
    return FALSE;

  return cell->high - cell->low < (gint64) input->n_ranks
             ? cell->value.integer == number
             : cell->rank == get_rank (self, input, cell, answers);
}

void
plumb_checker_locate (const PlumbChecker *self, const PlumbValue *answers, guint *cells)
{
  for (guint i = 0; i < self->n_variables; i++)
    {
      const PlumbInput *input = &self->inputs[self->findings[i]];

      cells[i] = 0;
      for (guint j = 1; j < input->cells->len; j++)
        if (holds (self, input, &g_array_index (input->cells, PlumbCell, j), answers))
          cells[i] = j;
    }
}
