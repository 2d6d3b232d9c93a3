/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-cases.h"

#include "plumb-format.h"
#include "plumb-language.h"
#include "plumb-teaching-paper.h"

#include <glib/gi18n.h>

struct _PlumbTeachingCases
{
  AdwBin parent_instance;

  GtkEditable *name;
  GtkLabel *next;
  GtkLabel *refusals;
  GtkListBox *list;
  GtkWidget *play;
  GPtrArray *ids; /* char *, beside the rows */
};

G_DEFINE_FINAL_TYPE (PlumbTeachingCases, plumb_teaching_cases, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * plumb_teaching_cases_find_next:
 * @shelf: cases
 * @progress: (nullable): of the learner
 * @now: the time, in seconds since 1970, UTC
 *
 * Returns: (transfer none) (nullable): what to play next; %NULL when nothing is due and
 *   nothing is new
 */
PlumbCase *
plumb_teaching_cases_find_next (PlumbCaseShelf *shelf, PlumbProgress *progress, gint64 now)
{
  GPtrArray *cases;
  PlumbCase *fresh = NULL, *due = NULL;
  gint64 earliest = now;

  g_return_val_if_fail (shelf != NULL, NULL);

  cases = plumb_case_shelf_get_cases (shelf);
  for (guint i = 0; i < cases->len; i++)
    {
      PlumbCase *next = g_ptr_array_index (cases, i);
      gint64 when
          = progress != NULL ? plumb_progress_get_due (progress, plumb_case_get_id (next)) : 0;

      if (when == 0 && fresh == NULL)
        fresh = next;
      if (when == 0 || when > earliest)
        continue;
      earliest = when;
      due = next;
    }

  return due != NULL ? due : fresh;
}

/* Rows */

static const char *
describe_difficulty (guint difficulty)
{
  switch (difficulty)
    {
    case 1:
      return _ ("Easy");
    case 2:
      return _ ("Medium");
    default:
      return _ ("Hard");
    }
}

static char *
describe_play (PlumbProgress *progress, PlumbCase *teaching_case, gint64 now)
{
  const char *id = plumb_case_get_id (teaching_case);
  const PlumbProgressPlay *play = progress != NULL ? plumb_progress_find_play (progress, id) : NULL;
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *day = NULL;
  g_autofree char *iso = NULL;

  if (play == NULL)
    return g_strdup (_ ("Not played yet"));
  if (plumb_progress_get_due (progress, id) <= now)
    /* Translators: %u: points of 100. */
    return g_strdup_printf (_ ("Last time %u of 100 points; repeat it now"), play->points);
  due = g_date_time_new_from_unix_local (plumb_progress_get_due (progress, id));
  iso = g_date_time_format (due, "%Y-%m-%d");
  day = plumb_format_day (iso, plumb_app_language ());

  /* Translators: points of 100, and a day. */
  return g_strdup_printf (_ ("Last time %u of 100 points; repeat it on %s"), play->points, day);
}

static char *
describe (PlumbProgress *progress, PlumbCase *teaching_case, gint64 now)
{
  GPtrArray *traps = plumb_case_get_traps (teaching_case);
  g_autofree char *play = describe_play (progress, teaching_case, now);
  GString *text = g_string_new (describe_difficulty (plumb_case_get_difficulty (teaching_case)));

  g_string_append_printf (text, " · %s", play);
  if (progress == NULL
      || plumb_progress_find_play (progress, plumb_case_get_id (teaching_case)) == NULL)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < traps->len; i++)
    g_string_append_printf (
        text, "\n%s",
        plumb_text_get (((const PlumbTrap *) g_ptr_array_index (traps, i))->title,
                        plumb_app_language ()));

  return g_string_free (text, FALSE);
}

