/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-invariant.h"
#include "plumb-pathway-private.h"

#include <string.h>

/* ---- which advice ----------------------------------------------------------------------- */

static gboolean
has_topic (const GPtrArray *topics, const char *topic)
{
  for (guint i = 0; i < topics->len; i++)
    if (strcmp (g_ptr_array_index (topics, i), topic) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_key (const char *selector, gsize length, const char *key)
{
  return strlen (key) == length && strncmp (selector, key, length) == 0;
}

/* advice NULL: the recommendation as such. */
static gboolean
is_selected (const PlumbRecommendation *self, const PlumbAdvice *advice, const char *selector)
{
  PlumbUrgency urgency = advice ? advice->urgency : self->urgency;
  const char *value = strchr (selector, ':');
  gsize length = value ? (gsize) (value++ - selector) : 0;

  if (value == NULL)
    return strcmp (self->id, selector) == 0;
  if (is_key (selector, length, "stage"))
    return strcmp (self->stage->id, value) == 0;
  if (is_key (selector, length, "not-stage"))
    return strcmp (self->stage->id, value) != 0;
  if (is_key (selector, length, "urgency"))
    return strcmp (plumb_reader_urgencies[urgency], value) == 0;
  if (is_key (selector, length, "for"))
    return has_topic (self->topics, value);
  if (is_key (selector, length, "against"))
    return has_topic (self->topics_against, value);

  return FALSE;
}

static guint
select_recommendations (PlumbReader *reader, const char *selector, GPtrArray *list)
{
  const GPtrArray *all = reader->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  guint before = list->len;

  for (guint i = 0; i < all->len; i++)
    if (is_selected (g_ptr_array_index (all, i), NULL, selector))
      g_ptr_array_add (list, g_ptr_array_index (all, i));

  return list->len - before;
}

static guint
select_advice (PlumbReader *reader, const char *selector, GPtrArray *list)
{
  const GPtrArray *all = reader->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  guint before = list->len;

  for (guint i = 0; i < all->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (all, i);

      for (guint j = 0; j < recommendation->carriers->len; j++)
        if (is_selected (recommendation, g_ptr_array_index (recommendation->carriers, j), selector))
          g_ptr_array_add (list, g_ptr_array_index (recommendation->carriers, j));
    }

  return list->len - before;
}

/* Ids, and what advice has in common: stage:, not-stage:, urgency:, for:, against:. */
static gboolean
read_selectors (PlumbReader *reader,
                const PlumbElement *element,
                const char *attribute,
                guint (*add) (PlumbReader *, const char *, GPtrArray *),
                GPtrArray **list,
                GError **error)
{
  const char *value = plumb_element_get (element, attribute);
  g_auto (GStrv) selectors = g_strsplit_set (value ? value : "", " \t\r\n", -1);

  *list = plumb_reader_array (reader);
  for (guint i = 0; selectors[i] != NULL; i++)
    if (*selectors[i] != '\0' && add (reader, selectors[i], *list) == 0)
      {
        plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_ID,
                                        "“%s” is no advice of this pathway", selectors[i]);
        return FALSE;
      }

  return TRUE;
}

/* ---- invariants ------------------------------------------------------------------------- */

static gboolean
read_accepted (PlumbReader *reader,
               const PlumbElement *element,
               gboolean pair,
               GPtrArray *list,
               GError **error)
{
  PlumbAccepted *self = plumb_pathway_own (reader->pathway, g_new0 (PlumbAccepted, 1), g_free);
  const char *advice, *against;

  if (!plumb_element_check (element, pair ? "advice against" : "advice findings", "reason", error)
      || !plumb_element_require (element, "advice", &advice, error)
      || !plumb_reader_list (reader, PLUMB_KIND_FINDING, element, "findings", &self->findings,
                             error)
      || !plumb_reader_text (reader, element, "reason", TRUE, &self->reason, error))
    return FALSE;
  self->index = reader->pathway->n_accepted++;
  self->advice
      = plumb_reader_find (reader, PLUMB_KIND_RECOMMENDATION, element, "advice", advice, error);
  if (self->advice == NULL)
    return FALSE;
  g_ptr_array_add (list, self);
  if (!pair)
    return TRUE;
  if (!plumb_element_require (element, "against", &against, error))
    return FALSE;
  self->against
      = plumb_reader_find (reader, PLUMB_KIND_RECOMMENDATION, element, "against", against, error);

  return self->against != NULL;
}

static gboolean
read_condition (PlumbReader *reader,
                const PlumbElement *element,
                PlumbInvariant *self,
                const PlumbFinding *it,
                GError **error)
{
  PlumbExpression *condition;
  gboolean read;

  reader->it = it;
  reader->with_recommendations = TRUE;
  read = plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE, &condition,
                                  error);
  reader->with_recommendations = FALSE;
  reader->it = NULL;
  if (condition != NULL)
    {
      g_ptr_array_add (self->conditions, condition);
      g_ptr_array_add (self->subjects, (gpointer) it);
    }

  return read;
}

