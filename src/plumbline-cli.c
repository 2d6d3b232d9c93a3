/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (GStrv arguments);
  const char *usage;
} PlumbCliCommand;

static const PlumbCliCommand commands[] = {
  { "check", plumb_cli_check, "[--pathway FILE]" },
  { "evaluate", plumb_cli_evaluate, "[--pathway FILE] [--format text|json] FILE…" },
  { "explain", plumb_cli_explain,
    "[--advice ADVICE] [--all] [--language xx] [--format text|json] FILE" },
  { "expression", plumb_cli_expression, "'CQL' [NAME=VALUE…]" },
  { "print", plumb_cli_print,
    "--document summary|chart [--stage STAGE] [--language xx] [--paper a4|letter] -o OUT FILE" },
  { "what-if", plumb_cli_what_if,
    "--set FINDING=VALUE… | --list [--language xx] [--format text|json] FILE" },
};

static const PlumbCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (name, commands[i].name) == 0)
      return &commands[i];

  return NULL;
}

static void
print_usage (FILE *stream)
{
  fputs (_ ("Usage:\n"), stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  plumbline-cli %s %s\n", commands[i].name, commands[i].usage);
}

static int
run (GStrv arguments)
{
  const char *name = arguments[0] ? arguments[1] : NULL;
  const PlumbCliCommand *command = find_command (name);

  if (command != NULL)
    return command->run (arguments + 1);
  if (g_strcmp0 (name, "--help") == 0 || g_strcmp0 (name, "-h") == 0)
    {
      print_usage (stdout);
      return PLUMB_CLI_DONE;
    }
  if (g_strcmp0 (name, "--version") == 0)
    {
      puts ("plumbline-cli " PACKAGE_VERSION);
      return PLUMB_CLI_DONE;
    }
  if (name != NULL)
    fprintf (stderr, _ ("plumbline-cli: There is no command “%s”.\n"), name);
  print_usage (stderr);

  return PLUMB_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = run (argv);
  /* A full disk must not look like success. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      perror (_ ("plumbline-cli: standard output"));
      status = PLUMB_CLI_PROBLEM;
    }

  return status;
}
