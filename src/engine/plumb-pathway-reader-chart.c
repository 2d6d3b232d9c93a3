/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

#define MAXIMUM_NODES 20000

/* ---- stages and boxes ------------------------------------------------------------------- */

static gboolean
read_cell (PlumbElement *element, PlumbNode *node, GError **error)
{
  gint64 column, row;
  const char *unused;

  if (!plumb_element_require (element, "column", &unused, error)
      || !plumb_element_require (element, "row", &unused, error)
      || !plumb_reader_integer (element, "column", 0, &column, error)
      || !plumb_reader_integer (element, "row", 0, &row, error))
    return FALSE;
  if (column < 0 || row < 0 || column > 1000 || row > MAXIMUM_NODES)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "column and row are counted from 0, up to 1000 and %d",
                               MAXIMUM_NODES);
      return FALSE;
    }
  node->column = (guint) column;
  node->row = (guint) row;

  return TRUE;
}

static gboolean
check_cell_free (PlumbElement *element, const PlumbNode *node, GHashTable *cells, GError **error)
{
  gpointer cell = GUINT_TO_POINTER (node->column * (MAXIMUM_NODES + 1) + node->row + 1);
  const PlumbNode *other = g_hash_table_lookup (cells, cell);

  if (other == NULL)
    {
      g_hash_table_insert (cells, cell, (gpointer) node);
      return TRUE;
    }
  plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                           "“%s” and “%s” stand in the same cell", other->id, node->id);
  return FALSE;
}

static gboolean
read_node_kind (PlumbElement *element, PlumbNode *node, GError **error)
{
  static const char *const kinds[] = { "state", "decision", "action", "link", NULL };
  static const char *const selects[] = { "one", "any", NULL };
  static const char *const no_yes[] = { "no", "yes", NULL };
  int kind, select, covers, start;

  if (!plumb_reader_word (element, "kind", kinds, -1, &kind, error)
      || !plumb_reader_word (element, "select", selects, PLUMB_SELECT_ONE, &select, error)
      || !plumb_reader_word (element, "covers", no_yes, 0, &covers, error)
      || !plumb_reader_word (element, "start", no_yes, 0, &start, error))
    return FALSE;
  if (kind == PLUMB_NODE_DECISION && plumb_element_get (element, "select") == NULL)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_MARKUP,
                               "a decision says select=\"one\" or select=\"any\"");
      return FALSE;
    }
  node->kind = (PlumbNodeKind) kind;
  node->select = (PlumbSelect) select;
  node->covers = covers || select == PLUMB_SELECT_ONE;
  node->start = start;

  return TRUE;
}

static PlumbNode *
read_node (PlumbReader *reader, PlumbElement *element, PlumbStage *stage, GError **error)
{
  PlumbNode *node;

  if (!plumb_element_check (element, "id kind select covers column row start stage statements",
                            "text rationale exit advise", error))
    return NULL;
  node = plumb_reader_add (reader, PLUMB_KIND_NODE, sizeof *node, element, "id", error);
  if (node == NULL || !read_node_kind (element, node, error) || !read_cell (element, node, error)
      || !plumb_reader_text (reader, element, "text", TRUE, &node->text, error)
      || !plumb_reader_text (reader, element, "rationale", FALSE, &node->rationale, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &node->statements, error))
    return NULL;
  node->stage = stage;
  node->advices = plumb_reader_array (reader);
  node->exits = plumb_reader_array (reader);
  node->entries = plumb_reader_array (reader);
  g_ptr_array_add (stage->nodes, node);

  return node;
}

