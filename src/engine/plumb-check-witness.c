/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is reported, with its place and its patient. */

#include "plumb-check-private.h"

#include <stdarg.h>

const PlumbElement *
plumb_checker_find (const PlumbChecker *self, const char *list, guint index)
{
  GPtrArray *elements = g_hash_table_lookup (self->elements, list);

  return elements != NULL && index < elements->len ? g_ptr_array_index (elements, index) : NULL;
}

/* Returns: (transfer none): what was added */
PlumbDiagnostic *
plumb_checker_report (PlumbChecker *self,
                      guint number,
                      const PlumbElement *element,
                      const char *attribute,
                      const char *format,
                      ...)
{
  g_autofree char *message = NULL;
  PlumbDiagnostic *diagnostic;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  diagnostic = plumb_diagnostic_new (number, message);
  if (element != NULL)
    plumb_element_get_place (element, attribute, &diagnostic->line, &diagnostic->column);
  g_ptr_array_add (self->diagnostics, diagnostic);

  return diagnostic;
}

/* The patient who comes to mind first: few answers, and those that are unremarkable. What
 * nobody asked stands out, so it is only there where it is the point. */
static guint
get_cost (guint variable, guint cell, gpointer data)
{
  const PlumbChecker *self = data;
  const PlumbInput *input = &self->inputs[self->findings[variable]];
  const PlumbValue *value = &g_array_index (input->cells, PlumbCell, cell).value;

  if (cell == 0)
    return 40;
  if (value->type == PLUMB_VALUE_BOOLEAN)
    return value->boolean == (plumb_value_get_truth (&input->finding->normal) == PLUMB_TRUE) ? 10
                                                                                          : 30;

  return 20;
}

static void
append_answer (PlumbChecker *self, GArray *witness, guint variable, guint cell)
{
  const PlumbInput *input = &self->inputs[self->findings[variable]];
  PlumbAnswer answer = { input->finding, g_array_index (input->cells, PlumbCell, cell).value };

  if (input->days && answer.value.type == PLUMB_VALUE_INTEGER)
    answer.value.integer /= 7;
  g_array_append_val (witness, answer);
}

/* @problem: true for whoever it is about, else false */
void
plumb_checker_add_witness (PlumbChecker *self, PlumbDiagnostic *diagnostic, PlumbDiagram problem)
{
  g_autofree guint *cells = g_new0 (guint, self->n_variables + 1);

  if (!plumb_diagrams_find (self->diagrams, problem, PLUMB_DIAGRAM_TRUE, get_cost, self, cells))
    return;
  diagnostic->witness = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  for (guint i = 0; i < self->n_variables; i++)
    if (cells[i] != PLUMB_CELL_ANY)
      append_answer (self, diagnostic->witness, i, cells[i]);
}
