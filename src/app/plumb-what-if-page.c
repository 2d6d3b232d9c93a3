/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-what-if-page.h"

#include "plumb-what-if-row.h"

#include <glib/gi18n.h>

/* More than these are there to be asked for. */
#define FIRST_ROWS 24

struct _PlumbWhatIfPage
{
  AdwBin parent_instance;

  GtkWidget *close;
  GtkLabel *nothing;
  GtkBox *rows;
  GtkButton *all;

  PlumbSession *session;
  GSignalGroup *signals;
  PlumbPossibleAnswers *answers; /* NULL until they are first seen */
  PlumbEvaluation *seen;         /* to which they belong */
  guint n_shown;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (PlumbWhatIfPage, plumb_what_if_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CLOSABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- groups ----------------------------------------------------------------------------- */

static gboolean
is_answered (const PlumbPossibleAnswer *possible)
{
  return plumb_evaluation_get_answer (plumb_what_if_get_before (possible->effect),
                                      possible->finding)
             ->type
         != PLUMB_VALUE_NULL;
}

/* What begins a group; the same pointer for all of it. */
static const char *
get_heading (const PlumbPossibleAnswer *possible)
{
  if (is_answered (possible))
    /* Translators: above answers that differ from what was answered. */
    return _ ("If it were answered in another way");
  switch (plumb_what_if_get_urgency (possible->effect))
    {
    case PLUMB_URGENCY_EMERGENCY:
      /* Translators: above answers that would bring or remove advice for an emergency. */
      return _ ("Not asked yet: emergencies");
    case PLUMB_URGENCY_SAME_DAY:
      /* Translators: above answers that would bring or remove advice for the same day. */
      return _ ("Not asked yet: for the same day");
    case PLUMB_URGENCY_URGENT:
      /* Translators: above answers that would bring or remove urgent advice. */
      return _ ("Not asked yet: urgent advice");
    case PLUMB_URGENCY_ROUTINE:
    default:
      /* Translators: above answers that would bring or remove advice that is not urgent. */
      return _ ("Not asked yet: other advice");
    }
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "pane-heading");

  return label;
}

/* ---- rows ------------------------------------------------------------------------------- */

static void
clear_rows (PlumbWhatIfPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  self->n_shown = 0;
}

static void
show_rest (PlumbWhatIfPage *self)
{
  guint n = plumb_possible_answers_get_length (self->answers);
  guint n_more = n - self->n_shown;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->all), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n == 0);
  /* Translators: a button below a list that shows only its beginning. */
  text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
  gtk_button_set_label (self->all, text);
}

static void
add_rows (PlumbWhatIfPage *self, guint n)
{
  const char *heading
      = self->n_shown > 0
            ? get_heading (plumb_possible_answers_get (self->answers, self->n_shown - 1))
            : NULL;

  for (; self->n_shown < n; self->n_shown++)
    {
      const char *next = get_heading (plumb_possible_answers_get (self->answers, self->n_shown));

      if (next != heading)
        gtk_box_append (self->rows, create_heading (next));
      heading = next;
      gtk_box_append (self->rows,
                      plumb_what_if_row_new (self->session, self->answers, self->n_shown));
    }
  show_rest (self);
}

/* A row, or the first one after it. */
static gboolean
focus_row (GtkWidget *row)
{
  while (row != NULL && !PLUMB_IS_WHAT_IF_ROW (row))
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
on_all (PlumbWhatIfPage *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));

  add_rows (self, plumb_possible_answers_get_length (self->answers));
  /* The keyboard goes on where the list goes on: the button is gone. */
  focus_row (last != NULL ? gtk_widget_get_next_sibling (last) : NULL);
}

/* ---- keeping up ------------------------------------------------------------------------- */

static void
forget (PlumbWhatIfPage *self)
{
  clear_rows (self);
  g_clear_pointer (&self->answers, plumb_possible_answers_free);
  g_clear_pointer (&self->seen, plumb_evaluation_unref);
}

static void
build (PlumbWhatIfPage *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);

  if (self->seen == evaluation)
    return;
  forget (self);
  self->seen = plumb_evaluation_ref (evaluation);
  self->answers = plumb_possible_answers_new (evaluation);
  add_rows (self, MIN (plumb_possible_answers_get_length (self->answers), FIRST_ROWS));
}

static gboolean
build_now (gpointer data)
{
  PlumbWhatIfPage *self = data;

  self->idle_id = 0;
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    build (self);

  return G_SOURCE_REMOVE;
}

/* After the frame that answers the click. */
static void
on_evaluation (PlumbWhatIfPage *self)
{
  if (self->idle_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, build_now, self, NULL);
}

static void
on_trial (PlumbWhatIfPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PLUMB_IS_WHAT_IF_ROW (row))
      plumb_what_if_row_update (PLUMB_WHAT_IF_ROW (row));
}

static void
plumb_what_if_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plumb_what_if_page_parent_class)->map (widget);

  if (PLUMB_WHAT_IF_PAGE (widget)->session != NULL)
    build (PLUMB_WHAT_IF_PAGE (widget));
}

static void
set_session (PlumbWhatIfPage *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  on_evaluation (self);
}

/* ---- the object ------------------------------------------------------------------------- */

static gboolean
plumb_what_if_page_grab_focus (GtkWidget *widget)
{
  PlumbWhatIfPage *self = PLUMB_WHAT_IF_PAGE (widget);

  return focus_row (gtk_widget_get_first_child (GTK_WIDGET (self->rows)))
         || gtk_widget_grab_focus (self->close);
}

static void
plumb_what_if_page_dispose (GObject *object)
{
  PlumbWhatIfPage *self = PLUMB_WHAT_IF_PAGE (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->rows != NULL)
    forget (self);
  self->rows = NULL;
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_what_if_page_parent_class)->dispose (object);
}

static void
plumb_what_if_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbWhatIfPage *self = PLUMB_WHAT_IF_PAGE (object);

  switch (id)
    {
    case PROP_CLOSABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->close));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_what_if_page_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlumbWhatIfPage *self = PLUMB_WHAT_IF_PAGE (object);

  switch (id)
    {
    case PROP_CLOSABLE:
      if (gtk_widget_get_visible (self->close) == g_value_get_boolean (value))
        break;
      gtk_widget_set_visible (self->close, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_what_if_page_class_init (PlumbWhatIfPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_what_if_page_dispose;
  object_class->get_property = plumb_what_if_page_get_property;
  object_class->set_property = plumb_what_if_page_set_property;
  widget_class->map = plumb_what_if_page_map;
  widget_class->grab_focus = plumb_what_if_page_grab_focus;

  properties[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "whatifpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-what-if-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfPage, close);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfPage, rows);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfPage, all);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
plumb_what_if_page_init (PlumbWhatIfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (on_evaluation),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::trial", G_CALLBACK (on_trial), self);
}

/**
 * plumb_what_if_page_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
plumb_what_if_page_new (PlumbSession *session)
{
  PlumbWhatIfPage *self = g_object_new (PLUMB_TYPE_WHAT_IF_PAGE, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}

guint
plumb_what_if_page_get_length (PlumbWhatIfPage *self)
{
  g_return_val_if_fail (PLUMB_IS_WHAT_IF_PAGE (self), 0);

  return self->answers != NULL ? plumb_possible_answers_get_length (self->answers) : 0;
}
