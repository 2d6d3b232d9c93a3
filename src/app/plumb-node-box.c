/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-node-box.h"

#include "plumb-chart-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _PlumbNodeBox
{
  GtkWidget parent_instance;

  PlumbChartLayout *layout; /* keeps geometry alive */
  const PlumbChartBox *geometry;
  PlumbStanding standing;
  gboolean tried;
  gboolean blank;
  PlumbChartPalette palette;
  PangoContext *context;
  PangoLayout *text;
  PangoLayout *number;
};

G_DEFINE_FINAL_TYPE (PlumbNodeBox, plumb_node_box, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const classes[] = {
  [PLUMB_STANDING_OPEN] = "open",
  [PLUMB_STANDING_TAKEN] = "taken",
  [PLUMB_STANDING_CURRENT] = "current",
  [PLUMB_STANDING_RULED_OUT] = "ruled-out",
};

static void
open_box (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *widget)
{
  if (gtk_widget_contains (widget, x, y))
    {
      gtk_widget_grab_focus (widget);
      g_signal_emit (widget, signals[OPENED], 0);
    }
}

/* Text */

static PangoLayout *
create_layout (PlumbNodeBox *self, const char *text, gboolean bold, double scale)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static void
ensure_text (PlumbNodeBox *self)
{
  g_autofree char *text = NULL;

  if (self->text != NULL)
    return;
  text = g_strjoinv ("\n", self->geometry->lines);
  self->text = create_layout (self, text, self->standing == PLUMB_STANDING_CURRENT, 1);
}

static void
ensure_number (PlumbNodeBox *self)
{
  g_autofree char *text = NULL;

  if (self->number != NULL)
    return;
  text = g_strdup_printf ("%u", self->geometry->node->number);
  self->number = create_layout (self, text, TRUE, strlen (text) > 2 ? 0.62 : 0.75);
}

/* In the middle of an area; the layout has no width of its own. */
static void
append_layout (GtkSnapshot *snapshot,
               PangoLayout *layout,
               const PlumbRectangle *area,
               const GdkRGBA *color)
{
  PangoRectangle extents;
  graphene_point_t point;

  pango_layout_get_extents (layout, NULL, &extents);
  point.x = (float) (area->x + (area->width - (double) extents.width / PANGO_SCALE) / 2
                     - (double) extents.x / PANGO_SCALE);
  point.y = (float) (area->y + (area->height - (double) extents.height / PANGO_SCALE) / 2);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &point);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Drawing, in coordinates of the box */

static PlumbRectangle
localize (PlumbNodeBox *self, const PlumbRectangle *rectangle)
{
  return (PlumbRectangle){ rectangle->x - self->geometry->area.x,
                           rectangle->y - self->geometry->area.y, rectangle->width,
                           rectangle->height };
}

static gboolean
is_right_to_left (PlumbNodeBox *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
draw_shapes (PlumbNodeBox *self,
             cairo_t *cr,
             const PlumbRectangle *area,
             const PlumbRectangle *badge)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  PlumbRectangle other = *badge; /* on the other upper corner */

  if (self->tried)
    plumb_chart_draw_tried_box (cr, self->geometry->node->kind, area, self->standing,
                                (flags & GTK_STATE_FLAG_PRELIGHT) != 0, &self->palette);
  else
    plumb_chart_draw_box (cr, self->geometry->node->kind, area, self->standing,
                          (flags & GTK_STATE_FLAG_PRELIGHT) != 0, &self->palette);
  if (badge->width <= 0)
    return;
  plumb_chart_draw_badge (cr, badge, self->standing, &self->palette);
  other.x = area->width - badge->x - badge->width;
  if (self->standing == PLUMB_STANDING_TAKEN)
    plumb_chart_draw_check (cr, &other, &self->palette);
  else if (self->standing == PLUMB_STANDING_CURRENT)
    plumb_chart_draw_marker (cr, &other, is_right_to_left (self), &self->palette);
}

static void
append_shapes (PlumbNodeBox *self,
               GtkSnapshot *snapshot,
               const PlumbRectangle *area,
               const PlumbRectangle *badge)
{
  float margin = (float) MAX (PLUMB_CHART_OVERHANG, badge->width);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-margin, -margin, (float) area->width + 2 * margin,
                                               (float) area->height + 2 * margin);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  draw_shapes (self, cr, area, badge);
  cairo_destroy (cr);
}

static void
plumb_node_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbNodeBox *self = PLUMB_NODE_BOX (widget);
  PlumbRectangle area = localize (self, &self->geometry->area);
  PlumbRectangle badge = localize (self, &self->geometry->badge);
  PlumbRectangle text_area = localize (self, &self->geometry->text_area);
  gboolean ruled_out = self->standing == PLUMB_STANDING_RULED_OUT;

  append_shapes (self, snapshot, &area, &badge);
  if (!self->blank)
    {
      ensure_text (self);
      append_layout (snapshot, self->text, &text_area,
                     ruled_out ? &self->palette.ruled_out : &self->palette.text);
    }
  if (badge.width <= 0)
    return;
  ensure_number (self);
  append_layout (snapshot, self->number, &badge, &self->palette.paper);
}

