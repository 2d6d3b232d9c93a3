/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"
#include "plumb-document.h"

G_BEGIN_DECLS

/* A teaching case for the seminar: to work on, or with its solution. */
PlumbDocument *
plumb_case_paper_new (PlumbCase *teaching_case, gboolean solution, const char *language);

G_END_DECLS
