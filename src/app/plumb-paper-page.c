/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-paper-page-private.h"

#include "plumb-handout.h"
#include "plumb-language.h"
#include "plumb-page-view.h"
#include "plumb-settings.h"
#include "plumb-words.h"

G_DEFINE_FINAL_TYPE (PlumbPaperPage, plumb_paper_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- the pages -------------------------------------------------------------------------- */

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
clear (PlumbPaperPage *self)
{
  if (self->pages != NULL)
    remove_children (self->pages);
  g_clear_pointer (&self->painter, plumb_painter_free);
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
show_pages (PlumbPaperPage *self)
{
  self->painter = plumb_paper_page_create_painter (self, self->shown);
  for (guint i = 0; i < plumb_painter_get_n_pages (self->painter); i++)
    {
      GtkWidget *page = plumb_page_view_new (self->painter, i);

      if (i == 0)
        describe_first (page, self->painter);
      gtk_box_append (self->pages, page);
    }
}

static void show_items (PlumbPaperPage *self);

static void
rebuild (PlumbPaperPage *self)
{
  clear (self);
  self->outdated = FALSE;
  if (self->session == NULL)
    return;
  show_items (self);
  show_pages (self);
}

void
plumb_paper_page_update (PlumbPaperPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
  else
    self->outdated = TRUE;
}

/* ---- what the handout holds ------------------------------------------------------------- */

static const PlumbRecommendation *
get_advice (GtkWidget *item)
{
  return g_object_get_data (G_OBJECT (item), "advice");
}

/* What is left out is a choice about this patient: it is kept with the consultation. */
static void
on_item (GtkCheckButton *button, PlumbPaperPage *self)
{
  plumb_session_set_left_out (self->session, get_advice (GTK_WIDGET (button)),
                              !gtk_check_button_get_active (button));
}

static void
show_choice (PlumbPaperPage *self, GtkWidget *item)
{
  const PlumbStance *stance = plumb_session_get_stance (self->session, get_advice (item));

  g_signal_handlers_block_by_func (item, on_item, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (item), !stance->left_out);
  g_signal_handlers_unblock_by_func (item, on_item, self);
}

/* The title of what is to be avoided names the thing alone: beside a tick it would read as advice. */
static char *
name_item (const PlumbRecommendation *advice)
{
  const char *language = plumb_app_language ();
  const char *title = plumb_text_get (advice->title, language);

  if (advice->strength != PLUMB_STRENGTH_AVOID)
    return g_strdup (title);

  return g_strdup_printf (plumb_words (language, "%1$s: %2$s"), plumb_words (language, "Avoid"),
                          title);
}

static GtkWidget *
create_item (PlumbPaperPage *self, PlumbRecommendation *advice)
{
  g_autofree char *name = name_item (advice);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_object_set_data (G_OBJECT (button), "advice", advice);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_item), self, 0);

  return button;
}

static gboolean
shows_items (PlumbPaperPage *self, GPtrArray *items)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->items));

  for (guint i = 0; i < items->len; i++, child = gtk_widget_get_next_sibling (child))
    if (child == NULL || get_advice (child) != g_ptr_array_index (items, i))
      return FALSE;

  return child == NULL;
}

/* Items that stay are not made anew: the keyboard may be on one of them. */
static void
show_items (PlumbPaperPage *self)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->shown == PLUMB_PAPER_HANDOUT)
    items = plumb_handout_list_items (plumb_session_get_evaluation (self->session));
  else
    items = g_ptr_array_new ();
  if (!shows_items (self, items))
    {
      remove_children (self->items);
      for (guint i = 0; i < items->len; i++)
        gtk_box_append (self->items, create_item (self, g_ptr_array_index (items, i)));
    }
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    show_choice (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self->items_box), items->len > 0);
}

/* ---- the kind ------------------------------------------------------------------------- */

/**
 * plumb_paper_page_set_kind:
 * @self: a page
 * @kind: the document to show
 */
void
plumb_paper_page_set_kind (PlumbPaperPage *self, PlumbPaperKind kind)
{
  g_return_if_fail (PLUMB_IS_PAPER_PAGE (self));
  g_return_if_fail (kind < PLUMB_N_PAPERS);

  if (self->shown == kind)
    return;
  self->shown = kind;
  plumb_paper_page_show_choices (self);
  plumb_paper_page_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

PlumbPaperKind
plumb_paper_page_get_kind (PlumbPaperPage *self)
{
  g_return_val_if_fail (PLUMB_IS_PAPER_PAGE (self), PLUMB_PAPER_SUMMARY);

  return self->shown;
}

/* ---- the session ------------------------------------------------------------------------ */

static void
on_stage (PlumbPaperPage *self)
{
  if (self->shown == PLUMB_PAPER_STAGE)
    plumb_paper_page_update (self);
}

static void
on_reset (PlumbPaperPage *self)
{
  /* Their advice may be another pathway's. */
  remove_children (self->items);
  plumb_paper_page_fill_languages (self);
  plumb_paper_page_show_choices (self);
  plumb_paper_page_update (self);
}

static void
set_session (PlumbPaperPage *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  on_reset (self);
}

/* ---- the object ------------------------------------------------------------------------- */

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-shown", NULL);
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.export-pdf", NULL);
}

static void
plumb_paper_page_map (GtkWidget *widget)
{
  PlumbPaperPage *self = PLUMB_PAPER_PAGE (widget);

  if (self->outdated)
    rebuild (self);

  GTK_WIDGET_CLASS (plumb_paper_page_parent_class)->map (widget);
}

static void
plumb_paper_page_dispose (GObject *object)
{
  PlumbPaperPage *self = PLUMB_PAPER_PAGE (object);

  clear (self);
  self->pages = NULL;
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_paper_page_parent_class)->dispose (object);
}

static void
plumb_paper_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbPaperPage *self = PLUMB_PAPER_PAGE (object);

  if (id == PROP_KIND)
    g_value_set_uint (value, self->shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_paper_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlumbPaperPage *self = PLUMB_PAPER_PAGE (object);

  if (id == PROP_KIND)
    plumb_paper_page_set_kind (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-paper-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, pages);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, kind);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, language);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, size);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, large);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, black_and_white);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, copy);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, items_box);
  gtk_widget_class_bind_template_child (widget_class, PlumbPaperPage, items);
  plumb_paper_page_bind_choices (widget_class);
}

static void
plumb_paper_page_class_init (PlumbPaperPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_paper_page_dispose;
  object_class->get_property = plumb_paper_page_get_property;
  object_class->set_property = plumb_paper_page_set_property;
  widget_class->map = plumb_paper_page_map;

  properties[PROP_KIND]
      = g_param_spec_uint ("kind", NULL, NULL, 0, PLUMB_N_PAPERS - 1, PLUMB_PAPER_SUMMARY,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "paperpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, on_print);
  gtk_widget_class_install_action (widget_class, "paper.export", NULL, on_export);
  bind_template (widget_class);
}

static void
plumb_paper_page_init (PlumbPaperPage *self)
{
  self->languages = g_ptr_array_new ();
  self->settings = plumb_settings_new ();
  self->setting_up = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_paper_page_set_up_choices (self);
  self->setting_up = FALSE;
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation",
                                  G_CALLBACK (plumb_paper_page_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (on_stage), self);
  g_signal_group_connect_swapped (self->signals, "reset", G_CALLBACK (on_reset), self);
}

/**
 * plumb_paper_page_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
plumb_paper_page_new (PlumbSession *session)
{
  PlumbPaperPage *self = g_object_new (PLUMB_TYPE_PAPER_PAGE, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}
