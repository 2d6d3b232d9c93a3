/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case-shelf.h"
#include "plumb-teaching-cases.h"
#include "plumb-teaching-prediction.h"
#include "plumb-teaching-presenter.h"
#include "plumb-teaching-progress.h"
#include "plumb-teaching-questions.h"
#include "plumb-teaching-result.h"
#include "plumb-teaching-window.h"

G_BEGIN_DECLS

struct _PlumbTeachingWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *header;
  GtkWidget *all_cases;
  GtkStack *pages;
  PlumbTeachingCases *cases;
  PlumbTeachingQuestions *questions;
  AdwBin *chart_place;
  PlumbTeachingPrediction *prediction;
  PlumbTeachingResult *result;
  PlumbTeachingProgress *progress_page;
  PlumbTeachingPresenter *presenter;
  AdwBin *exploration_place;

  PlumbPathway *pathway;
  PlumbCaseShelf *shelf;
  PlumbProgress *progress; /* NULL: it is not kept */
  PlumbLesson *lesson;     /* NULL: none is played */
  GtkFileChooserNative *chooser;
  GFile *folder;           /* of the cases; NULL: the program's own */
  PlumbCase *leaf;         /* the case to be exported; NULL: the progress is */
  gboolean solution;       /* with its solution */
  gboolean was_fullscreen; /* before something was presented */
};

/* plumb-teaching-window.c */
gint64 plumb_teaching_window_get_now (void);
void plumb_teaching_window_toast (PlumbTeachingWindow *self, const char *message);
gboolean plumb_teaching_window_is_on (PlumbTeachingWindow *self, const char *page);
void plumb_teaching_window_show_title (PlumbTeachingWindow *self, const char *name);
void plumb_teaching_window_show_cases (PlumbTeachingWindow *self);
void plumb_teaching_window_load_progress (PlumbTeachingWindow *self, const char *name);

/* plumb-teaching-window-play.c */
void plumb_teaching_window_play (PlumbTeachingWindow *self, PlumbCase *teaching_case);
void plumb_teaching_window_play_next (PlumbTeachingWindow *self);
void plumb_teaching_window_commit (PlumbTeachingWindow *self);

/* plumb-teaching-window-present.c */
void plumb_teaching_window_present (PlumbTeachingWindow *self, const char *id);
void plumb_teaching_window_stop_presenting (PlumbTeachingWindow *self);
void plumb_teaching_window_explore (PlumbTeachingWindow *self);

/* plumb-teaching-window-files.c */
void plumb_teaching_window_choose_file (PlumbTeachingWindow *self,
                                        GtkFileChooserAction action,
                                        const char *title,
                                        const char *name);
void plumb_teaching_window_act_on_paper (GtkWidget *widget, const char *name, GVariant *parameter);
void plumb_teaching_window_edit (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