static gboolean
read_stage (PlumbReader *reader, PlumbElement *element, guint *number, GError **error)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  PlumbStage *stage;

  if (!plumb_element_check (element, "id statements", "title subtitle node", error))
    return FALSE;
  stage = plumb_reader_add (reader, PLUMB_KIND_STAGE, sizeof *stage, element, "id", error);
  if (stage == NULL || !plumb_reader_text (reader, element, "title", TRUE, &stage->title, error)
      || !plumb_reader_text (reader, element, "subtitle", TRUE, &stage->subtitle, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &stage->statements, error))
    return FALSE;
  stage->number = stage->index + 1;
  stage->nodes = plumb_reader_array (reader);

  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);
      PlumbNode *node;

      if (strcmp (child->name, "node") != 0)
        continue;
      node = read_node (reader, child, stage, error);
      if (node == NULL || !check_cell_free (child, node, cells, error))
        return FALSE;
      if (node->kind != PLUMB_NODE_LINK)
        node->number = ++*number;
      if (node->index >= MAXIMUM_NODES)
        {
          plumb_element_set_error (child, error, PLUMB_PATHWAY_ERROR_LIMIT,
                                   "a pathway has at most %d boxes", MAXIMUM_NODES);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
plumb_reader_read_stages (PlumbReader *reader, GError **error)
{
  PlumbElement *section = plumb_element_find (reader->root, "stages");
  guint number = 0;

  if (section == NULL || section->children->len == 0)
    {
      plumb_element_set_error (section ? section : reader->root, error,
                               PLUMB_PATHWAY_ERROR_MARKUP, "the pathway has no stage");
      return FALSE;
    }
  if (!plumb_element_check (section, "", "stage", error))
    return FALSE;
  for (guint i = 0; i < section->children->len; i++)
    if (!read_stage (reader, g_ptr_array_index (section->children, i), &number, error))
      return FALSE;

  return TRUE;
}

/* ---- exits and the advice that actions carry -------------------------------------------- */

static gboolean
check_exit (const PlumbElement *element, const PlumbNode *source, const PlumbNode *target,
            GError **error)
{
  const char *problem = NULL;

  if (source->stage != target->stage && source->kind != PLUMB_NODE_LINK)
    problem = "only a link leads to another stage";
  else if (source->stage == target->stage && source->kind == PLUMB_NODE_LINK)
    problem = "a link leads to another stage";
  else if (source->stage == target->stage && target->row < source->row)
    problem = "this exit leads back up the chart; exits lead down or along their row";
  else if (source->kind == PLUMB_NODE_DECISION && plumb_element_get (element, "when") == NULL)
    problem = "each exit of a decision says when";
  if (problem == NULL)
    return TRUE;

  plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE, "%s", problem);
  return FALSE;
}

static gboolean
read_exit (PlumbReader *reader, PlumbElement *element, PlumbNode *source, GError **error)
{
  PlumbExit *exit;
  PlumbNode *target;
  const char *to;

  if (!plumb_element_check (element, "to when", "label", error)
      || !plumb_element_require (element, "to", &to, error))
    return FALSE;
  target = plumb_reader_find (reader, PLUMB_KIND_NODE, element, "to", to, error);
  if (target == NULL || !check_exit (element, source, target, error))
    return FALSE;

  exit = plumb_pathway_own (reader->pathway, g_new0 (PlumbExit, 1), g_free);
  if (!plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE, &exit->guard,
                                error)
      || !plumb_reader_text (reader, element, "label", source->kind == PLUMB_NODE_DECISION,
                             &exit->label, error))
    return FALSE;
  exit->index = reader->pathway->exits->len;
  exit->source = source;
  exit->target = target;
  g_ptr_array_add (reader->pathway->exits, exit);
  g_ptr_array_add (source->exits, exit);
  g_ptr_array_add (target->entries, exit);

  return TRUE;
}

static gboolean
read_advise (PlumbReader *reader, PlumbElement *element, PlumbNode *node, GError **error)
{
  PlumbAdvice *advice;
  PlumbRecommendation *recommendation;
  const char *id;
  int urgency;

  if (!plumb_element_check (element, "recommendation when urgency", "", error)
      || !plumb_element_require (element, "recommendation", &id, error))
    return FALSE;
  if (node->kind != PLUMB_NODE_ACTION)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "only an action carries advice");
      return FALSE;
    }
  recommendation = plumb_reader_find (reader, PLUMB_KIND_RECOMMENDATION, element,
                                      "recommendation", id, error);
  if (recommendation == NULL)
    return FALSE;

  if (!plumb_reader_word (element, "urgency", plumb_reader_urgencies,
                          (int) recommendation->urgency, &urgency, error))
    return FALSE;

  advice = plumb_pathway_own (reader->pathway, g_new0 (PlumbAdvice, 1), g_free);
  reader->with_recommendations = TRUE;
  if (!plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE,
                                &advice->condition, error))
    return FALSE;
  reader->with_recommendations = FALSE;
  advice->node = node;
  advice->recommendation = recommendation;
  advice->urgency = (PlumbUrgency) urgency;
  g_ptr_array_add (node->advices, advice);
  g_ptr_array_add (recommendation->carriers, advice);

  return TRUE;
}

