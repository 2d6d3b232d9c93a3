/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search-dialog.h"

#include "plumb-language.h"
#include "plumb-place-page.h"
#include "plumb-place-row.h"
#include "plumb-place-words.h"
#include "plumb-search.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of each kind; the rest when it is asked for. */
#define MOST_OF_A_KIND 6

struct _PlumbSearchDialog
{
  AdwWindow parent_instance;

  GtkWidget *back;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkLabel *message;
  GtkListBox *list;
  AdwBin *page_place;
  GtkLabel *count;

  PlumbSession *session;
  PlumbSearch *search;
  GPtrArray *results; /* PlumbSearchResult */
  GArray *history;    /* PlumbPlace: the pages that are open, the last one in sight */
  gboolean shows_all[PLUMB_N_PLACE_KINDS];
};

G_DEFINE_FINAL_TYPE (PlumbSearchDialog, plumb_search_dialog, ADW_TYPE_WINDOW)

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Results */

static guint
count_kind (PlumbSearchDialog *self, PlumbPlaceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->results->len; i++)
    n += ((const PlumbSearchResult *) g_ptr_array_index (self->results, i))->place.kind == kind;

  return n;
}

static void
add_more (PlumbSearchDialog *self, PlumbPlaceKind kind, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: a row of a list that shows the rest of it: how many there are, of what kind. */
  g_autofree char *text
      = g_strdup_printf (_ ("Show all %u: %s"), n, plumb_place_kind_heading (kind));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (row, "more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  gtk_list_box_append (self->list, row);
}

/* first: the first result of its kind. Returns: the first of the next */
static guint
add_kind (PlumbSearchDialog *self, guint first)
{
  PlumbPlaceKind kind
      = ((const PlumbSearchResult *) g_ptr_array_index (self->results, first))->place.kind;
  guint n = count_kind (self, kind);
  /* One more row takes no more room than the row that offers it. */
  guint shown = self->shows_all[kind] || n <= MOST_OF_A_KIND + 1 ? n : MOST_OF_A_KIND;

  for (guint i = first; i < first + shown; i++)
    gtk_list_box_append (self->list,
                         plumb_place_row_new_for_result (g_ptr_array_index (self->results, i)));
  if (shown < n)
    add_more (self, kind, n);

  return first + n;
}

static void
fill_list (PlumbSearchDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint first = 0; first < self->results->len;)
    first = add_kind (self, first);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
show_count (PlumbSearchDialog *self)
{
  guint n = self->results->len;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (
        ngettext ("Found in %u place.", "Found in %u places, the best first.", n), n);
  gtk_label_set_text (self->count, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

static void
show_results (PlumbSearchDialog *self)
{
  gboolean asked = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  g_array_set_size (self->history, 0);
  gtk_widget_set_visible (self->back, FALSE);
  adw_bin_set_child (self->page_place, NULL);
  gtk_label_set_text (self->message,
                      asked ? _ ("Nothing in the pathway has all of these words. Try fewer words, "
                                 "or only the beginning of one.")
                            : _ ("Type one word or several, or the number of a statement. "
                                 "The beginning of a word is enough."));
  gtk_stack_set_visible_child_name (self->stack, self->results->len > 0 ? "results" : "message");
  show_count (self);
}

static void
on_changed (PlumbSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = plumb_search_query (self->search, text);
  memset (self->shows_all, 0, sizeof self->shows_all);
  fill_list (self);
  show_results (self);
}

/* Pages */

static void show_page (PlumbSearchDialog *self);

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbSearchDialog *self = PLUMB_SEARCH_DIALOG (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->history->len == 0)
    return;
  g_array_set_size (self->history, self->history->len - 1);
  if (self->history->len > 0)
    {
      show_page (self);
      return;
    }
  show_results (self);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

static void
choose (PlumbSearchDialog *self, const PlumbPlace *chosen)
{
  g_autoptr (PlumbSearchDialog) keep = g_object_ref (self);
  PlumbPlace place = *chosen;

  if (place.kind >= PLUMB_PLACE_DISAGREEMENT)
    {
      g_array_append_val (self->history, place);
      show_page (self);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[GO], 0, &place);
}

static void
show_page (PlumbSearchDialog *self)
{
  GtkWidget *page
      = plumb_place_page_new (plumb_session_get_pathway (self->session),
                              &g_array_index (self->history, PlumbPlace, self->history->len - 1));

  g_signal_connect_object (page, "chosen", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->page_place, page);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "page");
  gtk_widget_grab_focus (page);
}

/* The list */

static void
show_all (PlumbSearchDialog *self, GtkListBoxRow *more)
{
  int index = gtk_list_box_row_get_index (more);
  GtkListBoxRow *row;

  self->shows_all[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (more), "kind"))] = TRUE;
  fill_list (self);
  row = gtk_list_box_get_row_at_index (self->list, index);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_activated (PlumbSearchDialog *self, GtkListBoxRow *row)
{
  if (PLUMB_IS_PLACE_ROW (row))
    choose (self, plumb_place_row_get_place (PLUMB_PLACE_ROW (row)));
  else
    show_all (self, row);
}

static void
on_entry_activated (PlumbSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && self->results->len > 0)
    on_row_activated (self, row);
}

/* From the entry into the list, and from its first row back. */
static gboolean
on_entry_key (PlumbSearchDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (self->history->len > 0)
    gtk_widget_grab_focus (adw_bin_get_child (self->page_place));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static gboolean
on_keynav_failed (PlumbSearchDialog *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* The window */

static void
plumb_search_dialog_dispose (GObject *object)
{
  g_clear_object (&PLUMB_SEARCH_DIALOG (object)->session);

  G_OBJECT_CLASS (plumb_search_dialog_parent_class)->dispose (object);
}

static void
plumb_search_dialog_finalize (GObject *object)
{
  PlumbSearchDialog *self = PLUMB_SEARCH_DIALOG (object);

  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->search, plumb_search_free);
  g_array_unref (self->history);

  G_OBJECT_CLASS (plumb_search_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, back);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, page_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbSearchDialog, count);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
}

static void
plumb_search_dialog_class_init (PlumbSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_search_dialog_finalize;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "search.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "search.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plumb_search_dialog_init (PlumbSearchDialog *self)
{
  self->history = g_array_new (FALSE, FALSE, sizeof (PlumbPlace));
  self->results = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, plumb_place_row_update_header, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * plumb_search_dialog_new:
 * @session: a session
 *
 * Returns: (transfer none): a window that searches the pathway of @session, owned by
 *   GTK until it is destroyed
 */
GtkWidget *
plumb_search_dialog_new (PlumbSession *session)
{
  PlumbSearchDialog *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);

  self = g_object_new (PLUMB_TYPE_SEARCH_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->search = plumb_search_new (plumb_session_get_pathway (session), plumb_app_language ());
  show_results (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return GTK_WIDGET (self);
}

/* As if somebody had typed it. */
void
plumb_search_dialog_set_text (PlumbSearchDialog *self, const char *text)
{
  g_return_if_fail (PLUMB_IS_SEARCH_DIALOG (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}
