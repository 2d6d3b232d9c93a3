/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The example of a pathway, as it is and with changes that somebody may make. */

#include "plumb-test.h"

#include <gio/gio.h>

static inline char *
plumb_test_example_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/org/plumbline/Plumbline/pathway/examples/acute-neck-pain.xml",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* Replaces what must be there once. */
static inline char *
plumb_test_edit (const char *text, const char *before, const char *after)
{
  g_auto (GStrv) parts = g_strsplit (text, before, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (after, parts);
}

static inline PlumbPathway *
plumb_test_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway = plumb_pathway_new_from_bytes (bytes, "test.xml", &error);

  g_assert_no_error (error);

  return pathway;
}
