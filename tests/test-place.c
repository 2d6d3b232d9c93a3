/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-place.h"

#include "plumb-test.h"

static PlumbPathway *pathway;

static gboolean
contains (GArray *places, PlumbPlaceKind kind, gconstpointer object)
{
  g_assert_nonnull (object);
  for (guint i = 0; i < places->len; i++)
    {
      const PlumbPlace *place = &g_array_index (places, PlumbPlace, i);

      if (place->kind == kind && place->object == object)
        return TRUE;
    }

  return FALSE;
}

static void
test_citing_statement (void)
{
  PlumbPlace place = { PLUMB_PLACE_STATEMENT, { plumb_pathway_lookup_statement (pathway, "P22") } };
  g_autoptr (GArray) places = plumb_place_list_citing (&place, pathway);

  g_assert_cmpstr (plumb_place_get_title (&place, NULL), ==, "P22");
  g_assert_true (contains (places, PLUMB_PLACE_ADVICE,
                           plumb_pathway_lookup_recommendation (pathway, "imaging_reasonable")));
  g_assert_true (contains (places, PLUMB_PLACE_BOX,
                           plumb_pathway_lookup_node (pathway, "reevaluation_eight")));
  g_assert_true (
      contains (places, PLUMB_PLACE_FINDING, plumb_pathway_lookup_finding (pathway, "pain_score")));
  g_assert_false (contains (places, PLUMB_PLACE_ADVICE,
                            plumb_pathway_lookup_recommendation (pathway, "refer_same_day")));
}

/* Whoever asks about a statement or a source gets somewhere. A feature of the page
 * is no advice: the program itself meets it. */
static void
test_every_statement_is_cited (void)
{
  GPtrArray *statements = plumb_pathway_get_statements (pathway);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);
      PlumbPlace place = { PLUMB_PLACE_STATEMENT, { statement } };
      g_autoptr (GArray) places = plumb_place_list_citing (&place, pathway);

      g_test_message ("%s", statement->id);
      if (!statement->page)
        g_assert_cmpuint (places->len, >, 0);
    }
}

static void
test_every_source_is_cited (void)
{
  GPtrArray *sources = plumb_pathway_get_sources (pathway);

  for (guint i = 0; i < sources->len; i++)
    {
      PlumbPlace place = { PLUMB_PLACE_SOURCE, { g_ptr_array_index (sources, i) } };
      g_autoptr (GArray) places = plumb_place_list_citing (&place, pathway);

      g_test_message ("%s", place.source->id);
      g_assert_cmpuint (places->len, >, 0);
    }
}

static void
test_disagreement (void)
{
  const PlumbDisagreement *disagreement
      = g_ptr_array_index (plumb_pathway_get_disagreements (pathway), 0);
  PlumbPlace place = { PLUMB_PLACE_DISAGREEMENT, { disagreement } };
  g_autoptr (GArray) places = plumb_place_list_citing (&place, pathway);
  g_autoptr (GPtrArray) sources = plumb_place_list_sources (&place);

  g_assert_cmpuint (places->len, ==, disagreement->recommendations->len);
  g_assert_cmpuint (sources->len, >, 1);
}

/* What the cards of a box show already is not said again. */
static void
test_disagreements_of_box (void)
{
  GPtrArray *nodes = plumb_pathway_get_nodes (pathway);
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GPtrArray) found = plumb_place_list_disagreements (node, pathway);

      n += found->len;
      for (guint j = 0; j < found->len; j++)
        for (guint k = 0; k < node->advices->len; k++)
          {
            const PlumbAdvice *advice = g_ptr_array_index (node->advices, k);

            g_assert_false (g_ptr_array_find (advice->recommendation->disagreements,
                                              g_ptr_array_index (found, j), NULL));
          }
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/place/citing-statement", test_citing_statement);
  g_test_add_func ("/place/every-statement-is-cited", test_every_statement_is_cited);
  g_test_add_func ("/place/every-source-is-cited", test_every_source_is_cited);
  g_test_add_func ("/place/disagreement", test_disagreement);
  g_test_add_func ("/place/disagreements-of-box", test_disagreements_of_box);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
