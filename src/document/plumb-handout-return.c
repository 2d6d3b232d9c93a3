/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-handout-private.h"

#include "plumb-format.h"
#include "plumb-words.h"

#include <string.h>

/* So many days are enough to find a date in. */
#define DAYS_FOR_A_VISIT 7

/* One time to come back, and what for: see fits_into (). */
typedef struct
{
  GDate earliest;
  GDate due;
  gboolean dated;
  GPtrArray *reasons; /* const char * */
} Visit;

static void
clear_visit (gpointer data)
{
  Visit *visit = data;

  g_ptr_array_unref (visit->reasons);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const Visit *first = a;
  const Visit *second = b;

  if (!first->dated || !second->dated)
    return (int) second->dated - (int) first->dated;

  return g_date_compare (&first->due, &second->due);
}

/* Two reviews are one visit where they share days enough, or all of them. */
static gboolean
fits_into (const Visit *a, const Visit *b)
{
  const GDate *from, *to;

  if (!a->dated || !b->dated)
    return a->dated == b->dated;
  from = g_date_compare (&a->earliest, &b->earliest) > 0 ? &a->earliest : &b->earliest;
  to = g_date_compare (&a->due, &b->due) < 0 ? &a->due : &b->due;

  return g_date_days_between (from, to) >= DAYS_FOR_A_VISIT
         || (g_date_compare (&a->earliest, &b->earliest) == 0
             && g_date_compare (&a->due, &b->due) == 0);
}

/* A last day that has passed already is no day to come back on. */
static Visit
read_visit (const PlumbHandout *self, const PlumbRecommendation *item)
{
  Visit visit = { 0 };
  GDate today;

  plumb_evaluation_get_visit_date (self->evaluation, &today);
  visit.dated = plumb_evaluation_get_review (self->evaluation, item, &visit.earliest, &visit.due)
                && g_date_compare (&visit.due, &today) > 0;
  if (visit.dated && g_date_compare (&visit.earliest, &today) < 0)
    visit.earliest = today;

  return visit;
}

static Visit *
find_visit (GArray *visits, const Visit *wanted)
{
  for (guint i = 0; i < visits->len; i++)
    {
      Visit *visit = &g_array_index (visits, Visit, i);

      if (fits_into (wanted, visit))
        return visit;
    }

  return NULL;
}

static void
add_visit (GArray *visits, Visit visit, const char *reason)
{
  Visit *found = find_visit (visits, &visit);

  if (found == NULL)
    {
      visit.reasons = g_ptr_array_new ();
      g_array_append_val (visits, visit);
      found = &g_array_index (visits, Visit, visits->len - 1);
    }
  else if (found->dated)
    {
      if (g_date_compare (&visit.earliest, &found->earliest) > 0)
        found->earliest = visit.earliest;
      if (g_date_compare (&visit.due, &found->due) < 0)
        found->due = visit.due;
    }
  if (!g_ptr_array_find_with_equal_func (found->reasons, reason, g_str_equal, NULL))
    g_ptr_array_add (found->reasons, (gpointer) reason);
}

static GArray *
list_visits (const PlumbHandout *self, const PlumbHandoutSection *section)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));

  g_array_set_clear_func (visits, clear_visit);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (self->items, i);

      if (item->handout_section == section)
        add_visit (visits, read_visit (self, item), plumb_handout_get_text (self, item->patient));
    }
  g_array_sort (visits, compare_visits);

  return visits;
}

/* ---- in words ---------------------------------------------------------------------------- */

static char *
format_days (const PlumbHandout *self, const Visit *visit)
{
  const PlumbHandoutPlan *plan = self->plan;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *half = NULL;
  GDate today;

  if (!visit->dated)
    return g_strdup (plumb_handout_get_text (self, plan->undated));
  plumb_evaluation_get_visit_date (self->evaluation, &today);
  from = plumb_format_date (&visit->earliest, self->language);
  to = plumb_format_date (&visit->due, self->language);
  if (g_date_compare (&visit->earliest, &visit->due) == 0)
    return plumb_handout_fill (plumb_handout_get_text (self, plan->on), "{to}", to);
  if (g_date_compare (&visit->earliest, &today) <= 0)
    return plumb_handout_fill (plumb_handout_get_text (self, plan->by), "{to}", to);
  half = plumb_handout_fill (plumb_handout_get_text (self, plan->between), "{from}", from);

  return plumb_handout_fill (half, "{to}", to);
}

static void
add_visit_words (PlumbHandout *self, const Visit *visit)
{
  g_autofree char *days = format_days (self, visit);
  g_autofree char *reasons = NULL;
  g_autofree char *markup = NULL;

  g_ptr_array_add (visit->reasons, NULL);
  reasons = g_strjoinv (" ", (char **) visit->reasons->pdata);
  /* Translators: on the patient's page: the days between which to come back, and what for. */
  markup
      = g_markup_printf_escaped (plumb_words (self->language, "<b>%1$s.</b> %2$s"), days, reasons);
  plumb_document_builder_add_paragraph_markup (self->builder, markup);
}

/* What holds however the visit went. */
static char *
format_always (const PlumbHandout *self, gboolean planned)
{
  const PlumbHandoutPlan *plan = self->plan;

  return g_strjoin (" ", plumb_handout_get_text (self, planned ? plan->sooner : plan->unplanned),
                    plumb_handout_get_text (self, planned ? plan->closing : plan->sooner),
                    planned ? NULL : plumb_handout_get_text (self, plan->closing), NULL);
}

void
plumb_handout_add_return (PlumbHandout *self, const PlumbHandoutSection *section)
{
  g_autoptr (GArray) visits = list_visits (self, section);
  g_autofree char *always = format_always (self, visits->len > 0);

  plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_DO);
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_DO,
                                      plumb_handout_get_text (self, section->title));
  for (guint i = 0; i < visits->len; i++)
    add_visit_words (self, &g_array_index (visits, Visit, i));
  plumb_document_builder_add_paragraph (self->builder, always);
  plumb_document_builder_end_notice (self->builder);
}
