/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-chart-panel.h"

#include "config.h"

#include <glib/gi18n.h>

#define EXAMPLE "resource://" RESOURCE_BASE_PATH "/pathway/examples/acute-neck-pain.xml"

/* ---- what stays ------------------------------------------------------------------------- */

/* A dialog of the old session would answer into the void. */
static void
close_dialogs (PlumbWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (self)
        && !ADW_IS_MESSAGE_DIALOG (link->data))
      gtk_window_destroy (link->data);
}

/* How the chart is looked at, and which page. */
typedef struct
{
  double zoom;
  gboolean outline;
  gboolean whole;
  gboolean paper;
  PlumbPaperKind kind;
} View;

static View
get_view (PlumbWindow *self)
{
  PlumbChartPanel *chart = PLUMB_CHART_PANEL (adw_bin_get_child (self->chart_place));
  View view = { 0 };

  view.zoom = plumb_chart_view_get_zoom (plumb_chart_panel_get_view (chart));
  view.outline = plumb_chart_panel_get_outline (chart);
  view.whole = plumb_chart_panel_get_whole (chart);
  view.paper = adw_bin_get_child (self->paper_place) != NULL;
  if (view.paper)
    view.kind = plumb_paper_page_get_kind (plumb_window_get_paper (self));

  return view;
}

static void
set_view (PlumbWindow *self, const View *view)
{
  PlumbChartPanel *chart = PLUMB_CHART_PANEL (adw_bin_get_child (self->chart_place));

  plumb_chart_view_set_zoom (plumb_chart_panel_get_view (chart), view->zoom);
  plumb_chart_panel_set_whole (chart, view->whole);
  plumb_chart_panel_set_outline (chart, view->outline);
  if (view->paper)
    plumb_paper_page_set_kind (plumb_window_get_paper (self), view->kind);
}

static void
replace_session (PlumbWindow *self, PlumbSession *session)
{
  View view = get_view (self);

  close_dialogs (self);
  plumb_window_set_session (self, session);
  set_view (self, &view);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->questions));
}

static void
tell_dropped (PlumbWindow *self, GPtrArray *dropped)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < dropped->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (dropped, i));
  /* Translators: answers to findings, such as "Age: 48". */
  text = g_strdup_printf (ngettext ("%u answer no longer fits the pathway and is dropped: %s",
                                    "%u answers no longer fit the pathway and are dropped: %s",
                                    dropped->len),
                          dropped->len, list->str);
  if (dropped->len == 1)
    plumb_window_toast (self, text);
  else
    plumb_window_report (self, _ ("Not all answers fit the new pathway"), text);
}

/* ---- the file --------------------------------------------------------------------------- */

static void
adapt (PlumbWindow *self, PlumbPathway *pathway)
{
  g_autoptr (GPtrArray) dropped = NULL;

  plumb_window_commit (self);
  replace_session (self, plumb_session_new_adapted (pathway, self->session, &dropped));
  if (dropped->len > 0)
    tell_dropped (self, dropped);
}

/* What cannot be read stays away from the screen, and what is there stays. */
static void
on_file_changed (PlumbWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_pathway_file_read (self->pathway_file, &error);

  if (pathway == NULL)
    {
      plumb_window_refuse_check (self, error->message);
      return;
    }
  /* The check goes on while the window is made anew. */
  plumb_window_check (self, pathway);
  adapt (self, pathway);
}

static void
set_file (PlumbWindow *self, PlumbPathwayFile *file)
{
  if (self->pathway_file != NULL)
    g_signal_handlers_disconnect_by_data (self->pathway_file, self);
  g_set_object (&self->pathway_file, file);
  if (file != NULL)
    g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self,
                             G_CONNECT_SWAPPED);
}

void
plumb_window_forget_pathway (PlumbWindow *self)
{
  set_file (self, NULL);
  g_clear_object (&self->next_file);
  g_clear_pointer (&self->next_pathway, plumb_pathway_unref);
}

