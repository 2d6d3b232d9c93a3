/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-score-sheet.h"

#include "plumb-format.h"
#include "plumb-language.h"
#include "plumb-score-item.h"

#include <glib/gi18n.h>

/* A questionnaire as a sheet of its items with the running score. Every click is
 * an answer at once; closing the sheet keeps them. */
struct _PlumbScoreSheet
{
  AdwWindow parent_instance;

  GtkLabel *prompt;
  GtkBox *items_box;
  GtkLabel *count;
  GtkLabel *fields;
  GtkLabel *result;
  GtkLabel *copyright;

  PlumbSession *session;
  const PlumbScore *score;
  GPtrArray *items; /* PlumbScoreItem, borrowed */
  guint current;    /* the item that the next key answers */
};

G_DEFINE_FINAL_TYPE (PlumbScoreSheet, plumb_score_sheet, ADW_TYPE_WINDOW)

/* The running score */

static guint
count_answered (PlumbScoreSheet *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  guint n = 0;

  for (guint i = 0; i < self->score->items->len; i++)
    {
      const PlumbFinding *item = g_ptr_array_index (self->score->items, i);

      n += plumb_evaluation_get_answer (evaluation, item)->type != PLUMB_VALUE_NULL;
    }

  return n;
}

/* The words for the fields that a score may have. */
static const char *
name_field (const char *field)
{
  if (g_str_equal (field, "total"))
    return _ ("Total score");
  if (g_str_equal (field, "subscore"))
    return _ ("Subscore");

  return field;
}

/* A result that is a choice of the finding that can be entered instead. */
static const PlumbChoice *
find_result (PlumbScoreSheet *self, const PlumbValue *value)
{
  if (self->score->entered == NULL || value->type != PLUMB_VALUE_STRING)
    return NULL;

  return plumb_finding_lookup_choice (self->score->entered, value->string);
}

static void
append_field (GString *text, const char *field, const PlumbValue *value)
{
  g_autofree char *number = NULL;

  if (value->type != PLUMB_VALUE_INTEGER)
    return;
  number = plumb_format_number (value->integer, plumb_app_language ());
  if (text->len > 0)
    g_string_append (text, " · ");
  /* Translators: a part of a score and its value, such as "Total score: 7". */
  g_string_append_printf (text, _ ("%1$s: %2$s"), name_field (field), number);
}

static void
show_result (PlumbScoreSheet *self, const PlumbChoice *choice, gboolean complete)
{
  g_autofree char *text = NULL;

  /* A group that was entered by hand is no result of these items. */
  if (choice != NULL && complete)
    /* Translators: the result of a questionnaire, such as "Risk group: High". */
    text = g_strdup_printf (_ ("Risk group: %s"),
                            plumb_text_get (choice->label, plumb_app_language ()));
  else
    text = g_strdup_printf (_ ("Not scored until all %u are answered"), self->items->len);
  gtk_label_set_text (self->result, text);
  if (choice != NULL && complete)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "scored");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "scored");
}

static void
update (PlumbScoreSheet *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  guint n_answered = count_answered (self);
  const PlumbChoice *choice = NULL;
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->score->field_terms->len; i++)
    {
      const PlumbTerm *term = g_ptr_array_index (self->score->field_terms, i);
      const PlumbValue *value = plumb_evaluation_get_term (evaluation, term);

      append_field (fields, g_ptr_array_index (self->score->field_names, i), value);
      if (choice == NULL)
        choice = find_result (self, value);
    }
  /* Translators: how many items of a questionnaire are answered, of how many. */
  count = g_strdup_printf (_ ("%u of %u answered"), n_answered, self->items->len);
  gtk_label_set_text (self->count, count);
  /* The line keeps its place, so that the footer never covers an item. */
  gtk_label_set_text (self->fields, fields->len > 0 ? fields->str : " ");
  show_result (self, choice, n_answered == self->items->len);
}

/* The keyboard */

static void
set_current (PlumbScoreSheet *self, guint position)
{
  if (position >= self->items->len)
    return;
  plumb_score_item_set_current (g_ptr_array_index (self->items, self->current), FALSE);
  self->current = position;
  plumb_score_item_set_current (g_ptr_array_index (self->items, position), TRUE);
}

static void
go_to (PlumbScoreSheet *self, guint position)
{
  if (position >= self->items->len)
    return;
  set_current (self, position);
  gtk_widget_grab_focus (g_ptr_array_index (self->items, position));
}

static void
on_focus (PlumbScoreSheet *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *item = focus != NULL ? gtk_widget_get_ancestor (focus, PLUMB_TYPE_SCORE_ITEM) : NULL;
  guint position;

  if (item != NULL && g_ptr_array_find (self->items, item, &position))
    set_current (self, position);
}

static gboolean
on_key (PlumbScoreSheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    go_to (self, self->current + 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_BackSpace)
    go_to (self, self->current - 1);
  else if (plumb_score_item_press_key (g_ptr_array_index (self->items, self->current), keyval))
    go_to (self, self->current + 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The window */

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_session_undo (PLUMB_SCORE_SHEET (widget)->session);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_session_redo (PLUMB_SCORE_SHEET (widget)->session);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "sheet.redo", NULL, redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "sheet.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "sheet.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "sheet.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plumb_score_sheet_dispose (GObject *object)
{
  PlumbScoreSheet *self = PLUMB_SCORE_SHEET (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_score_sheet_parent_class)->dispose (object);
}

static void
plumb_score_sheet_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_SCORE_SHEET (object)->items);

  G_OBJECT_CLASS (plumb_score_sheet_parent_class)->finalize (object);
}

static void
plumb_score_sheet_class_init (PlumbScoreSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_score_sheet_dispose;
  object_class->finalize = plumb_score_sheet_finalize;

  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-score-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, prompt);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, items_box);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, count);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, fields);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, result);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreSheet, copyright);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
plumb_score_sheet_init (PlumbScoreSheet *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_items (PlumbScoreSheet *self)
{
  for (guint i = 0; i < self->score->items->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->score->items, i);
      PlumbScoreItem *item = plumb_score_item_new (self->session, finding, i + 1);

      gtk_box_append (self->items_box, GTK_WIDGET (item));
      g_ptr_array_add (self->items, item);
    }
}

static void
show_texts (PlumbScoreSheet *self)
{
  const char *language = plumb_app_language ();

  gtk_window_set_title (GTK_WINDOW (self), plumb_text_get (self->score->title, language));
  gtk_label_set_text (self->prompt, plumb_text_get (self->score->prompt, language));
  gtk_label_set_text (self->copyright, plumb_text_get (self->score->copyright, language));
}

/**
 * plumb_score_sheet_new:
 * @session: a session
 * @score: a score of its pathway
 *
 * Returns: (transfer none): a window for the items of @score, owned by GTK until
 *   it is destroyed
 */
PlumbScoreSheet *
plumb_score_sheet_new (PlumbSession *session, const PlumbScore *score)
{
  PlumbScoreSheet *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (score != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_SCORE_SHEET, NULL);
  self->session = g_object_ref (session);
  self->score = score;
  show_texts (self);
  add_items (self);
  update (self);
  go_to (self, 0);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reset", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus), NULL);

  return self;
}

/* Opens the sheet above the window of a widget. */
void
plumb_score_sheet_present (PlumbSession *session, const PlumbScore *score, GtkWidget *parent)
{
  PlumbScoreSheet *self = plumb_score_sheet_new (session, score);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}
