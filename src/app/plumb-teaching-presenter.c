/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-presenter-private.h"

#include "plumb-language.h"
#include "plumb-teaching-slide.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlumbTeachingPresenter, plumb_teaching_presenter, ADW_TYPE_BIN)

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const PlumbSlide *
plumb_teaching_presenter_find_slide (PlumbTeachingPresenter *self)
{
  return plumb_slides_get (self->slides, self->place);
}

guint *
plumb_teaching_presenter_find_votes (PlumbTeachingPresenter *self)
{
  return g_ptr_array_index (self->votes, self->place);
}

/* What is shown */

static void
clear_content (PlumbTeachingPresenter *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_chart (PlumbTeachingPresenter *self)
{
  const PlumbSlide *slide = plumb_teaching_presenter_find_slide (self);
  PlumbEvaluation *wanted
      = plumb_slide_tells_outcome (slide, self->moment) ? slide->after : slide->before;
  const PlumbStage *stage
      = slide->node != NULL
            ? slide->node->stage
            : plumb_case_get_step (plumb_slides_get_case (self->slides), slide->step)->stage;

  if (slide->kind == PLUMB_SLIDE_ADVICE && self->moment == 0)
    wanted = slide->before;
  if (wanted != self->shown)
    plumb_teaching_chart_show (self->chart, wanted, slide->node);
  self->shown = wanted;
  if (slide->kind != PLUMB_SLIDE_STORY && stage != NULL)
    plumb_teaching_chart_show_blank (self->chart, stage, G_MAXUINT);
}

static const char *
get_help (PlumbTeachingPresenter *self)
{
  if (self->blank)
    return _ ("→ Space: next box · ←: hide it · ↑ ↓: other stage · Home, End: none, all · "
              "B or Esc: back to the case");
  if (self->marked >= 0)
    return _ (
        "Type the number of votes · Backspace: last digit · ↑ ↓: other exit · → Space: go on");
  if (plumb_teaching_presenter_find_slide (self)->kind == PLUMB_SLIDE_BOX
      && !plumb_slide_tells_outcome (plumb_teaching_presenter_find_slide (self), self->moment))
    return _ (
        "→ Space: next · ←: back · Enter: reveal · 1–9: one vote more · ↑ ↓: type the votes of "
        "an exit · 0: no votes · B: blank chart · Esc: leave");

  return _ ("→ Space: next · ←: back · Enter: next box · ↑ ↓: scroll · Home, End: first, last · B: "
            "blank chart · Esc: leave");
}

static void
name_it (PlumbTeachingPresenter *self, const char *heading)
{
  g_autofree char *text = plumb_teaching_presenter_dup_text (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_slide (PlumbTeachingPresenter *self)
{
  PlumbTeachingSlide slide
      = { plumb_slides_get_case (self->slides), plumb_teaching_presenter_find_slide (self),
          self->moment, plumb_teaching_presenter_find_votes (self), self->marked };
  const PlumbText *title = plumb_case_get_title (slide.teaching_case);
  /* Translators: %s: the title of a case. */
  g_autofree char *text
      = g_strdup_printf (_ ("Teaching case: %s"), plumb_text_get (title, plumb_app_language ()));
  /* Translators: which slide of how many. */
  g_autofree char *place
      = g_strdup_printf (_ ("%u of %u"), self->place + 1, plumb_slides_get_length (self->slides));
  GtkWidget *heading;

  clear_content (self);
  heading = plumb_teaching_slide_fill (&slide, self->content);
  gtk_label_set_text (self->title, text);
  gtk_label_set_text (self->place_text, place);
  gtk_stack_set_visible_child (self->charts, GTK_WIDGET (self->chart));
  show_chart (self);
  name_it (self, gtk_label_get_text (GTK_LABEL (heading)));
}

static void
show_blank (PlumbTeachingPresenter *self)
{
  const PlumbStage *stage = plumb_teaching_chart_get_stage (self->blank_chart);
  /* Translators: the number and the title of a stage. */
  g_autofree char *title
      = g_strdup_printf (_ ("Teaching: blank chart of %u %s, to be filled in"), stage->number,
                         plumb_text_get (stage->title, plumb_app_language ()));
  /* Translators: how many boxes of how many. */
  g_autofree char *place
      = g_strdup_printf (_ ("%u of %u boxes"), self->n_filled, stage->nodes->len);

  clear_content (self);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->place_text, place);
  plumb_teaching_chart_show_blank (self->blank_chart, stage, self->n_filled);
  gtk_stack_set_visible_child (self->charts, GTK_WIDGET (self->blank_chart));
  name_it (self, title);
}

void
plumb_teaching_presenter_show (PlumbTeachingPresenter *self)
{
  if (self->blank)
    show_blank (self);
  else
    show_slide (self);
  gtk_widget_set_visible (self->left, !self->blank);
  gtk_label_set_text (self->help, get_help (self));
}

/* The object */

static void
forget (PlumbTeachingPresenter *self)
{
  g_clear_pointer (&self->slides, plumb_slides_free);
  g_ptr_array_set_size (self->votes, 0);
  self->shown = NULL;
  if (self->chart != NULL)
    gtk_stack_remove (self->charts, GTK_WIDGET (self->chart));
  if (self->blank_chart != NULL)
    gtk_stack_remove (self->charts, GTK_WIDGET (self->blank_chart));
  self->chart = self->blank_chart = NULL;
}

static void
plumb_teaching_presenter_dispose (GObject *object)
{
  PlumbTeachingPresenter *self = PLUMB_TEACHING_PRESENTER (object);

  if (self->charts != NULL)
    forget (self);
  self->charts = NULL;

  G_OBJECT_CLASS (plumb_teaching_presenter_parent_class)->dispose (object);
}

static void
plumb_teaching_presenter_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TEACHING_PRESENTER (object)->votes);

  G_OBJECT_CLASS (plumb_teaching_presenter_parent_class)->finalize (object);
}

