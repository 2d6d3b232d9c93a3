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

/* plumb-teaching-author.c: the case as it would be written now, and what is wrong with it */
void plumb_teaching_author_toast (PlumbTeachingAuthor *self, const char *message);
char *plumb_teaching_author_dup_buffer (GtkTextBuffer *buffer);
char *plumb_teaching_author_dup_text (PlumbTeachingAuthor *self);
char *plumb_teaching_author_dup_name (PlumbTeachingAuthor *self);
gboolean plumb_teaching_author_look (PlumbTeachingAuthor *self, const char *text, guint *n_faults);

/* plumb-teaching-author-files.c */
void plumb_teaching_author_save (PlumbTeachingAuthor *self);

/* plumb-teaching-author-form.c */
void plumb_teaching_author_fill (PlumbTeachingAuthor *self);
/* Room for a text of several lines. */
void plumb_teaching_author_frame (GtkScrolledWindow *frame, GtkWidget *view, int height);

/* plumb-teaching-author-lessons.c: the learning points with their statements */
void plumb_teaching_author_fill_lessons (PlumbTeachingAuthor *self);
void plumb_teaching_author_add_lesson (PlumbTeachingAuthor *self);

G_END_DECLS
