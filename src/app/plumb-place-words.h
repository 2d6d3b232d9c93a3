/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-place.h"

G_BEGIN_DECLS

/* Places of the pathway in the words of the window. */
const char *plumb_place_kind_heading (PlumbPlaceKind kind);
const char *plumb_place_kind_word (const PlumbPlace *place);
char *plumb_place_dup_name (const PlumbPlace *place);
char *plumb_place_describe_sources (const PlumbPlace *place);

G_END_DECLS
