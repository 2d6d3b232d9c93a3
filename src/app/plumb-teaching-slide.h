/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-slides.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a room sees of a slide at one moment. */
typedef struct
{
  PlumbCase *teaching_case;
  const PlumbSlide *slide;
  guint moment;
  const guint *votes; /* one an exit */
  int marked;         /* the exit whose votes are being written; -1: none */
} PlumbTeachingSlide;

/* Adds it to an empty box. Returns the heading, borrowed. */
GtkWidget *plumb_teaching_slide_fill (const PlumbTeachingSlide *self, GtkBox *box);

G_END_DECLS
