/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-what-if.h"

#include "plumb-cli-reading.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Of what comes and of what goes, in a list of many answers. */
#define MAX_LINES 4

typedef struct
{
  PlumbCliReading reading;
  GStrv settings;
  gboolean list;
} PlumbCliWhatIf;

static void
clear_what_if (PlumbCliWhatIf *self)
{
  plumb_cli_reading_clear (&self->reading);
  g_strfreev (self->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbCliWhatIf, clear_what_if)

/* ---- reading --set ----------------------------------------------------------------------- */

static gboolean
read_boolean (const char *text, PlumbValue *value)
{
  gboolean yes = strcmp (text, "yes") == 0 || strcmp (text, "true") == 0;

  *value = plumb_value_boolean (yes);

  return yes || strcmp (text, "no") == 0 || strcmp (text, "false") == 0;
}

static gboolean
read_integer (const char *text, PlumbValue *value)
{
  gint64 integer;

  if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &integer, NULL))
    return FALSE;
  *value = plumb_value_integer (integer);

  return TRUE;
}

static gboolean
read_date (const char *text, PlumbValue *value)
{
  guint year, month, day;
  char rest;
  GDate date;

  if (strlen (text) != 10 || sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *value = plumb_value_date (&date);

  return TRUE;
}

static gboolean
read_value (const PlumbFinding *finding, const char *text, PlumbValue *value)
{
  const PlumbChoice *choice;

  *value = plumb_value_null ();
  if (*text == '\0')
    return TRUE;
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return read_boolean (text, value);
    case PLUMB_FINDING_INTEGER:
      return read_integer (text, value);
    case PLUMB_FINDING_DATE:
      return read_date (text, value);
    case PLUMB_FINDING_CHOICE:
      choice = plumb_finding_lookup_choice (finding, text);
      *value = plumb_value_string (choice ? choice->code : NULL);
      return choice != NULL;
    case PLUMB_FINDING_STRING:
    default:
      *value = (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = text };
      return TRUE;
    }
}

/* What may stand behind the equals sign. */
static char *
list_values (const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return g_strdup ("yes, no");
    case PLUMB_FINDING_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, finding->minimum,
                              finding->maximum);
    case PLUMB_FINDING_CHOICE:
      for (guint i = 0; i < finding->choices->len; i++)
        g_ptr_array_add (
            codes, (gpointer) ((PlumbChoice *) g_ptr_array_index (finding->choices, i))->code);
      g_ptr_array_add (codes, NULL);
      return g_strjoinv (", ", (char **) codes->pdata);
    case PLUMB_FINDING_DATE:
    case PLUMB_FINDING_STRING:
    default:
      return g_strdup ("2026-11-21");
    }
}

static gboolean
read_setting (PlumbPathway *pathway, const char *setting, GArray *answers)
{
  const char *equals = strchr (setting, '=');
  g_autofree char *id = equals ? g_strndup (setting, equals - setting) : NULL;
  g_autofree char *values = NULL;
  PlumbAnswer answer = { 0 };

  if (id == NULL)
    {
      plumb_cli_refuse ("what-if", _ ("“%s” is not of the form FINDING=VALUE."), setting);
      return FALSE;
    }
  answer.finding = plumb_pathway_lookup_finding (pathway, id);
  if (answer.finding == NULL)
    {
      plumb_cli_refuse ("what-if", _ ("The pathway has no finding “%s”."), id);
      return FALSE;
    }
  if (read_value (answer.finding, equals + 1, &answer.value)
      && plumb_finding_check_value (answer.finding, &answer.value, NULL))
    {
      g_array_append_val (answers, answer);
      return TRUE;
    }
  values = list_values (answer.finding);
  /* Translators: a text that was typed, the id of a finding, and what could be answered to it */
  plumb_cli_refuse ("what-if", _ ("“%1$s” is no answer to “%2$s”; it takes: %3$s"), equals + 1, id,
                    values);

  return FALSE;
}

/* ---- text -------------------------------------------------------------------------------- */

