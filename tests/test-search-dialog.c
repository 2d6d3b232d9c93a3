/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-action-popover.h"
#include "plumb-chart-panel.h"
#include "plumb-finding-row.h"
#include "plumb-node-box.h"
#include "plumb-outline-row.h"
#include "plumb-place-page.h"
#include "plumb-place-row.h"
#include "plumb-search-dialog.h"
#include "plumb-test-window.h"

/* ---- steps ------------------------------------------------------------------------------- */

static GtkWidget *
find_of_type (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The row of a place in the list that is in sight. */
static GtkWidget *
find_row (GtkWidget *root, gconstpointer object)
{
  GtkWidget *list = find_of_type (root, GTK_TYPE_LIST_BOX);

  g_assert_nonnull (object);
  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PLUMB_IS_PLACE_ROW (row)
        && plumb_place_row_get_place (PLUMB_PLACE_ROW (row))->object == object)
      return row;

  return NULL;
}

static void
activate_row (GtkWidget *row)
{
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  plumb_test_settle ();
}

static GtkWidget *
open_dialog (PlumbSession *session, const char *text)
{
  GtkWidget *dialog = plumb_search_dialog_new (session);

  gtk_window_present (GTK_WINDOW (dialog));
  plumb_search_dialog_set_text (PLUMB_SEARCH_DIALOG (dialog), text);
  plumb_test_settle ();

  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  plumb_test_settle ();
}

static void
remember (PlumbSearchDialog *dialog, const PlumbPlace *place, gpointer data)
{
  *(PlumbPlace *) data = *place;
}

/* ---- the dialog -------------------------------------------------------------------------- */

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  const char *const texts[] = { "", "pain", "xyzzy" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *dialog = open_dialog (session, texts[i]);

      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      close_dialog (dialog);
      g_assert_null (dialog);
    }
}

static void
test_finding (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  const PlumbFinding *finding
      = plumb_pathway_lookup_finding (plumb_session_get_pathway (session), "rf_severe_deficit");
  GtkWidget *dialog = open_dialog (session, "foot drop");
  PlumbPlace gone = { 0 };
  GtkWidget *row = find_row (dialog, finding);

  g_signal_connect (dialog, "go", G_CALLBACK (remember), &gone);
  g_assert_cmpstr (gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                       "Finding: Severe motor deficit"),
                   ==, NULL);
  activate_row (row);
  g_assert_cmpint (gone.kind, ==, PLUMB_PLACE_FINDING);
  g_assert_true (gone.finding == finding);
}

/* A row says whether to do what its title names. */
static void
test_strength (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *dialog = open_dialog (session, "tens");
  GtkWidget *row
      = find_row (dialog, plumb_pathway_lookup_recommendation (plumb_session_get_pathway (session),
                                                               "avoid_passive_modalities"));

  g_assert_cmpstr (
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          "Avoid: Ultrasound, TENS or traction as treatment"),
      ==, NULL);
  close_dialog (dialog);
}

static void
test_nothing (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *dialog = open_dialog (session, "xyzzy");

  g_assert_null (find_of_type (dialog, PLUMB_TYPE_PLACE_ROW));
  plumb_search_dialog_set_text (PLUMB_SEARCH_DIALOG (dialog), "fever");
  plumb_test_settle ();
  g_assert_nonnull (find_of_type (dialog, PLUMB_TYPE_PLACE_ROW));
  close_dialog (dialog);
}

static guint
count_rows (GtkWidget *dialog)
{
  GtkWidget *list = find_of_type (dialog, GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;

  return n;
}

/* The first few of each kind, and the rest when it is asked for. */
static void
test_show_all (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *dialog = open_dialog (session, "pain");
  GtkWidget *list = find_of_type (dialog, GTK_TYPE_LIST_BOX);
  guint n = count_rows (dialog);
  GtkListBoxRow *more = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 6);

  g_assert_false (PLUMB_IS_PLACE_ROW (more));
  activate_row (GTK_WIDGET (more));
  g_assert_cmpuint (count_rows (dialog), >, n);
  g_assert_true (PLUMB_IS_PLACE_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 6)));
  close_dialog (dialog);
}