/**
 * plumb_window_follow_pathway:
 * @self: a window with the pathway of @file
 * @file: where it was read from
 *
 * Reads the pathway anew whenever its file changes, keeps the answers that still fit, and
 * shows what the check finds.
 */
void
plumb_window_follow_pathway (PlumbWindow *self, PlumbPathwayFile *file)
{
  g_return_if_fail (PLUMB_IS_WINDOW (self));
  g_return_if_fail (PLUMB_IS_PATHWAY_FILE (file));

  set_file (self, file);
  plumb_window_show_check (self);
  plumb_window_check (self, plumb_session_get_pathway (self->session));
}

/* ---- another pathway -------------------------------------------------------------------- */

/* Once the changes are saved or given up. */
void
plumb_window_take_pathway (PlumbWindow *self)
{
  g_autoptr (PlumbPathway) pathway = g_steal_pointer (&self->next_pathway);
  g_autoptr (PlumbPathwayFile) file = g_steal_pointer (&self->next_file);

  if (pathway == NULL)
    return;
  replace_session (self, plumb_session_new (pathway));
  plumb_window_drop_check (self);
  if (file != NULL)
    plumb_window_follow_pathway (self, file);
  else
    set_file (self, NULL);
}

static gboolean
is_same (PlumbWindow *self, PlumbPathway *pathway)
{
  PlumbPathway *shown = plumb_session_get_pathway (self->session);

  return g_str_equal (plumb_pathway_get_id (shown), plumb_pathway_get_id (pathway));
}

/* Answers are taken to another version of the pathway, and never to another pathway. */
static void
move_to (PlumbWindow *self, PlumbPathway *pathway, PlumbPathwayFile *file)
{
  if (!is_same (self, pathway))
    {
      g_set_object (&self->next_file, file);
      g_clear_pointer (&self->next_pathway, plumb_pathway_unref);
      self->next_pathway = plumb_pathway_ref (pathway);
      plumb_window_proceed (self, PLUMB_WINDOW_PATHWAY);
      return;
    }
  adapt (self, pathway);
  plumb_window_drop_check (self);
  if (file != NULL)
    plumb_window_follow_pathway (self, file);
  else
    set_file (self, NULL);
}

/**
 * plumb_window_open_pathway:
 * @self: a window
 * @file: the file of a pathway
 *
 * Walks through another pathway. Where it is another version of the same, the answers that
 * still fit stay; else it first asks about changes that are not saved. When the file cannot
 * be read, says why and leaves everything as it is.
 */
void
plumb_window_open_pathway (PlumbWindow *self, GFile *file)
{
  g_autoptr (PlumbPathwayFile) opened = NULL;
  g_autoptr (PlumbPathway) pathway = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLUMB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  opened = plumb_pathway_file_new (file);
  pathway = plumb_pathway_file_read (opened, &error);
  if (pathway != NULL)
    move_to (self, pathway, opened);
  else
    plumb_window_report (self, _ ("The pathway could not be opened"), error->message);
}

/* ---- actions ---------------------------------------------------------------------------- */

static void
on_response (PlumbWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    plumb_window_open_pathway (self, file);
}

void
plumb_window_choose_pathway (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Open a pathway"), GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) pathways = gtk_file_filter_new ();

  gtk_file_filter_set_name (pathways, _ ("Pathways"));
  gtk_file_filter_add_pattern (pathways, "*.xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), pathways);
  plumb_window_choose_file (PLUMB_WINDOW (widget), chooser, G_CALLBACK (on_response));
}

void
plumb_window_open_example (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (EXAMPLE);

  plumb_window_open_pathway (PLUMB_WINDOW (widget), file);
}

void
plumb_window_open_builtin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_pathway_new_builtin (&error);

  if (pathway != NULL)
    move_to (PLUMB_WINDOW (widget), pathway, NULL);
  else
    plumb_window_report (PLUMB_WINDOW (widget), _ ("The pathway could not be opened"),
                         error->message);
}