static void
print_effect (const PlumbWhatIf *what_if, const char *language)
{
  g_autofree char *effect = plumb_what_if_to_text (what_if, 2, 0, language);
  GArray *answers = plumb_what_if_get_answers (what_if);
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (plumb_what_if_get_after (what_if));

  for (guint i = 0; i < answers->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, i);
      g_autofree char *value = plumb_phrase_value (answer->finding, &answer->value, language);

      printf ("%s: %s\n", plumb_text_get (answer->finding->label, language), value);
    }
  puts (effect);
  puts (current->len > 0 ? _ ("Open decisions") : _ ("No decision would be open."));
  for (guint i = 0; i < current->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (current, i);

      printf ("  %u. %s\n", node->number, plumb_text_get (node->text, language));
    }
}

static gboolean
is_answered (const PlumbPossibleAnswer *possible)
{
  return plumb_evaluation_get_answer (plumb_what_if_get_before (possible->effect),
                                      possible->finding)
             ->type
         != PLUMB_VALUE_NULL;
}

static void
print_list (const PlumbPossibleAnswers *list, const char *language)
{
  guint length = plumb_possible_answers_get_length (list);
  const PlumbPossibleAnswer *before = NULL;

  if (length == 0)
    puts (_ ("No single answer would change the advice."));
  for (guint i = 0; i < length; i++)
    {
      const PlumbPossibleAnswer *possible = plumb_possible_answers_get (list, i);
      g_autofree char *answer = plumb_possible_answers_phrase (list, i, language);
      g_autofree char *effect = plumb_what_if_to_text (possible->effect, 4, MAX_LINES, language);

      if (before == NULL || is_answered (before) != is_answered (possible))
        puts (is_answered (possible) ? _ ("Answered, and another answer would change the advice")
                                     : _ ("Nobody has asked, and it would change the advice"));
      printf ("  %s\n%s\n", answer, effect);
      before = possible;
    }
}

/* ---- the command ------------------------------------------------------------------------- */

static int
try_answers (const PlumbCliReading *reading, GArray *answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbWhatIf) what_if = plumb_what_if_new (
      reading->evaluation, (const PlumbAnswer *) (gpointer) answers->data, answers->len, &error);

  if (what_if == NULL)
    return plumb_cli_refuse ("what-if", "%s", error->message);
  if (reading->json)
    plumb_cli_print_effect (what_if, reading->pathway,
                            plumb_consultation_get_id (reading->consultation));
  else
    print_effect (what_if, reading->language);

  return PLUMB_CLI_DONE;
}

static int
list_answers (const PlumbCliReading *reading)
{
  g_autoptr (PlumbPossibleAnswers) list = plumb_possible_answers_new (reading->evaluation);

  if (reading->json)
    plumb_cli_print_possible_answers (list, reading->pathway,
                                      plumb_consultation_get_id (reading->consultation));
  else
    print_list (list, reading->language);

  return PLUMB_CLI_DONE;
}

static int
run (PlumbCliWhatIf *self)
{
  PlumbCliReading *reading = &self->reading;
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  int status = plumb_cli_reading_open_pathway (reading);

  if (status != PLUMB_CLI_DONE)
    return status;
  for (guint i = 0; self->settings != NULL && self->settings[i] != NULL; i++)
    if (!read_setting (reading->pathway, self->settings[i], answers))
      return PLUMB_CLI_USAGE;
  status = plumb_cli_reading_open_consultation (reading);
  if (status != PLUMB_CLI_DONE)
    return status;

  return self->list ? list_answers (reading) : try_answers (reading, answers);
}

/**
 * plumb_cli_what_if:
 * @arguments: "what-if" and what follows
 *
 * Prints what answers would change, without writing anything.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_what_if (GStrv arguments)
{
  g_auto (PlumbCliWhatIf) self = { .reading.command = "what-if" };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.settings,
      N_ ("An answer to try; without a value one to take back; may be given more than once"),
      N_ ("FINDING=VALUE") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &self.list,
      N_ ("List each answer that would change the advice, the most consequential first"), NULL },
    { NULL },
  };
  int status;

  status
      = plumb_cli_reading_parse (&self.reading, arguments,
                                 _ ("Prints what answers would change; nothing is recorded.\n"
                                    "FILE is a FHIR QuestionnaireResponse; - is standard input."),
                                 entries);
  if (status != PLUMB_CLI_DONE)
    return status;
  if ((self.settings != NULL) == self.list)
    return plumb_cli_refuse ("what-if", _ ("Either --set or --list is needed."));
  if (self.reading.files == NULL || self.reading.files[1] != NULL)
    return plumb_cli_refuse ("what-if", _ ("One FILE is needed."));

  return run (&self);
}