/* A statement is shown with its source and all that rests on it, and back again. */
static void
test_statement (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  const PlumbStatement *statement = plumb_pathway_lookup_statement (pathway, "P22");
  GtkWidget *dialog = open_dialog (session, "P22");
  PlumbPlace gone = { 0 };

  g_signal_connect (dialog, "go", G_CALLBACK (remember), &gone);
  activate_row (find_row (dialog, statement));
  g_assert_nonnull (find_of_type (dialog, PLUMB_TYPE_PLACE_PAGE));
  g_assert_nonnull (find_row (dialog, plumb_pathway_lookup_node (pathway, "reevaluation_eight")));
  activate_row (find_row (dialog, statement->source));
  g_assert_nonnull (find_row (dialog, plumb_pathway_lookup_statement (pathway, "P01")));
  gtk_widget_activate_action (dialog, "search.back", NULL);
  gtk_widget_activate_action (dialog, "search.back", NULL);
  plumb_test_settle ();
  g_assert_null (find_of_type (dialog, PLUMB_TYPE_PLACE_PAGE));
  activate_row (find_row (dialog, statement));
  activate_row (
      find_row (dialog, plumb_pathway_lookup_recommendation (pathway, "imaging_reasonable")));
  g_assert_cmpint (gone.kind, ==, PLUMB_PLACE_ADVICE);
}

static void
test_pages (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  PlumbPlace places[] = {
    { PLUMB_PLACE_DISAGREEMENT,
      { g_ptr_array_index (plumb_pathway_get_disagreements (pathway), 0) } },
    { PLUMB_PLACE_STATEMENT, { g_ptr_array_index (plumb_pathway_get_statements (pathway), 0) } },
    { PLUMB_PLACE_SOURCE, { g_ptr_array_index (plumb_pathway_get_sources (pathway), 0) } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      plumb_test_check_finalized (plumb_place_page_new (pathway, &places[i]));
      plumb_test_check_finalized_shown (plumb_place_page_new (pathway, &places[i]));
    }
}

/* ---- from the dialog to the place -------------------------------------------------------- */

static PlumbWindow *
open_window (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbWindow *window = plumb_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();

  return window;
}

static void
close_window (PlumbWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  plumb_test_settle ();
}

static PlumbChartPanel *
get_chart (PlumbWindow *window)
{
  return PLUMB_CHART_PANEL (adw_bin_get_child (window->chart_place));
}

static GtkWidget *
get_focus_of_type (PlumbWindow *window, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
}

/* A place is reached when the window has been painted. */
static gboolean
wait_for (gboolean (*arrived) (PlumbWindow *, gconstpointer),
          PlumbWindow *window,
          gconstpointer object)
{
  for (guint i = 0; i < 100 && !arrived (window, object); i++)
    plumb_test_settle ();

  return arrived (window, object);
}

static gboolean
is_at_finding (PlumbWindow *window, gconstpointer finding)
{
  GtkWidget *row = get_focus_of_type (window, PLUMB_TYPE_FINDING_ROW);

  return row != NULL && plumb_finding_row_get_finding (PLUMB_FINDING_ROW (row)) == finding;
}

static gboolean
is_at_box (PlumbWindow *window, gconstpointer node)
{
  GtkWidget *box = get_focus_of_type (window, PLUMB_TYPE_NODE_BOX);

  return box != NULL && plumb_node_box_get_node (PLUMB_NODE_BOX (box)) == node;
}

static gboolean
is_at_row (PlumbWindow *window, gconstpointer node)
{
  GtkWidget *row = get_focus_of_type (window, PLUMB_TYPE_OUTLINE_ROW);

  return row != NULL && plumb_outline_row_get_node (PLUMB_OUTLINE_ROW (row)) == node;
}

static gboolean
is_open (PlumbWindow *window, gconstpointer node)
{
  GtkPopover *popover
      = plumb_chart_view_get_popover (plumb_chart_panel_get_view (get_chart (window)));

  return PLUMB_IS_ACTION_POPOVER (popover)
         && plumb_action_popover_get_node (PLUMB_ACTION_POPOVER (popover)) == node;
}

static void
test_go (void)
{
  PlumbWindow *window = open_window ();
  PlumbPathway *pathway = plumb_session_get_pathway (window->session);
  PlumbPlace finding
      = { PLUMB_PLACE_FINDING, { plumb_pathway_lookup_finding (pathway, "rf_night_pain") } };
  PlumbPlace box
      = { PLUMB_PLACE_BOX, { plumb_pathway_lookup_node (pathway, "reevaluation_eight") } };
  PlumbPlace advice
      = { PLUMB_PLACE_ADVICE,
          { plumb_pathway_lookup_recommendation (pathway, "avoid_passive_modalities") } };
  const PlumbAdvice *carrier = g_ptr_array_index (advice.recommendation->carriers, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "paper");
  plumb_window_go_to (window, &finding);
  g_assert_true (wait_for (is_at_finding, window, finding.object));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->pages), ==, "pathway");

  plumb_window_go_to (window, &box);
  g_assert_true (wait_for (is_at_box, window, box.object));
  g_assert_true (plumb_session_get_stage (window->session) == box.node->stage);

  plumb_window_go_to (window, &advice);
  g_assert_true (wait_for (is_open, window, carrier->node));
  g_assert_true (plumb_session_get_stage (window->session) == carrier->node->stage);

  /* To look something up is no answer. */
  g_assert_false (plumb_session_get_modified (window->session));
  close_window (window);
}