static gboolean
read_node_exits (PlumbReader *reader, PlumbNode *node, GError **error)
{
  PlumbElement *element = g_hash_table_lookup (reader->elements, node);
  const char *leads_to = plumb_element_get (element, "stage");

  if (leads_to != NULL)
    {
      node->leads_to = plumb_reader_find (reader, PLUMB_KIND_STAGE, element, "stage", leads_to,
                                          error);
      if (node->leads_to == NULL)
        return FALSE;
    }
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);

      if ((strcmp (child->name, "exit") == 0 && !read_exit (reader, child, node, error))
          || (strcmp (child->name, "advise") == 0 && !read_advise (reader, child, node, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
plumb_reader_read_exits (PlumbReader *reader, GError **error)
{
  GPtrArray *nodes = reader->pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len; i++)
    if (!read_node_exits (reader, g_ptr_array_index (nodes, i), error))
      return FALSE;

  return TRUE;
}

/* ---- the order of evaluation ------------------------------------------------------------ */

static gboolean
order_nodes (PlumbReader *reader, GError **error)
{
  GPtrArray *nodes = reader->pathway->lists[PLUMB_KIND_NODE];
  GPtrArray *order = reader->pathway->node_order;
  g_autofree guint *waiting = g_new0 (guint, nodes->len + 1);

  for (guint i = 0; i < nodes->len; i++)
    {
      PlumbNode *node = g_ptr_array_index (nodes, i);

      waiting[i] = node->entries->len;
      if (waiting[i] == 0)
        g_ptr_array_add (order, node);
    }
  for (guint done = 0; done < order->len; done++)
    {
      const PlumbNode *node = g_ptr_array_index (order, done);

      for (guint i = 0; i < node->exits->len; i++)
        {
          const PlumbExit *exit = g_ptr_array_index (node->exits, i);

          if (--waiting[exit->target->index] == 0)
            g_ptr_array_add (order, (gpointer) exit->target);
        }
    }
  for (guint i = 0; i < nodes->len; i++)
    if (waiting[i] > 0)
      {
        PlumbNode *node = g_ptr_array_index (nodes, i);

        plumb_element_set_error (g_hash_table_lookup (reader->elements, node), error,
                                 PLUMB_PATHWAY_ERROR_CYCLE,
                                 "the exits lead in a circle through “%s”", node->id);
        return FALSE;
      }

  return TRUE;
}

typedef struct
{
  PlumbReader *reader;
  guint8 *marks; /* 1: being visited, 2: done */
  const PlumbRecommendation *circle;
} PlumbVisit;

static void visit_recommendation (PlumbVisit *visit, const PlumbRecommendation *recommendation);

static void
visit_slot (guint slot, gpointer data)
{
  PlumbVisit *visit = data;
  const PlumbRecommendation *recommendation
      = plumb_pathway_get_slot_recommendation (visit->reader->pathway, slot);

  if (recommendation != NULL)
    visit_recommendation (visit, recommendation);
}

static void
visit_recommendation (PlumbVisit *visit, const PlumbRecommendation *recommendation)
{
  guint8 *mark = &visit->marks[recommendation->index];

  if (*mark == 1 && visit->circle == NULL)
    visit->circle = recommendation;
  if (*mark != 0)
    return;
  *mark = 1;
  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (advice->condition != NULL)
        plumb_expression_foreach_name (advice->condition, visit_slot, visit);
    }
  *mark = 2;
  g_ptr_array_add (visit->reader->pathway->recommendation_order, (gpointer) recommendation);
}

static gboolean
order_recommendations (PlumbReader *reader, GError **error)
{
  GPtrArray *recommendations = reader->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  g_autofree guint8 *marks = g_new0 (guint8, recommendations->len + 1);
  PlumbVisit visit = { reader, marks, NULL };

  for (guint i = 0; i < recommendations->len; i++)
    visit_recommendation (&visit, g_ptr_array_index (recommendations, i));
  if (visit.circle == NULL)
    return TRUE;

  plumb_element_set_error (g_hash_table_lookup (reader->elements, visit.circle), error,
                           PLUMB_PATHWAY_ERROR_CYCLE,
                           "the conditions of “%s” lead back to it", visit.circle->id);
  return FALSE;
}

static gboolean
check_start (PlumbReader *reader, GError **error)
{
  GPtrArray *nodes = reader->pathway->lists[PLUMB_KIND_NODE];
  const PlumbNode *start = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      if (!node->start)
        continue;
      if (start != NULL)
        {
          plumb_element_set_error (g_hash_table_lookup (reader->elements, node), error,
                                   PLUMB_PATHWAY_ERROR_VALUE,
                                   "the pathway starts at “%s” already", start->id);
          return FALSE;
        }
      start = node;
    }
  if (start == NULL)
    plumb_element_set_error (reader->root, error, PLUMB_PATHWAY_ERROR_VALUE,
                             "no box is the start");

  return start != NULL;
}

/* What the exits of the first stage name: everything later rests on it. */
static void
mark_groundwork (guint slot, gpointer data)
{
  PlumbPathway *pathway = data;
  PlumbFinding *finding = (PlumbFinding *) plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  if (finding != NULL)
    finding->groundwork = TRUE;
  else if (term != NULL)
    plumb_expression_foreach_name (term->expression, mark_groundwork, pathway);
}

static void
find_groundwork (PlumbPathway *pathway)
{
  for (guint i = 0; i < pathway->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (pathway->exits, i);

      if (exit->source->stage->index == 0 && exit->guard != NULL)
        plumb_expression_foreach_name (exit->guard, mark_groundwork, pathway);
    }
}

gboolean
plumb_reader_order (PlumbReader *reader, GError **error)
{
  find_groundwork (reader->pathway);

  return check_start (reader, error) && order_nodes (reader, error)
         && order_recommendations (reader, error);
}
