/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-presenter-private.h"

#include <string.h>

/* More do not sit in a room. */
#define MOST_VOTES 999

/* Forward and back */

void
plumb_teaching_presenter_go_to (PlumbTeachingPresenter *self, guint place, guint moment)
{
  self->place = place;
  self->moment = moment;
  self->marked = -1;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
go_on (PlumbTeachingPresenter *self)
{
  if (self->moment + 1 < plumb_teaching_presenter_find_slide (self)->n_moments)
    plumb_teaching_presenter_go_to (self, self->place, self->moment + 1);
  else if (self->place + 1 < plumb_slides_get_length (self->slides))
    plumb_teaching_presenter_go_to (self, self->place + 1, 0);
}

static void
go_back (PlumbTeachingPresenter *self)
{
  if (self->moment > 0)
    plumb_teaching_presenter_go_to (self, self->place, self->moment - 1);
  else if (self->place > 0)
    plumb_teaching_presenter_go_to (
        self, self->place - 1, plumb_slides_get (self->slides, self->place - 1)->n_moments - 1);
}

/* To the end of what is shown, then to the next. */
static void
leap (PlumbTeachingPresenter *self)
{
  if (self->moment + 1 < plumb_teaching_presenter_find_slide (self)->n_moments)
    plumb_teaching_presenter_go_to (self, self->place,
                                    plumb_teaching_presenter_find_slide (self)->n_moments - 1);
  else
    go_on (self);
}

static void
go_to_end (PlumbTeachingPresenter *self)
{
  guint last = plumb_slides_get_length (self->slides) - 1;

  plumb_teaching_presenter_go_to (self, last, plumb_slides_get (self->slides, last)->n_moments - 1);
}

/* Votes */

/* Exits that can be voted for now. */
static guint
count_open (PlumbTeachingPresenter *self)
{
  const PlumbSlide *slide = plumb_teaching_presenter_find_slide (self);

  if (slide->kind != PLUMB_SLIDE_BOX || plumb_slide_tells_outcome (slide, self->moment))
    return 0;

  return plumb_slide_count_exits (slide, self->moment);
}

static gboolean
type_digit (PlumbTeachingPresenter *self, guint digit)
{
  guint *votes = plumb_teaching_presenter_find_votes (self);

  if (count_open (self) == 0)
    return FALSE;
  if (self->marked >= 0)
    {
      if (votes[self->marked] * 10 + digit <= MOST_VOTES)
        votes[self->marked] = votes[self->marked] * 10 + digit;
    }
  else if (digit == 0)
    memset (votes, 0, sizeof *votes * plumb_teaching_presenter_find_slide (self)->exits->len);
  else if (digit <= count_open (self) && votes[digit - 1] < MOST_VOTES)
    votes[digit - 1]++;

  return TRUE;
}

static gboolean
erase_digit (PlumbTeachingPresenter *self)
{
  if (self->marked < 0)
    return FALSE;
  plumb_teaching_presenter_find_votes (self)[self->marked] /= 10;

  return TRUE;
}

static void
scroll (PlumbTeachingPresenter *self, int direction)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                                + direction * gtk_adjustment_get_page_size (adjustment) / 2);
}

/* From none over each exit to none. Returns whether there is anything to mark. */
static gboolean
mark (PlumbTeachingPresenter *self, int direction)
{
  int n = (int) count_open (self);

  if (n == 0)
    return FALSE;
  self->marked += direction;
  if (self->marked < -1)
    self->marked = n - 1;
  else if (self->marked >= n)
    self->marked = -1;

  return TRUE;
}

/* The blank chart */

static void
begin_blank (PlumbTeachingPresenter *self)
{
  const PlumbSlide *slide = plumb_teaching_presenter_find_slide (self);

  self->blank = TRUE;
  self->n_filled = 0;
  if (slide->node != NULL)
    plumb_teaching_chart_show_blank (self->blank_chart, slide->node->stage, 0);
}

static void
turn_blank (PlumbTeachingPresenter *self, int direction)
{
  GPtrArray *stages
      = plumb_pathway_get_stages (plumb_case_get_pathway (plumb_slides_get_case (self->slides)));
  int wanted = (int) plumb_teaching_chart_get_stage (self->blank_chart)->index + direction;

  if (wanted < 0 || wanted >= (int) stages->len)
    return;
  self->n_filled = 0;
  plumb_teaching_chart_show_blank (self->blank_chart, g_ptr_array_index (stages, (guint) wanted),
                                   0);
}

static gboolean
press_blank (PlumbTeachingPresenter *self, guint key)
{
  guint n = plumb_teaching_chart_get_stage (self->blank_chart)->nodes->len;

  if (key == GDK_KEY_Right)
    self->n_filled = MIN (self->n_filled + 1, n);
  else if (key == GDK_KEY_Left)
    self->n_filled = self->n_filled > 0 ? self->n_filled - 1 : 0;
  else if (key == GDK_KEY_Home || key == GDK_KEY_End)
    self->n_filled = key == GDK_KEY_End ? n : 0;
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    turn_blank (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_b || key == GDK_KEY_Escape)
    self->blank = FALSE;
  else
    return FALSE;

  return TRUE;
}

/* Keys */

int
plumb_teaching_find_digit (guint keyval)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);

  return g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
}

/* Those of a pointer for the lectern, of the number pad, and of text that runs leftwards. */
static guint
simplify (PlumbTeachingPresenter *self, guint keyval)
{
  gboolean leftwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Right;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Left;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return leftwards ? GDK_KEY_Left : GDK_KEY_Right;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return leftwards ? GDK_KEY_Right : GDK_KEY_Left;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_period:
    case GDK_KEY_F5:
      return GDK_KEY_b;
    default:
      return gdk_keyval_to_lower (keyval);
    }
}

static gboolean
move (PlumbTeachingPresenter *self, guint key)
{
  if (key == GDK_KEY_Right)
    go_on (self);
  else if (key == GDK_KEY_Left)
    go_back (self);
  else if (key == GDK_KEY_Return)
    leap (self);
  else if (key == GDK_KEY_Home)
    plumb_teaching_presenter_go_to (self, 0, 0);
  else if (key == GDK_KEY_End)
    go_to_end (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
press_slide (PlumbTeachingPresenter *self, guint keyval, guint key)
{
  int digit = plumb_teaching_find_digit (keyval);
  int direction = key == GDK_KEY_Down ? 1 : -1;

  if (move (self, key))
    return TRUE;
  if (digit >= 0)
    return type_digit (self, (guint) digit);
  if (key == GDK_KEY_BackSpace)
    return erase_digit (self);
  if (key == GDK_KEY_b)
    {
      begin_blank (self);
      return TRUE;
    }
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  if (!mark (self, direction))
    scroll (self, direction);

  return TRUE;
}

/**
 * plumb_teaching_presenter_press_key:
 * @self: a presenter with a case
 * @keyval: a key
 * @state: what is held down with it
 *
 * Returns: whether the key did anything
 */
gboolean
plumb_teaching_presenter_press_key (PlumbTeachingPresenter *self,
                                    guint keyval,
                                    GdkModifierType state)
{
  guint key;

  g_return_val_if_fail (PLUMB_IS_TEACHING_PRESENTER (self), FALSE);

  if (self->slides == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  key = simplify (self, keyval);
  if (!self->blank && key == GDK_KEY_Escape)
    {
      g_signal_emit_by_name (self, "left");
      return TRUE;
    }
  if (!(self->blank ? press_blank (self, key) : press_slide (self, keyval, key)))
    return FALSE;
  plumb_teaching_presenter_show (self);

  return TRUE;
}