static void
test_go_in_outline (void)
{
  PlumbWindow *window = open_window ();
  PlumbPathway *pathway = plumb_session_get_pathway (window->session);
  PlumbPlace box
      = { PLUMB_PLACE_BOX, { plumb_pathway_lookup_node (pathway, "reevaluation_eight") } };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.outline", NULL);
  plumb_test_settle ();
  g_assert_true (plumb_chart_panel_get_outline (get_chart (window)));
  plumb_window_go_to (window, &box);
  g_assert_true (wait_for (is_at_row, window, box.object));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.outline", NULL);
  g_assert_false (plumb_chart_panel_get_outline (get_chart (window)));
  close_window (window);
}

/* From the words to the place, as a person does it. */
static void
test_search_and_go (void)
{
  PlumbWindow *window = open_window ();
  const PlumbFinding *finding
      = plumb_pathway_lookup_finding (plumb_session_get_pathway (window->session), "rf_night_pain");
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search-pathway", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (PLUMB_IS_SEARCH_DIALOG (toplevel))
        dialog = toplevel;
    }
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  plumb_search_dialog_set_text (PLUMB_SEARCH_DIALOG (dialog), "night pain");
  g_signal_emit_by_name (find_of_type (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_true (wait_for (is_at_finding, window, finding));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/search-dialog/finalize", test_finalize);
  g_test_add_func ("/search-dialog/finding", test_finding);
  g_test_add_func ("/search-dialog/strength", test_strength);
  g_test_add_func ("/search-dialog/nothing", test_nothing);
  g_test_add_func ("/search-dialog/show-all", test_show_all);
  g_test_add_func ("/search-dialog/statement", test_statement);
  g_test_add_func ("/search-dialog/pages", test_pages);
  g_test_add_func ("/search-dialog/go", test_go);
  g_test_add_func ("/search-dialog/go-in-outline", test_go_in_outline);
  g_test_add_func ("/search-dialog/search-and-go", test_search_and_go);

  return g_test_run ();
}
