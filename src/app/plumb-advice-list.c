/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-list.h"

#include "plumb-advice-card.h"

struct _PlumbAdviceList
{
  GtkBox parent_instance;

  GHashTable *cards; /* PlumbRecommendation to PlumbAdviceCard */
};

G_DEFINE_FINAL_TYPE (PlumbAdviceList, plumb_advice_list, GTK_TYPE_BOX)

static void
plumb_advice_list_finalize (GObject *object)
{
  g_hash_table_unref (PLUMB_ADVICE_LIST (object)->cards);

  G_OBJECT_CLASS (plumb_advice_list_parent_class)->finalize (object);
}

static void
plumb_advice_list_class_init (PlumbAdviceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_advice_list_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_advice_list_init (PlumbAdviceList *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
plumb_advice_list_new (void)
{
  return g_object_new (PLUMB_TYPE_ADVICE_LIST, NULL);
}

static void
remove_others (PlumbAdviceList *self, GPtrArray *recommendations)
{
  GHashTableIter iter;
  gpointer recommendation;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &recommendation, &card))
    if (!g_ptr_array_find (recommendations, recommendation, NULL))
      {
        gtk_box_remove (GTK_BOX (self), card);
        g_hash_table_iter_remove (&iter);
      }
}

static GtkWidget *
place_card (PlumbAdviceList *self, const PlumbRecommendation *recommendation, GtkWidget *previous)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, recommendation);

  if (card == NULL)
    {
      card = plumb_advice_card_new (recommendation);
      g_hash_table_insert (self->cards, (gpointer) recommendation, card);
      gtk_box_insert_child_after (GTK_BOX (self), card, previous);
    }
  else if (gtk_widget_get_prev_sibling (card) != previous)
    gtk_box_reorder_child_after (GTK_BOX (self), card, previous);

  return card;
}

/**
 * plumb_advice_list_update:
 * @self: a list
 * @recommendations: (element-type PlumbRecommendation): what it shows from now on
 * @evaluation: how things stand now
 *
 * Adds, removes and moves what is different.
 */
void
plumb_advice_list_update (PlumbAdviceList *self, GPtrArray *recommendations,
                          const PlumbEvaluation *evaluation)
{
  GtkWidget *previous = NULL;

  g_return_if_fail (PLUMB_IS_ADVICE_LIST (self));
  g_return_if_fail (recommendations != NULL && evaluation != NULL);

  remove_others (self, recommendations);
  for (guint i = 0; i < recommendations->len; i++)
    {
      previous = place_card (self, g_ptr_array_index (recommendations, i), previous);
      plumb_advice_card_update (PLUMB_ADVICE_CARD (previous), evaluation);
    }
}
