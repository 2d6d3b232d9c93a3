/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-action-popover.h"
#include "plumb-box-details.h"
#include "plumb-decision-popover.h"
#include "plumb-place.h"

#include "plumb-test-window.h"

static GtkWidget *
find_details (GtkWidget *widget)
{
  GtkWidget *found = PLUMB_IS_BOX_DETAILS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_details (child);

  return found;
}

/* The button for statements, or the one for disagreements. */
static GtkMenuButton *
get_button (GtkWidget *details, gboolean disagreement)
{
  GtkWidget *button = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (details)));

  return GTK_MENU_BUTTON (disagreement ? gtk_widget_get_next_sibling (button) : button);
}

static GtkWidget *
open_box (PlumbSession *session, const PlumbNode *node)
{
  return g_object_ref_sink (node->kind == PLUMB_NODE_DECISION
                                ? plumb_decision_popover_new (session, node)
                                : plumb_action_popover_new (session, node));
}

static void
test_finalize (void)
{
  plumb_test_check_finalized (g_object_new (PLUMB_TYPE_BOX_DETAILS, NULL));
}

/* Whatever opens from a box shows what the pathway knows of it. */
static void
test_every_box (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  GPtrArray *nodes = plumb_pathway_get_nodes (pathway);

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GPtrArray) disagreements = plumb_place_list_disagreements (node, pathway);
      GtkWidget *popover = node->kind != PLUMB_NODE_LINK ? open_box (session, node) : NULL;
      GtkWidget *details = popover != NULL ? find_details (popover) : NULL;

      if (popover == NULL)
        continue;
      g_test_message ("%s", node->id);
      g_assert_nonnull (details);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (get_button (details, FALSE))), ==,
                       node->statements->len > 0);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (get_button (details, TRUE))), ==,
                       disagreements->len > 0);
      g_assert_finalize_object (popover);
    }
}

/* What the buttons open is made when they are pressed. */
static void
test_open (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  PlumbBoxDetails *details = g_object_new (PLUMB_TYPE_BOX_DETAILS, NULL);
  GtkWidget *window;

  plumb_box_details_set_node (details, pathway,
                              plumb_pathway_lookup_node (pathway, "reevaluation_eight"));
  window = plumb_test_show (GTK_WIDGET (details));
  for (int i = 0; i < 2; i++)
    {
      GtkMenuButton *button = get_button (GTK_WIDGET (details), i == 1);

      g_assert_null (gtk_menu_button_get_popover (button));
      gtk_menu_button_popup (button);
      plumb_test_settle ();
      g_assert_nonnull (gtk_menu_button_get_popover (button));
      gtk_menu_button_popdown (button);
      plumb_test_settle ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/box-details/finalize", test_finalize);
  g_test_add_func ("/box-details/every-box", test_every_box);
  g_test_add_func ("/box-details/open", test_open);

  return g_test_run ();
}
