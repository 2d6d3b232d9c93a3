/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-findings-panel.h"
#include "plumb-place.h"
#include "plumb-question-panel.h"
#include "plumb-window.h"

G_BEGIN_DECLS

/* What takes the consultation off the screen, and so asks about unsaved changes. */
typedef enum
{
  PLUMB_WINDOW_STAY,
  PLUMB_WINDOW_NEW,
  PLUMB_WINDOW_OPEN,
  PLUMB_WINDOW_CLOSE,
} PlumbWindowStep;

struct _PlumbWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwViewStack *pages;
  GtkBox *banner;
  GtkLabel *banner_title;
  GtkLabel *banner_text;
  PlumbQuestionPanel *questions;
  PlumbFindingsPanel *findings;
  AdwBin *chart_place;
  AdwBin *advice_place;
  AdwBin *summary_place;
  GtkLabel *status;
  GtkButton *version;

  PlumbSession *session;
  GtkFileChooserNative *chooser; /* while it is open */
  PlumbWindowStep step;          /* what goes on once the changes are saved */
  gboolean closing;              /* the changes have been asked about */
};

/* plumb-window-actions.c */
void plumb_window_install_actions (GtkWidgetClass *widget_class);
void plumb_window_update_actions (PlumbWindow *self);
gboolean plumb_window_press_key (PlumbWindow *self, guint keyval, GdkModifierType state);

/* plumb-window-files.c */
void plumb_window_proceed (PlumbWindow *self, PlumbWindowStep step);
void plumb_window_save (PlumbWindow *self, gboolean elsewhere);
void
plumb_window_choose_file (PlumbWindow *self, GtkFileChooserNative *chooser, GCallback on_response);
void plumb_window_report (PlumbWindow *self, const char *heading, const char *message);

/* plumb-window-places.c */
void plumb_window_go_to (PlumbWindow *self, const PlumbPlace *place);
void plumb_window_search_pathway (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_toggle_outline (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_toggle_whole (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_show_chart (PlumbWindow *self);

/* plumb-window.c */
void plumb_window_commit (PlumbWindow *self);
void plumb_window_toast (PlumbWindow *self, const char *message);

G_END_DECLS
