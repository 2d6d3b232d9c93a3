/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-teaching-author.h"

G_BEGIN_DECLS

struct _PlumbTeachingAuthor
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkWidget *title;
  AdwComboRow *difficulty;
  GtkBox *steps;
  GtkBox *lessons;
  GtkBox *traps;
  GtkTextView *source;
  GtkWidget *faults_area;
  GtkLabel *faults;

  PlumbCaseDraft *draft;
  char *saved; /* the text as it was saved, or as it was to begin with */
  GFile *file; /* or NULL */
  GtkFileChooserNative *chooser;
  gboolean filling;
  gboolean discarded;
};

/* Room for a text of several lines. */
void plumb_teaching_author_frame (GtkScrolledWindow *frame, GtkWidget *view, int height);

/* The learning points with their statements. (plumb-teaching-author-lessons.c) */
void plumb_teaching_author_fill_lessons (PlumbTeachingAuthor *self);
void plumb_teaching_author_add_lesson (PlumbTeachingAuthor *self);

G_END_DECLS