/* each="group": the condition stands for every yes or no of the group in turn, there called it. */
static gboolean
read_conditions (PlumbReader *reader,
                 const PlumbElement *element,
                 PlumbInvariant *self,
                 GError **error)
{
  const char *each = plumb_element_get (element, "each");
  const PlumbGroup *group;

  if (each == NULL)
    return read_condition (reader, element, self, NULL, error);

  group = plumb_reader_find (reader, PLUMB_KIND_GROUP, element, "each", each, error);
  if (group == NULL)
    return FALSE;
  for (guint i = 0; i < group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (group->findings, i);

      if (finding->type == PLUMB_FINDING_BOOLEAN
          && !read_condition (reader, element, self, finding, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_invariant (PlumbReader *reader, PlumbElement *element, GError **error)
{
  GPtrArray *all = reader->pathway->invariants;
  PlumbInvariant *self = plumb_pathway_own (reader->pathway, g_new0 (PlumbInvariant, 1), g_free);

  self->conditions = plumb_reader_array (reader);
  self->subjects = plumb_reader_array (reader);
  self->accepted = plumb_reader_array (reader);
  self->index = all->len;
  if (!plumb_element_check (element, "id each when never always stays founded", "text accepted",
                            error)
      || !plumb_element_require (element, "id", &self->id, error)
      || !plumb_reader_text (reader, element, "text", TRUE, &self->text, error)
      || !read_conditions (reader, element, self, error)
      || !read_selectors (reader, element, "never", select_recommendations, &self->never, error)
      || !read_selectors (reader, element, "always", select_recommendations, &self->always, error)
      || !read_selectors (reader, element, "stays", select_advice, &self->stays, error)
      || !read_selectors (reader, element, "founded", select_advice, &self->founded, error))
    return FALSE;
  self->id = plumb_reader_string (reader, self->id);
  g_ptr_array_add (all, self);
  if (self->never->len + self->always->len + self->stays->len + self->founded->len == 0)
    {
      plumb_element_set_error (
          element, error, PLUMB_PATHWAY_ERROR_MARKUP,
          "<invariant> says nothing: it takes “never”, “always”, “stays” or “founded”");
      return FALSE;
    }
  for (guint i = 0; i < element->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (element->children, i);

      if (strcmp (child->name, "accepted") == 0
          && !read_accepted (reader, child, FALSE, self->accepted, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plumb_reader_read_invariants (PlumbReader *reader, GError **error)
{
  PlumbElement *section = plumb_element_find (reader->root, "invariants");

  if (section == NULL)
    return TRUE;
  if (!plumb_element_check (section, "", "invariant accepted", error))
    return FALSE;
  for (guint i = 0; i < section->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (section->children, i);

      if (!(strcmp (child->name, "invariant") == 0
                ? read_invariant (reader, child, error)
                : read_accepted (reader, child, TRUE, reader->pathway->accepted, error)))
        return FALSE;
    }

  return TRUE;
}

/* An attribute that lists topics: words of which only equality matters. */
void
plumb_reader_read_topics (PlumbReader *reader,
                          const PlumbElement *element,
                          const char *attribute,
                          GPtrArray **topics)
{
  const char *value = plumb_element_get (element, attribute);
  g_auto (GStrv) words = g_strsplit_set (value ? value : "", " \t\r\n", -1);

  *topics = plumb_reader_array (reader);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (*topics, (gpointer) g_intern_string (words[i]));
}

/* ---- for everyone ----------------------------------------------------------------------- */

GPtrArray *
plumb_pathway_get_invariants (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->invariants;
}

GPtrArray *
plumb_pathway_get_accepted (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->accepted;
}
