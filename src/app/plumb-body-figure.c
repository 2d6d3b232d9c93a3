/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-figure.h"

#include "plumb-language.h"

#include <math.h>

/* Of the drawing's own size: a finger must still hit a heel. */
#define SCALE_LEAST 0.7
#define SCALE_NATURAL 1.1
/* What lies aside costs more than what lies ahead. */
#define ASIDE 2.5

struct _PlumbBodyFigure
{
  GtkWidget parent_instance;

  PlumbSession *session;
  PlumbBodyPicture *picture;
  GtkWidget *last; /* the area that had the focus last, a child */

  /* The drawing as it was painted last, and for what. */
  GdkTexture *texture;
  PlumbBodyMarks *marks;
  char *colors;
};

G_DEFINE_FINAL_TYPE (PlumbBodyFigure, plumb_body_figure, GTK_TYPE_WIDGET)

/* The drawing */

static char *
look_up_color (PlumbBodyFigure *self, const char *name, const char *fallback)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gdk_rgba_parse (&color, fallback);

  /* Numbers only, since a comma of the locale would be no color. */
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
}

static GdkTexture *
paint (GBytes *svg, int width, int height, int scale)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = NULL;
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  if (!plumb_body_picture_paint (svg, cr, width * scale, height * scale, &error))
    g_warning ("Body map: %s", error->message);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                       stride * (gsize) (height * scale),
                                       (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, pixels, stride);
}

/* Once for each size, marking and style, never for a frame. */
static void
ensure_texture (PlumbBodyFigure *self, int width, int height)
{
  PlumbBodyMarks *marks
      = plumb_consultation_get_marks (plumb_session_get_consultation (self->session));
  g_autofree char *figure = look_up_color (self, "plumb_open", "#5e5c64");
  g_autofree char *mark = look_up_color (self, "plumb_route", "#1a5fb4");
  g_autofree char *ground = look_up_color (self, "plumb_route_fill", "#d3e3f8");
  g_autofree char *colors = g_strconcat (figure, mark, ground, NULL);
  const PlumbBodyColors palette = { figure, mark, ground };
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GBytes) svg = NULL;

  if (self->texture != NULL && gdk_texture_get_width (self->texture) == width * scale
      && gdk_texture_get_height (self->texture) == height * scale
      && plumb_body_marks_equal (self->marks, marks) && g_str_equal (self->colors, colors))
    return;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->marks, plumb_body_marks_unref);
  g_free (self->colors);
  self->marks = plumb_body_marks_ref (marks);
  self->colors = g_steal_pointer (&colors);
  svg = plumb_body_picture_to_svg (marks, &palette, plumb_app_language (), NULL);
  if (svg != NULL)
    self->texture = paint (svg, width, height, scale);
}

/* Where the drawing lies: as large as fits, in the middle. */
static void
get_frame (PlumbBodyFigure *self, int width, int height, graphene_rect_t *frame)
{
  double scale = MIN (width / plumb_body_picture_get_width (self->picture),
                      height / plumb_body_picture_get_height (self->picture));
  double w = floor (plumb_body_picture_get_width (self->picture) * scale);
  double h = floor (plumb_body_picture_get_height (self->picture) * scale);

  graphene_rect_init (frame, (float) floor ((width - w) / 2), (float) floor ((height - h) / 2),
                      (float) w, (float) h);
}

static void
plumb_body_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbBodyFigure *self = PLUMB_BODY_FIGURE (widget);
  graphene_rect_t frame;

  if (self->picture == NULL)
    return;
  get_frame (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &frame);
  if (frame.size.width < 1 || frame.size.height < 1)
    return;
  ensure_texture (self, (int) frame.size.width, (int) frame.size.height);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &frame);

  GTK_WIDGET_CLASS (plumb_body_figure_parent_class)->snapshot (widget, snapshot);
}

/* The layout */

static void
plumb_body_figure_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PlumbBodyFigure *self = PLUMB_BODY_FIGURE (widget);
  double size = 0;

  if (self->picture != NULL)
    size = orientation == GTK_ORIENTATION_HORIZONTAL
               ? plumb_body_picture_get_width (self->picture)
               : plumb_body_picture_get_height (self->picture);
  *minimum = (int) ceil (size * SCALE_LEAST);
  *natural = (int) ceil (size * SCALE_NATURAL);
}

static void
plumb_body_figure_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbBodyFigure *self = PLUMB_BODY_FIGURE (widget);
  graphene_rect_t frame;
  double scale;

  if (self->picture == NULL)
    return;
  get_frame (self, width, height, &frame);
  scale = frame.size.width / plumb_body_picture_get_width (self->picture);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      cairo_rectangle_t place;
      GtkAllocation allocation;

      plumb_body_picture_get_place (self->picture,
                                    plumb_body_area_get_area (PLUMB_BODY_AREA (child)), &place);
      allocation.x = (int) lround (frame.origin.x + place.x * scale);
      allocation.y = (int) lround (frame.origin.y + place.y * scale);
      allocation.width = MAX (1, (int) lround (place.width * scale));
      allocation.height = MAX (1, (int) lround (place.height * scale));
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

