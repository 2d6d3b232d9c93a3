/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-fold.h"

#include "plumb-advice-list.h"
#include "plumb-advice-words.h"

#include <glib/gi18n.h>

struct _PlumbAdviceFold
{
  AdwBin parent_instance;

  GtkExpander *expander;
  PlumbAdviceList *list;

  PlumbStrength strength;
  GPtrArray *recommendations;
  PlumbSession *session;
};

G_DEFINE_FINAL_TYPE (PlumbAdviceFold, plumb_advice_fold, ADW_TYPE_BIN)

/* Cards that nobody sees are not made. */
static void
fill (PlumbAdviceFold *self)
{
  if (self->session != NULL && gtk_expander_get_expanded (self->expander))
    plumb_advice_list_update (self->list, self->recommendations, self->session);
}

static void
plumb_advice_fold_dispose (GObject *object)
{
  g_clear_object (&PLUMB_ADVICE_FOLD (object)->session);

  G_OBJECT_CLASS (plumb_advice_fold_parent_class)->dispose (object);
}

static void
plumb_advice_fold_finalize (GObject *object)
{
  PlumbAdviceFold *self = PLUMB_ADVICE_FOLD (object);

  g_clear_pointer (&self->recommendations, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_advice_fold_parent_class)->finalize (object);
}

static void
plumb_advice_fold_class_init (PlumbAdviceFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_advice_fold_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_advice_fold_finalize;

  g_type_ensure (PLUMB_TYPE_ADVICE_LIST);
  gtk_widget_class_set_css_name (widget_class, "advicefold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-advice-fold.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceFold, expander);
  gtk_widget_class_bind_template_child (widget_class, PlumbAdviceFold, list);
  gtk_widget_class_bind_template_callback (widget_class, fill);
}

static void
plumb_advice_fold_init (PlumbAdviceFold *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recommendations = g_ptr_array_new ();
}

GtkWidget *
plumb_advice_fold_new (PlumbStrength strength)
{
  PlumbAdviceFold *self = g_object_new (PLUMB_TYPE_ADVICE_FOLD, NULL);

  self->strength = strength;
  gtk_widget_add_css_class (GTK_WIDGET (self), plumb_advice_strength_class (strength));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

static void
show_count (PlumbAdviceFold *self)
{
  guint n = self->recommendations->len;
  /* Translators: a heading of folded advice: how strong it is, and how many: "Consider: 3 more". */
  g_autofree char *text = g_strdup_printf (ngettext ("%s: %u more", "%s: %u more", n),
                                           plumb_advice_strength_title (self->strength), n);

  gtk_expander_set_label (self->expander, text);
  /* An expander has no name of its own in GTK 4.8. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * plumb_advice_fold_update:
 * @self: a fold
 * @folded: (element-type PlumbRecommendation): advice of any strength
 * @session: a session
 *
 * Takes what is of its strength.
 */
void
plumb_advice_fold_update (PlumbAdviceFold *self, GPtrArray *folded, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_ADVICE_FOLD (self));
  g_return_if_fail (folded != NULL && PLUMB_IS_SESSION (session));

  g_ptr_array_set_size (self->recommendations, 0);
  for (guint i = 0; i < folded->len; i++)
    if (((const PlumbRecommendation *) g_ptr_array_index (folded, i))->strength == self->strength)
      g_ptr_array_add (self->recommendations, g_ptr_array_index (folded, i));
  g_set_object (&self->session, session);
  show_count (self);
  fill (self);
}