static void
add_present_button (AdwActionRow *row, PlumbCase *teaching_case)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Present…"));
  /* Translators: read aloud for a button; %s: the title of a case. */
  g_autofree char *name
      = g_strdup_printf (_ ("Present %s"), plumb_text_get (plumb_case_get_title (teaching_case),
                                                           plumb_app_language ()));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Present it to a room, full screen (F5)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    plumb_case_get_id (teaching_case));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "teach.present-case");
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
create_menu_button (PlumbCase *teaching_case)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu
      = plumb_teaching_paper_create_menu (plumb_case_get_id (teaching_case));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Print, export or edit the case"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_row (PlumbTeachingCases *self, PlumbCase *teaching_case, PlumbProgress *progress, gint64 now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (progress, teaching_case, now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      plumb_text_get (plumb_case_get_title (teaching_case), plumb_app_language ()));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_present_button (ADW_ACTION_ROW (row), teaching_case);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (teaching_case));
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->ids, g_strdup (plumb_case_get_id (teaching_case)));
}

static void
show_refusals (PlumbTeachingCases *self, PlumbCaseShelf *shelf)
{
  GPtrArray *refusals = plumb_case_shelf_get_refusals (shelf);
  GString *text = g_string_new (_ ("These files are no cases that can be played:"));

  for (guint i = 0; i < refusals->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (refusals, i));
  gtk_label_set_text (self->refusals, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), refusals->len > 0);
  g_string_free (text, TRUE);
}

static void
show_next (PlumbTeachingCases *self, PlumbCase *next)
{
  g_autofree char *text = NULL;

  if (next != NULL)
    /* Translators: %s: the title of a case. */
    text = g_strdup_printf (_ ("Next: %s"),
                            plumb_text_get (plumb_case_get_title (next), plumb_app_language ()));
  gtk_label_set_text (self->next, text != NULL ? text : _ ("Nothing is left to repeat for now."));
}

/**
 * plumb_teaching_cases_show:
 * @self: a page
 * @shelf: the cases
 * @progress: (nullable): of the learner
 * @now: the time, in seconds since 1970, UTC
 */
void
plumb_teaching_cases_show (PlumbTeachingCases *self,
                           PlumbCaseShelf *shelf,
                           PlumbProgress *progress,
                           gint64 now)
{
  GPtrArray *cases;
  GtkWidget *child;

  g_return_if_fail (PLUMB_IS_TEACHING_CASES (self));
  g_return_if_fail (shelf != NULL);

  cases = plumb_case_shelf_get_cases (shelf);
  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < cases->len; i++)
    add_row (self, g_ptr_array_index (cases, i), progress, now);
  show_refusals (self, shelf);
  show_next (self, plumb_teaching_cases_find_next (shelf, progress, now));
}

static void
on_row_activated (PlumbTeachingCases *self, GtkListBoxRow *row)
{
  g_autofree char *id
      = g_strdup (g_ptr_array_index (self->ids, (guint) gtk_list_box_row_get_index (row)));

  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
on_name (PlumbTeachingCases *self)
{
  g_signal_emit (self, signals[NAMED], 0, gtk_editable_get_text (self->name));
}

/**
 * plumb_teaching_cases_get_focused:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the case on which the keyboard stands
 */
const char *
plumb_teaching_cases_get_focused (PlumbTeachingCases *self)
{
  GtkWidget *row;

  g_return_val_if_fail (PLUMB_IS_TEACHING_CASES (self), NULL);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (!GTK_IS_LIST_BOX_ROW (row) || !gtk_widget_get_mapped (row))
    return NULL;

  return g_ptr_array_index (self->ids, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

const char *
plumb_teaching_cases_get_name (PlumbTeachingCases *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_CASES (self), NULL);

  return gtk_editable_get_text (self->name);
}

void
plumb_teaching_cases_set_name (PlumbTeachingCases *self, const char *name)
{
  g_return_if_fail (PLUMB_IS_TEACHING_CASES (self));

  gtk_editable_set_text (self->name, name);
}

void
plumb_teaching_cases_focus_next (PlumbTeachingCases *self)
{
  g_return_if_fail (PLUMB_IS_TEACHING_CASES (self));

  gtk_widget_grab_focus (self->play);
}

static void
plumb_teaching_cases_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TEACHING_CASES (object)->ids);

  G_OBJECT_CLASS (plumb_teaching_cases_parent_class)->finalize (object);
}

static void
plumb_teaching_cases_class_init (PlumbTeachingCasesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_cases_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-cases.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingCases, name);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingCases, next);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingCases, refusals);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingCases, list);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingCases, play);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name);
}

static void
plumb_teaching_cases_init (PlumbTeachingCases *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
