/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-box-popover.h"
#include "plumb-outline-row.h"
#include "plumb-outline-view.h"

G_BEGIN_DECLS

/* Boxes of a stage are made when it is first unfolded. */
typedef struct
{
  GtkWidget *row;
  GPtrArray *rows; /* PlumbOutlineRow of its boxes and exits; NULL: not made */
  gboolean expanded;
} PlumbOutlineStage;

struct _PlumbOutlineView
{
  AdwBin parent_instance;

  GtkListBox *list;

  PlumbSession *session;
  GSignalGroup *signals;
  GArray *stages;   /* PlumbOutlineStage, by index */
  GHashTable *rows; /* PlumbNode to PlumbOutlineRow */
  PlumbBoxPopover *popover;
  gboolean read_only;
};

/* plumb-outline-view.c */
PlumbOutlineStage *plumb_outline_view_get_stage (PlumbOutlineView *self, const PlumbStage *stage);
void plumb_outline_view_set_expanded (PlumbOutlineView *self,
                                      const PlumbStage *stage,
                                      gboolean expanded);

/* plumb-outline-view-keys.c */
void plumb_outline_view_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
