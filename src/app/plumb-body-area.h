/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-body-picture.h"
#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BODY_AREA (plumb_body_area_get_type ())
G_DECLARE_FINAL_TYPE (PlumbBodyArea, plumb_body_area, PLUMB, BODY_AREA, GtkWidget)

/**
 * PlumbBodyArea:
 *
 * One area of the body map: what the keyboard and a screen reader reach, and what
 * a click hits. The figure around it paints it. Action: area.toggle.
 */
GtkWidget *
plumb_body_area_new (PlumbSession *session, const PlumbBodyPicture *picture, const PlumbArea *area);
const PlumbArea *plumb_body_area_get_area (PlumbBodyArea *self);
void plumb_body_area_update (PlumbBodyArea *self);

G_END_DECLS