/* The keyboard */

static void
get_middle (PlumbBodyFigure *self, GtkWidget *child, double *x, double *y)
{
  cairo_rectangle_t place;

  plumb_body_picture_get_place (self->picture, plumb_body_area_get_area (PLUMB_BODY_AREA (child)),
                                &place);
  *x = place.x + place.width / 2;
  *y = place.y + place.height / 2;
}

/* How far away a child is in a direction; less than 0: it is not there. */
static double
get_distance (PlumbBodyFigure *self, GtkWidget *from, GtkWidget *to, GtkDirectionType direction)
{
  double x, y, to_x, to_y, ahead, aside;

  get_middle (self, from, &x, &y);
  get_middle (self, to, &to_x, &to_y);
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    {
      ahead = direction == GTK_DIR_DOWN ? to_y - y : y - to_y;
      aside = fabs (to_x - x);
    }
  else
    {
      ahead = direction == GTK_DIR_RIGHT ? to_x - x : x - to_x;
      aside = fabs (to_y - y);
    }

  return ahead < 1 || aside > 2 * ahead ? -1 : ahead + ASIDE * aside;
}

static GtkWidget *
find_next (PlumbBodyFigure *self, GtkWidget *from, GtkDirectionType direction)
{
  GtkWidget *best = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      double distance = child != from ? get_distance (self, from, child, direction) : -1;

      if (distance >= 0 && distance < least)
        {
          least = distance;
          best = child;
        }
    }

  return best;
}

static gboolean
plumb_body_figure_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlumbBodyFigure *self = PLUMB_BODY_FIGURE (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = self->last != NULL ? self->last : gtk_widget_get_first_child (widget);
  else if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  else
    {
      GtkWidget *next = find_next (self, child, direction);

      /* At the edge of the picture the focus stays. */
      child = next != NULL ? next : child;
    }

  return child != NULL && gtk_widget_grab_focus (child);
}

static void
plumb_body_figure_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  if (child != NULL)
    PLUMB_BODY_FIGURE (widget)->last = child;

  GTK_WIDGET_CLASS (plumb_body_figure_parent_class)->set_focus_child (widget, child);
}

/* The widget */

static void
update (PlumbBodyFigure *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    plumb_body_area_update (PLUMB_BODY_AREA (child));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
remove_areas (PlumbBodyFigure *self)
{
  GtkWidget *child;

  self->last = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
plumb_body_figure_dispose (GObject *object)
{
  PlumbBodyFigure *self = PLUMB_BODY_FIGURE (object);

  remove_areas (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->marks, plumb_body_marks_unref);
  g_clear_pointer (&self->colors, g_free);
  g_clear_pointer (&self->picture, plumb_body_picture_free);

  G_OBJECT_CLASS (plumb_body_figure_parent_class)->dispose (object);
}

static void
plumb_body_figure_class_init (PlumbBodyFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_body_figure_dispose;
  widget_class->measure = plumb_body_figure_measure;
  widget_class->size_allocate = plumb_body_figure_size_allocate;
  widget_class->snapshot = plumb_body_figure_snapshot;
  widget_class->focus = plumb_body_figure_focus;
  widget_class->set_focus_child = plumb_body_figure_set_focus_child;

  gtk_widget_class_set_css_name (widget_class, "bodyfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_body_figure_init (PlumbBodyFigure *self)
{
}

static void
add_areas (PlumbBodyFigure *self)
{
  GPtrArray *areas = plumb_pathway_get_areas (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *area = g_ptr_array_index (areas, i);
      cairo_rectangle_t place;

      if (plumb_body_picture_get_place (self->picture, area, &place))
        gtk_widget_set_parent (plumb_body_area_new (self->session, self->picture, area),
                               GTK_WIDGET (self));
    }
}

/**
 * plumb_body_figure_set_session:
 * @self: a figure without a session so far
 * @session: whose marks it shows and changes
 */
void
plumb_body_figure_set_session (PlumbBodyFigure *self, PlumbSession *session)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLUMB_IS_BODY_FIGURE (self) && self->session == NULL);
  g_return_if_fail (PLUMB_IS_SESSION (session));

  self->session = g_object_ref (session);
  self->picture = plumb_body_picture_new (plumb_session_get_pathway (session), &error);
  if (self->picture == NULL)
    {
      g_warning ("Body map: %s", error->message);
      return;
    }
  add_areas (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: (nullable): the widget of an area */
PlumbBodyArea *
plumb_body_figure_find_area (PlumbBodyFigure *self, const PlumbArea *area)
{
  g_return_val_if_fail (PLUMB_IS_BODY_FIGURE (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (plumb_body_area_get_area (PLUMB_BODY_AREA (child)) == area)
      return PLUMB_BODY_AREA (child);

  return NULL;
}