static void
plumb_node_box_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const PlumbRectangle *area = &PLUMB_NODE_BOX (widget)->geometry->area;
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? area->width : area->height;

  *minimum = *natural = (int) ceil (size);
}

static void
plumb_node_box_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  if ((previous ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_PRELIGHT)
    gtk_widget_queue_draw (widget);
}

static void
plumb_node_box_dispose (GObject *object)
{
  PlumbNodeBox *self = PLUMB_NODE_BOX (object);

  g_clear_object (&self->text);
  g_clear_object (&self->number);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (plumb_node_box_parent_class)->dispose (object);
}

static void
plumb_node_box_finalize (GObject *object)
{
  g_clear_pointer (&PLUMB_NODE_BOX (object)->layout, plumb_chart_layout_unref);

  G_OBJECT_CLASS (plumb_node_box_parent_class)->finalize (object);
}

static void
plumb_node_box_class_init (PlumbNodeBoxClass *klass)
{
  static const guint keys[]
      = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_node_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_node_box_finalize;
  widget_class->measure = plumb_node_box_measure;
  widget_class->snapshot = plumb_node_box_snapshot;
  widget_class->state_flags_changed = plumb_node_box_state_flags_changed;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "nodebox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  /* Without a parameter, so that assistive technologies can do it too. */
  gtk_widget_class_install_action (widget_class, "box.open", NULL, open_box);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "box.open", NULL);
}

static void
plumb_node_box_init (PlumbNodeBox *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->standing]);
}

static void
describe (PlumbNodeBox *self)
{
  g_autofree char *text = plumb_chart_describe_node (self->geometry->node, self->standing);
  g_autofree char *tried = NULL;

  if (self->blank)
    {
      g_free (text);
      /* Translators: read aloud for a box of the chart whose text is hidden; %u: its number. */
      text = self->geometry->node->number > 0
                 ? g_strdup_printf (_ ("Step %u, to be filled in"), self->geometry->node->number)
                 : g_strdup (_ ("A link, to be filled in"));
    }
  if (self->tried)
    /* Translators: read aloud before a box that would stand so with the answers that are tried. */
    tried = g_strdup_printf (_ ("This would change. %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tried != NULL ? tried : text, -1);
}

/**
 * plumb_node_box_new:
 * @layout: the layout of its stage
 * @geometry: where the box stands in it
 * @context: that of the layout
 *
 * Returns: (transfer floating): a box that nobody knows anything of yet
 */
GtkWidget *
plumb_node_box_new (PlumbChartLayout *layout, const PlumbChartBox *geometry, PangoContext *context)
{
  PlumbNodeBox *self;

  g_return_val_if_fail (layout != NULL && geometry != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (PLUMB_TYPE_NODE_BOX, NULL);
  self->layout = plumb_chart_layout_ref (layout);
  self->geometry = geometry;
  self->context = g_object_ref (context);
  describe (self);

  return GTK_WIDGET (self);
}

const PlumbNode *
plumb_node_box_get_node (PlumbNodeBox *self)
{
  g_return_val_if_fail (PLUMB_IS_NODE_BOX (self), NULL);

  return self->geometry->node;
}

const PlumbChartBox *
plumb_node_box_get_geometry (PlumbNodeBox *self)
{
  g_return_val_if_fail (PLUMB_IS_NODE_BOX (self), NULL);

  return self->geometry;
}

PlumbStanding
plumb_node_box_get_standing (PlumbNodeBox *self)
{
  g_return_val_if_fail (PLUMB_IS_NODE_BOX (self), PLUMB_STANDING_OPEN);

  return self->standing;
}

void
plumb_node_box_set_standing (PlumbNodeBox *self, PlumbStanding standing)
{
  g_return_if_fail (PLUMB_IS_NODE_BOX (self));

  if (standing == self->standing)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->standing]);
  self->standing = standing;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[standing]);
  g_clear_object (&self->text);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
plumb_node_box_get_tried (PlumbNodeBox *self)
{
  g_return_val_if_fail (PLUMB_IS_NODE_BOX (self), FALSE);

  return self->tried;
}

/* Whether it stands so only with the answers that are tried. */
void
plumb_node_box_set_tried (PlumbNodeBox *self, gboolean tried)
{
  g_return_if_fail (PLUMB_IS_NODE_BOX (self));

  if (tried == self->tried)
    return;
  self->tried = tried;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plumb_node_box_set_blank (PlumbNodeBox *self, gboolean blank)
{
  g_return_if_fail (PLUMB_IS_NODE_BOX (self));

  if (self->blank == !!blank)
    return;
  self->blank = !!blank;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plumb_node_box_set_palette (PlumbNodeBox *self, const PlumbChartPalette *palette)
{
  g_return_if_fail (PLUMB_IS_NODE_BOX (self));
  g_return_if_fail (palette != NULL);

  if (plumb_chart_palette_equal (palette, &self->palette))
    return;
  self->palette = *palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
