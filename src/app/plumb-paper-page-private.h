/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-paper-page.h"

G_BEGIN_DECLS

struct _PlumbPaperPage
{
  AdwBin parent_instance;

  AdwClamp *clamp;
  GtkBox *pages;
  GtkDropDown *kind;
  GtkDropDown *language;
  GtkDropDown *size;
  GtkCheckButton *large;
  GtkCheckButton *black_and_white;
  GtkButton *copy;
  GtkBox *items_box;
  GtkBox *items;

  PlumbSession *session;
  GSignalGroup *signals;
  GSettings *settings;     /* or NULL */
  GPtrArray *languages;    /* const char *, NULL for the source language; the order of the choice */
  PlumbPainter *painter;   /* of the pages shown */
  PlumbPaperKind shown;
  gboolean outdated;
  gboolean setting_up; /* a choice is shown, not made */
};

/* plumb-paper-page-choices.c */
void plumb_paper_page_bind_choices (GtkWidgetClass *widget_class);
void plumb_paper_page_set_up_choices (PlumbPaperPage *self);
void plumb_paper_page_fill_languages (PlumbPaperPage *self);
void plumb_paper_page_show_choices (PlumbPaperPage *self);

/* plumb-paper-page.c */
void plumb_paper_page_update (PlumbPaperPage *self);

G_END_DECLS
