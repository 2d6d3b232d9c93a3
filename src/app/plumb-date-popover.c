/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-date-popover.h"

#include "plumb-answer-control.h"
#include "plumb-language.h"

/* A calendar, with an entry for those who know the day. */
struct _PlumbDatePopover
{
  GtkPopover parent_instance;

  GtkLabel *question;
  AdwBin *entry_place;
  GtkCalendar *calendar;
  GtkButton *clear;

  PlumbAnswerControl *entry; /* made when it first opens */
  PlumbSession *session;
  const PlumbFinding *finding;
};

G_DEFINE_FINAL_TYPE (PlumbDatePopover, plumb_date_popover, GTK_TYPE_POPOVER)

static const PlumbValue *
get_value (PlumbDatePopover *self)
{
  return plumb_evaluation_get_answer (plumb_session_get_evaluation (self->session), self->finding);
}

static void
show_day (PlumbDatePopover *self)
{
  const PlumbValue *value = get_value (self);
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  g_date_clear (&date, 1);
  if (value->type == PLUMB_VALUE_DATE)
    g_date_set_julian (&date, value->julian);
  else
    plumb_evaluation_get_visit_date (plumb_session_get_evaluation (self->session), &date);
  day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                               g_date_get_day (&date), 12, 0, 0);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), value->type == PLUMB_VALUE_DATE);
}

static void
on_show (PlumbDatePopover *self)
{
  if (self->entry == NULL)
    {
      self->entry = plumb_answer_control_new (self->session, self->finding, FALSE);
      adw_bin_set_child (self->entry_place, GTK_WIDGET (self->entry));
    }
  show_day (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
answer (PlumbDatePopover *self, const PlumbValue *value)
{
  g_object_ref (self);
  if (plumb_answer_control_answer (self->entry, value))
    gtk_popover_popdown (GTK_POPOVER (self));
  g_object_unref (self);
}

static void
on_choose (PlumbDatePopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  PlumbValue value;
  GDate date;
  int year, month, day_of_month;

  g_date_time_get_ymd (day, &year, &month, &day_of_month);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  value = plumb_value_date (&date);
  answer (self, &value);
}

static void
on_clear (PlumbDatePopover *self)
{
  PlumbValue value = plumb_value_null ();

  answer (self, &value);
}

/* A day that is typed closes the calendar as one that is chosen does. */
static void
on_evaluation (PlumbDatePopover *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (get_value (self)->type == PLUMB_VALUE_DATE)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    show_day (self);
}

static void
plumb_date_popover_dispose (GObject *object)
{
  PlumbDatePopover *self = PLUMB_DATE_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_date_popover_parent_class)->dispose (object);
}

static void
plumb_date_popover_class_init (PlumbDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_date_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbDatePopover, question);
  gtk_widget_class_bind_template_child (widget_class, PlumbDatePopover, entry_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbDatePopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, PlumbDatePopover, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
plumb_date_popover_init (PlumbDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_date_popover_new:
 * @session: a session
 * @finding: a date
 *
 * Returns: (transfer floating): a calendar that answers @finding
 */
GtkWidget *
plumb_date_popover_new (PlumbSession *session, const PlumbFinding *finding)
{
  PlumbDatePopover *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL && finding->type == PLUMB_FINDING_DATE, NULL);

  self = g_object_new (PLUMB_TYPE_DATE_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->finding = finding;
  gtk_label_set_text (self->question, plumb_text_get (finding->question, plumb_app_language ()));
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (on_evaluation), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
