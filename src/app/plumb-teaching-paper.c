/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-paper.h"

#include "plumb-case-paper.h"
#include "plumb-language.h"
#include "plumb-painter.h"
#include "plumb-print-operation.h"

#include <glib/gi18n.h>

static void
append (GMenu *menu, const char *label, const char *action, const char *id, gboolean solution)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(sb)", id, solution);
  g_menu_append_item (menu, item);
}

/**
 * plumb_teaching_paper_create_menu:
 * @id: of a case
 *
 * Returns: (transfer full): a menu for it
 */
GMenuModel *
plumb_teaching_paper_create_menu (const char *id)
{
  g_autoptr (GMenu) printing = g_menu_new ();
  g_autoptr (GMenu) exporting = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (GMenuItem) edit = NULL;
  GMenu *menu;

  g_return_val_if_fail (id != NULL, NULL);

  append (printing, _ ("_Print without the solution…"), "teach.print", id, FALSE);
  append (printing, _ ("Print _with the solution…"), "teach.print", id, TRUE);
  append (exporting, _ ("_Export without the solution as PDF…"), "teach.export-paper", id, FALSE);
  append (exporting, _ ("Export with the _solution as PDF…"), "teach.export-paper", id, TRUE);
  edit = g_menu_item_new (_ ("E_dit the case…"), NULL);
  g_menu_item_set_action_and_target (edit, "teach.edit", "s", id);
  g_menu_append_item (editing, edit);
  menu = g_menu_new ();
  g_menu_append_section (menu, NULL, G_MENU_MODEL (printing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exporting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));

  return G_MENU_MODEL (menu);
}

/**
 * plumb_teaching_paper_print:
 * @window: above which the dialog opens
 * @teaching_case: a case
 * @solution: whether it is told
 * @error: return location for an error
 *
 * Asks for a printer and prints; it goes on by itself.
 *
 * Returns: %FALSE on error
 */
gboolean
plumb_teaching_paper_print (GtkWindow *window,
                            PlumbCase *teaching_case,
                            gboolean solution,
                            GError **error)
{
  g_autoptr (PlumbDocument) document
      = plumb_case_paper_new (teaching_case, solution, plumb_app_language ());
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);

  gtk_print_operation_set_allow_async (operation, TRUE);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * plumb_teaching_paper_export:
 * @teaching_case: a case
 * @solution: whether it is told
 * @file: where to
 * @error: return location for an error
 *
 * Writes a PDF file on the paper that was used last.
 *
 * Returns: %FALSE on error
 */
gboolean
plumb_teaching_paper_export (PlumbCase *teaching_case,
                             gboolean solution,
                             GFile *file,
                             GError **error)
{
  g_autoptr (PlumbDocument) document
      = plumb_case_paper_new (teaching_case, solution, plumb_app_language ());
  g_autoptr (GtkPageSetup) setup = plumb_print_operation_load_page_setup ();
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                           gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));

  return plumb_painter_write_pdf (painter, file, error);
}
