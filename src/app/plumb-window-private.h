/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-findings-panel.h"
#include "plumb-paper-page.h"
#include "plumb-pathway-file.h"
#include "plumb-place.h"
#include "plumb-question-panel.h"
#include "plumb-recovery.h"
#include "plumb-window.h"

G_BEGIN_DECLS

/* What takes the consultation off the screen, and so asks about unsaved changes. */
typedef enum
{
  PLUMB_WINDOW_STAY,
  PLUMB_WINDOW_NEW,
  PLUMB_WINDOW_OPEN,
  PLUMB_WINDOW_PATHWAY,
  PLUMB_WINDOW_CLOSE,
} PlumbWindowStep;

struct _PlumbWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwViewStack *pages;
  GtkMenuButton *menu;
  GMenuModel *primary_menu;
  GtkGrid *banner;
  GtkLabel *banner_title;
  GtkLabel *banner_text;
  PlumbQuestionPanel *questions;
  PlumbFindingsPanel *findings;
  AdwBin *trial_place;
  GtkPaned *panes;
  GtkStack *side;
  AdwBin *what_if_place;
  AdwBin *chart_place;
  AdwBin *check_place;
  AdwBin *advice_place;
  AdwBin *paper_place;
  GtkLabel *status;
  GtkButton *version;

  PlumbSession *session;
  GtkFileChooserNative *chooser; /* while it is open */
  PlumbWindowStep step;          /* what goes on once the changes are saved */
  gboolean closing;              /* the changes have been asked about */

  /* plumb-window-recovery.c */
  PlumbRecovery *recovery; /* or NULL */

  /* plumb-window-room.c */
  gboolean compact; /* there is little room */
  int line;         /* the height of a line of text for which it is fitted, … */
  int panes_line;   /* … and the one for which the panes are */
  guint fitting;    /* source id: the chart is yet to be fitted to it */

  /* plumb-window-pathway.c */
  PlumbPathwayFile *pathway_file; /* NULL: the pathway is the program's own */
  PlumbPathwayFile *next_file;    /* the same of the pathway that is to come next … */
  PlumbPathway *next_pathway;     /* … while it is asked about changes */

  /* plumb-window-check.c */
  char *check_status; /* what the check found, in one sentence; NULL: there was none */
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
void plumb_window_report_warnings (PlumbWindow *self, GPtrArray *warnings);

/* plumb-window-places.c */
void plumb_window_go_to (PlumbWindow *self, const PlumbPlace *place);
void plumb_window_search_pathway (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_toggle_outline (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_toggle_whole (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_show_chart (PlumbWindow *self);

void plumb_window_show_box (GtkWidget *widget, const char *name, GVariant *parameter);

/* plumb-window-room.c */
void plumb_window_measure_room (PlumbWindow *self, int width, int height);
void plumb_window_fit_room (PlumbWindow *self);
void plumb_window_toggle_alone (GtkWidget *widget, const char *name, GVariant *parameter);

/* plumb-window-trial.c */
gboolean plumb_window_shows_questions (PlumbWindow *self);
void plumb_window_show_questions (PlumbWindow *self);
void plumb_window_toggle_what_if (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_show_trial (PlumbWindow *self);
gboolean plumb_window_stop_trying (PlumbWindow *self);

/* plumb-window-paper.c */
PlumbPaperPage *plumb_window_get_paper (PlumbWindow *self);
void plumb_window_show_handout (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_show_poster (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_copy_note (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_print_summary (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_print_shown (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_export_pdf (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_export_to (PlumbWindow *self, GFile *file);

/* Teaching. (plumb-window-case.c) */
void plumb_window_make_case (GtkWidget *widget, const char *name, GVariant *parameter);

/* plumb-window-pathway.c */
void plumb_window_choose_pathway (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_open_example (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_open_builtin (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_window_take_pathway (PlumbWindow *self);
void plumb_window_forget_pathway (PlumbWindow *self);

/* plumb-window-check.c */
void plumb_window_check (PlumbWindow *self, PlumbPathway *pathway);
void plumb_window_refuse_check (PlumbWindow *self, const char *message);
void plumb_window_drop_check (PlumbWindow *self);
void plumb_window_show_check (PlumbWindow *self);
void plumb_window_toggle_check (GtkWidget *widget, const char *name, GVariant *parameter);
const char *plumb_window_name_pathway (PlumbWindow *self);

/* plumb-window.c */
void plumb_window_set_session (PlumbWindow *self, PlumbSession *session);
void plumb_window_show_status (PlumbWindow *self);
void plumb_window_commit (PlumbWindow *self);
void plumb_window_toast (PlumbWindow *self, const char *message);

G_END_DECLS