static void
plumb_teaching_presenter_class_init (PlumbTeachingPresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_presenter_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_presenter_finalize;
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "presenter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-presenter.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, place_text);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, left);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, content);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, charts);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPresenter, help);
}

static void
plumb_teaching_presenter_init (PlumbTeachingPresenter *self)
{
  self->votes = g_ptr_array_new_with_free_func (g_free);
  self->marked = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static PlumbTeachingChart *
add_chart (PlumbTeachingPresenter *self, PlumbPathway *pathway)
{
  GtkWidget *chart = plumb_teaching_chart_new_plain (pathway);

  gtk_stack_add_child (self->charts, chart);

  return PLUMB_TEACHING_CHART (chart);
}

/**
 * plumb_teaching_presenter_set_case:
 * @self: a presenter
 * @teaching_case: what to show, from its beginning
 */
void
plumb_teaching_presenter_set_case (PlumbTeachingPresenter *self, PlumbCase *teaching_case)
{
  g_return_if_fail (PLUMB_IS_TEACHING_PRESENTER (self));
  g_return_if_fail (teaching_case != NULL);

  forget (self);
  self->slides = plumb_slides_new (teaching_case);
  for (guint i = 0; i < plumb_slides_get_length (self->slides); i++)
    g_ptr_array_add (self->votes,
                     g_new0 (guint, plumb_slides_get (self->slides, i)->exits->len + 1));
  self->chart = add_chart (self, plumb_case_get_pathway (teaching_case));
  self->blank_chart = add_chart (self, plumb_case_get_pathway (teaching_case));
  self->blank = FALSE;
  plumb_teaching_presenter_go_to (self, 0, 0);
  plumb_teaching_presenter_show (self);
}

/* Reading */

const PlumbSlide *
plumb_teaching_presenter_get_slide (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), NULL);

  return self->slides != NULL ? plumb_teaching_presenter_find_slide (self) : NULL;
}

guint
plumb_teaching_presenter_get_place (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), 0);

  return self->place;
}

guint
plumb_teaching_presenter_get_moment (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), 0);

  return self->moment;
}

guint
plumb_teaching_presenter_get_votes (PlumbTeachingPresenter *self, guint exit)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), 0);
  g_return_val_if_fail (
      self->slides != NULL && exit < plumb_teaching_presenter_find_slide (self)->exits->len, 0);

  return plumb_teaching_presenter_find_votes (self)[exit];
}

int
plumb_teaching_presenter_get_marked (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), -1);

  return self->marked;
}

gboolean
plumb_teaching_presenter_get_blank (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), FALSE);

  return self->blank;
}

guint
plumb_teaching_presenter_get_filled (PlumbTeachingPresenter *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), 0);

  return self->n_filled;
}

static void
collect (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

char *
plumb_teaching_presenter_dup_text (PlumbTeachingPresenter *self)
{
  GString *text;

  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), NULL);

  text = g_string_new (NULL);
  collect (GTK_WIDGET (self->content), text);

  return g_string_free (text, FALSE);
}
