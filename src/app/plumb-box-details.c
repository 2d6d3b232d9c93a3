/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-box-details.h"

#include "plumb-disagreement-popover.h"
#include "plumb-place.h"
#include "plumb-statement-list.h"

struct _PlumbBoxDetails
{
  AdwBin parent_instance;

  GtkMenuButton *statements;
  GtkMenuButton *disagreement;

  const PlumbNode *node;
  GPtrArray *disagreements; /* PlumbDisagreement */
};

G_DEFINE_FINAL_TYPE (PlumbBoxDetails, plumb_box_details, ADW_TYPE_BIN)

/* Popovers are made when somebody opens them. */

static void
create_statements (GtkMenuButton *button, gpointer data)
{
  PlumbBoxDetails *self = data;

  gtk_menu_button_set_popover (button, plumb_statement_popover_new (self->node->statements));
}

static void
create_disagreement (GtkMenuButton *button, gpointer data)
{
  PlumbBoxDetails *self = data;

  gtk_menu_button_set_popover (button, plumb_disagreement_popover_new (self->disagreements));
}

static void
plumb_box_details_finalize (GObject *object)
{
  g_clear_pointer (&PLUMB_BOX_DETAILS (object)->disagreements, g_ptr_array_unref);

  G_OBJECT_CLASS (plumb_box_details_parent_class)->finalize (object);
}

static void
plumb_box_details_class_init (PlumbBoxDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_box_details_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-box-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbBoxDetails, statements);
  gtk_widget_class_bind_template_child (widget_class, PlumbBoxDetails, disagreement);
}

static void
plumb_box_details_init (PlumbBoxDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_box_details_set_node:
 * @self: details
 * @pathway: a pathway
 * @node: a box of it
 *
 * Says once and for all what the details are about.
 */
void
plumb_box_details_set_node (PlumbBoxDetails *self, PlumbPathway *pathway, const PlumbNode *node)
{
  g_return_if_fail (PLUMB_IS_BOX_DETAILS (self));
  g_return_if_fail (pathway != NULL && node != NULL);
  g_return_if_fail (self->node == NULL);

  self->node = node;
  self->disagreements = plumb_place_list_disagreements (node, pathway);
  gtk_menu_button_set_create_popup_func (self->statements, create_statements, self, NULL);
  gtk_menu_button_set_create_popup_func (self->disagreement, create_disagreement, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->statements), node->statements->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->disagreement), self->disagreements->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          node->statements->len > 0 || self->disagreements->len > 0);
}
