/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-settings.h"

#include "config.h"

/**
 * plumb_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings of the program; %NULL where
 *   their schema is not installed
 */
GSettings *
plumb_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
