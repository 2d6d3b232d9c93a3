/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of widgets need: a session to show, and a window to show it in. */

#include "plumb-session.h"
#include "plumb-style.h"
#include "plumb-test.h"

#include <adwaita.h>

static inline void
plumb_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  plumb_style_load (gdk_display_get_default ());
}

static inline PlumbSession *
plumb_test_session (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbSession *session = plumb_session_new (pathway);
  GDate today = plumb_test_today ();

  plumb_consultation_set_today (plumb_session_get_consultation (session), &today);

  return session;
}

/* answers: as plumb_test_consultation() takes them; one undo step. */
static inline void
plumb_test_answer (PlumbSession *session, const char *answers)
{
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  g_autoptr (PlumbConsultation) wanted = plumb_test_consultation (pathway, answers);
  const PlumbValue *values = plumb_consultation_get_answers (wanted);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      PlumbAnswer answer = { g_ptr_array_index (findings, i), values[i] };

      if (values[i].type != PLUMB_VALUE_NULL)
        g_array_append_val (given, answer);
    }
  plumb_session_answer_many (session, (const PlumbAnswer *) (gpointer) given->data, given->len,
                             &error);
  g_assert_no_error (error);
}

/* Until nothing is left to do: layout, idle work, frames. */
static inline void
plumb_test_settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static inline GtkWidget *
plumb_test_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();

  return window;
}

static inline GtkWidget *
plumb_test_search (GtkWidget *root, GType type, guint *n)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = plumb_test_search (child, type, n);

  return found;
}

/* Of a type, root or below it: the nth from 0 in the order of the screen, or NULL. */
static inline GtkWidget *
plumb_test_find_nth (GtkWidget *root, GType type, guint n)
{
  return plumb_test_search (root, type, &n);
}

static inline GtkWidget *
plumb_test_find (GtkWidget *root, GType type)
{
  return plumb_test_find_nth (root, type, 0);
}

/* What the template of a widget gives a name. */
static inline gpointer
plumb_test_get_part (gpointer widget, const char *name)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (part);

  return part;
}

/* Nobody else holds a reference to a widget that was never shown. */
static inline void
plumb_test_check_finalized (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

/* Nor to one that was. */
static inline void
plumb_test_check_finalized_shown (GtkWidget *widget)
{
  GtkWidget *window;

  g_object_ref_sink (widget);
  window = plumb_test_show (widget);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  plumb_test_settle ();
  g_assert_finalize_object (widget);
  gtk_window_destroy (GTK_WINDOW (window));
}
