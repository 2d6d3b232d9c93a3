/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-list.h"

#include "plumb-advice-card.h"

/* New cards in the frame that answers a click: about as many as can be seen
 * without scrolling. The rest comes with the frames that follow, a few each. */
#define FIRST_CARDS 4
#define MORE_CARDS 2

struct _PlumbAdviceList
{
  GtkBox parent_instance;

  GHashTable *cards; /* PlumbRecommendation to PlumbAdviceCard */
  GHashTable *spare; /* the same, for advice that was in force before: it may come back */
  GPtrArray *recommendations;
  PlumbSession *session;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (PlumbAdviceList, plumb_advice_list, GTK_TYPE_BOX)

static void
stop (PlumbAdviceList *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static void
plumb_advice_list_dispose (GObject *object)
{
  PlumbAdviceList *self = PLUMB_ADVICE_LIST (object);

  stop (self);
  g_hash_table_remove_all (self->spare);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_advice_list_parent_class)->dispose (object);
}

static void
plumb_advice_list_finalize (GObject *object)
{
  PlumbAdviceList *self = PLUMB_ADVICE_LIST (object);

  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->spare);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_advice_list_parent_class)->finalize (object);
}

static void
plumb_advice_list_class_init (PlumbAdviceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_advice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_advice_list_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_advice_list_init (PlumbAdviceList *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
  self->spare = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
plumb_advice_list_new (void)
{
  return g_object_new (PLUMB_TYPE_ADVICE_LIST, NULL);
}

/* All of them where the list takes another session. */
static void
remove_others (PlumbAdviceList *self, gboolean all)
{
  GHashTableIter iter;
  gpointer recommendation;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &recommendation, &card))
    if (all || !g_ptr_array_find (self->recommendations, recommendation, NULL))
      {
        if (!all)
          g_hash_table_insert (self->spare, recommendation, g_object_ref (card));
        gtk_box_remove (GTK_BOX (self), card);
        g_hash_table_iter_remove (&iter);
      }
  if (all)
    g_hash_table_remove_all (self->spare);
}

static GtkWidget *
add_card (PlumbAdviceList *self, const PlumbRecommendation *recommendation, GtkWidget *previous)
{
  GtkWidget *card = g_hash_table_lookup (self->spare, recommendation);

  if (card == NULL)
    card = plumb_advice_card_new (self->session, recommendation);
  g_hash_table_insert (self->cards, (gpointer) recommendation, card);
  gtk_box_insert_child_after (GTK_BOX (self), card, previous);
  g_hash_table_remove (self->spare, recommendation);

  return card;
}

/* Returns: whether every card is there */
static gboolean
place_cards (PlumbAdviceList *self, guint n_new)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (self->recommendations, i);
      GtkWidget *card = g_hash_table_lookup (self->cards, recommendation);

      if (card == NULL && n_new == 0)
        return FALSE;
      if (card == NULL)
        {
          card = add_card (self, recommendation, previous);
          n_new--;
        }
      else if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self), card, previous);
      plumb_advice_card_update (PLUMB_ADVICE_CARD (card),
                                plumb_session_get_evaluation (self->session));
      plumb_advice_card_set_trial (PLUMB_ADVICE_CARD (card),
                                   plumb_session_get_trial (self->session));
      previous = card;
    }

  return TRUE;
}

static gboolean
place_more (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlumbAdviceList *self = PLUMB_ADVICE_LIST (widget);

  if (!place_cards (self, MORE_CARDS))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

/**
 * plumb_advice_list_update:
 * @self: a list
 * @recommendations: (element-type PlumbRecommendation): what it shows from now on
 * @session: a session
 *
 * Adds, removes and moves what is different.
 */
void
plumb_advice_list_update (PlumbAdviceList *self, GPtrArray *recommendations, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_ADVICE_LIST (self));
  g_return_if_fail (recommendations != NULL && PLUMB_IS_SESSION (session));

  stop (self);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  self->recommendations = g_ptr_array_copy (recommendations, NULL, NULL);
  remove_others (self, g_set_object (&self->session, session));
  if (!place_cards (self, gtk_widget_get_mapped (GTK_WIDGET (self)) ? FIRST_CARDS : G_MAXUINT))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), place_more, NULL, NULL);
}
