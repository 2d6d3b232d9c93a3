/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-json.h"

/* Every struct of the pathway that has an id begins with it. */
typedef struct
{
  const char *id;
} PlumbIdentified;

G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbFinding, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbNode, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbStatement, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbRecommendation, id) == 0);

void
plumb_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
plumb_cli_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
plumb_cli_json_add_ids (JsonBuilder *builder, const char *name, GPtrArray *things)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < things->len; i++)
    {
      const PlumbIdentified *thing = g_ptr_array_index (things, i);

      json_builder_add_string_value (builder, thing->id);
    }
  json_builder_end_array (builder);
}

static void
append_text (JsonBuilder *builder, const PlumbValue *value)
{
  g_autofree char *text = plumb_value_to_string (value);

  json_builder_add_string_value (builder, text);
}

void
plumb_cli_json_append_value (JsonBuilder *builder, const PlumbValue *value)
{
  switch (value->type)
    {
    case PLUMB_VALUE_BOOLEAN:
      json_builder_add_boolean_value (builder, value->boolean);
      break;
    case PLUMB_VALUE_INTEGER:
      json_builder_add_int_value (builder, value->integer);
      break;
    case PLUMB_VALUE_DECIMAL:
      json_builder_add_double_value (builder, (double) value->decimal / (double) PLUMB_DECIMAL_ONE);
      break;
    case PLUMB_VALUE_STRING:
      json_builder_add_string_value (builder, value->string);
      break;
    case PLUMB_VALUE_DATE:
      append_text (builder, value);
      break;
    case PLUMB_VALUE_NULL:
    case PLUMB_VALUE_LIST:
    default:
      json_builder_add_null_value (builder);
    }
}

void
plumb_cli_json_append_candidate (JsonBuilder *builder,
                                 const PlumbFinding *finding,
                                 const PlumbCandidate *candidate)
{
  if (finding->type != PLUMB_FINDING_INTEGER || candidate->from == candidate->to)
    {
      plumb_cli_json_append_value (builder, &candidate->value);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "from");
  json_builder_add_int_value (builder, candidate->from);
  json_builder_set_member_name (builder, "to");
  json_builder_add_int_value (builder, candidate->to);
  json_builder_end_object (builder);
}

void
plumb_cli_json_add_value (JsonBuilder *builder, const char *name, const PlumbValue *value)
{
  json_builder_set_member_name (builder, name);
  plumb_cli_json_append_value (builder, value);
}

void
plumb_cli_json_add_pathway (JsonBuilder *builder, PlumbPathway *pathway)
{
  json_builder_set_member_name (builder, "pathway");
  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "id", plumb_pathway_get_id (pathway));
  plumb_cli_json_add_string (builder, "version", plumb_pathway_get_version (pathway));
  json_builder_end_object (builder);
}

char *
plumb_cli_json_end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
