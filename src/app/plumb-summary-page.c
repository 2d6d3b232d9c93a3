/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-summary-page.h"

#include "plumb-language.h"
#include "plumb-page-view.h"
#include "plumb-painter.h"
#include "plumb-print-operation.h"
#include "plumb-summary.h"

struct _PlumbSummaryPage
{
  AdwBin parent_instance;

  GtkBox *pages;

  PlumbSession *session;
  GSignalGroup *signals;
  PlumbPainter *painter; /* of the pages shown */
  gboolean outdated;
};

G_DEFINE_FINAL_TYPE (PlumbSummaryPage, plumb_summary_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clear (PlumbSummaryPage *self)
{
  GtkWidget *page;

  while (self->pages != NULL
         && (page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  g_clear_pointer (&self->painter, plumb_painter_free);
}

static PlumbPainter *
create_painter (PlumbSummaryPage *self)
{
  g_autoptr (GtkPageSetup) setup = plumb_print_operation_load_page_setup ();
  g_autoptr (PlumbDocument) document
      = plumb_summary_new (plumb_session_get_evaluation (self->session), plumb_app_language ());

  return plumb_painter_new (document, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                            gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
}

/* To whoever cannot see the pages they say the same in words, on the first of them. */
static void
describe_first (GtkWidget *page, PlumbPainter *painter)
{
  g_autofree char *text = plumb_document_to_text (plumb_painter_get_document (painter));

  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
rebuild (PlumbSummaryPage *self)
{
  clear (self);
  self->outdated = FALSE;
  if (self->session == NULL)
    return;
  self->painter = create_painter (self);
  for (guint i = 0; i < plumb_painter_get_n_pages (self->painter); i++)
    {
      GtkWidget *page = plumb_page_view_new (self->painter, i);

      if (i == 0)
        describe_first (page, self->painter);
      gtk_box_append (self->pages, page);
    }
}

static void
update (PlumbSummaryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
  else
    self->outdated = TRUE;
}

static void
set_session (PlumbSummaryPage *self, PlumbSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* The object */

static void
plumb_summary_page_map (GtkWidget *widget)
{
  PlumbSummaryPage *self = PLUMB_SUMMARY_PAGE (widget);

  if (self->outdated)
    rebuild (self);

  GTK_WIDGET_CLASS (plumb_summary_page_parent_class)->map (widget);
}

static void
plumb_summary_page_dispose (GObject *object)
{
  PlumbSummaryPage *self = PLUMB_SUMMARY_PAGE (object);

  clear (self);
  self->pages = NULL;
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_summary_page_parent_class)->dispose (object);
}

static void
plumb_summary_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, PLUMB_SUMMARY_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_summary_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    set_session (PLUMB_SUMMARY_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_summary_page_class_init (PlumbSummaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_summary_page_dispose;
  object_class->get_property = plumb_summary_page_get_property;
  object_class->set_property = plumb_summary_page_set_property;
  widget_class->map = plumb_summary_page_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "summarypage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbSummaryPage, pages);
}

static void
plumb_summary_page_init (PlumbSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (update), self);
}

/**
 * plumb_summary_page_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
plumb_summary_page_new (PlumbSession *session)
{
  return g_object_new (PLUMB_TYPE_SUMMARY_PAGE, "session", session, NULL);
}
