/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-element.h"

G_BEGIN_DECLS

/*
 * A small XML file as a tree in which every element, attribute and text knows
 * its place, so that whoever reads meaning into it can say where it is wrong.
 */
PlumbMarkup *plumb_markup_parse (const char *data,
                                 gsize length,
                                 const char *name,
                                 GQuark domain,
                                 int markup_code,
                                 int limit_code,
                                 GError **error);
void plumb_markup_free (PlumbMarkup *self);
PlumbElement *plumb_markup_get_root (PlumbMarkup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbMarkup, plumb_markup_free)

G_END_DECLS
