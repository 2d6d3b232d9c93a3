/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-finding-group.h"

#include "plumb-answer.h"
#include "plumb-finding-body.h"
#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

/* A group of findings that folds: its header says what is answered. What it holds is
 * made when it is first seen, for there is much of it. */
struct _PlumbFindingGroup
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkButton *header;
  GtkLabel *title;
  GtkLabel *digest;
  GtkLabel *count;
  GtkImage *arrow;
  GtkWidget *body; /* NULL until it is first seen */

  PlumbSession *session;
  const PlumbGroup *group;
  gboolean expanded;
  gboolean searching;
};

G_DEFINE_FINAL_TYPE (PlumbFindingGroup, plumb_finding_group, ADW_TYPE_BIN)

/* The header */

/* What is worth a word: anything but the unremarkable answers. */
static char *
digest_answers (PlumbFindingGroup *self, guint n_answered)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  GString *digest = g_string_new (NULL);

  for (guint i = 0; i < self->group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->group->findings, i);
      const PlumbValue *value = plumb_evaluation_get_answer (evaluation, finding);
      g_autofree char *phrase = NULL;

      if (value->type == PLUMB_VALUE_NULL || plumb_answer_is_normal (finding, value))
        continue;
      phrase = plumb_phrase_answer (finding, value, plumb_app_language ());
      g_string_append_printf (digest, "%s%s", digest->len > 0 ? ", " : "", phrase);
    }
  if (digest->len == 0 && n_answered == self->group->findings->len)
    /* Translators: beside a group of findings: all are answered and none is remarkable. */
    g_string_append (digest, _ ("none"));

  return g_string_free (digest, FALSE);
}

static guint
count_answered (PlumbFindingGroup *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  guint n = 0;

  for (guint i = 0; i < self->group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->group->findings, i);

      n += plumb_evaluation_get_answer (evaluation, finding)->type != PLUMB_VALUE_NULL;
    }

  return n;
}

static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static void
show_name (PlumbFindingGroup *self, guint n_answered)
{
  /* Translators: for screen readers: a group of findings and how many of them are answered. */
  g_autofree char *name
      = g_strdup_printf (_ ("%s, %u of %u answered"), gtk_label_get_text (self->title), n_answered,
                         self->group->findings->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->digest), -1);
}

static void
update (PlumbFindingGroup *self)
{
  guint n_answered = count_answered (self);
  g_autofree char *digest = digest_answers (self, n_answered);
  /* Translators: how many of how many findings are answered. */
  g_autofree char *count = g_strdup_printf (_ ("%u/%u"), n_answered, self->group->findings->len);

  set_text (self->digest, digest);
  set_text (self->count, count);
  show_name (self, n_answered);
}

/* The rows */

static void
show_rows (PlumbFindingGroup *self)
{
  gboolean open = self->expanded || self->searching;

  if (open && self->body == NULL)
    {
      self->body = plumb_finding_body_new (self->session, self->group);
      gtk_box_append (self->box, self->body);
    }
  if (self->body != NULL)
    gtk_widget_set_visible (self->body, open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static guint
count_matches (PlumbFindingGroup *self, char **words)
{
  guint n = 0;

  for (guint i = 0; i < self->group->findings->len; i++)
    n += plumb_finding_body_matches (g_ptr_array_index (self->group->findings, i), words);

  return n;
}

/**
 * plumb_finding_group_search:
 * @self: a group
 * @words: (nullable): folded words, all of which must be found; %NULL ends the search
 *
 * Leaves in sight only the findings whose texts hold the words, unfolded.
 *
 * Returns: how many there are
 */
guint
plumb_finding_group_search (PlumbFindingGroup *self, char **words)
{
  guint n_matches;

  g_return_val_if_fail (PLUMB_IS_FINDING_GROUP (self), 0);

  n_matches = words != NULL ? count_matches (self, words) : self->group->findings->len;
  self->searching = words != NULL && n_matches > 0;
  show_rows (self);
  if (self->body != NULL)
    plumb_finding_body_search (PLUMB_FINDING_BODY (self->body), self->searching ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n_matches > 0);

  return n_matches;
}

GtkWidget *
plumb_finding_group_find_row (PlumbFindingGroup *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_FINDING_GROUP (self), NULL);

  return self->body != NULL
             ? plumb_finding_body_find_row (PLUMB_FINDING_BODY (self->body), finding)
             : NULL;
}

const PlumbGroup *
plumb_finding_group_get_group (PlumbFindingGroup *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDING_GROUP (self), NULL);

  return self->group;
}

gboolean
plumb_finding_group_get_expanded (PlumbFindingGroup *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDING_GROUP (self), FALSE);

  return self->expanded;
}

void
plumb_finding_group_set_expanded (PlumbFindingGroup *self, gboolean expanded)
{
  g_return_if_fail (PLUMB_IS_FINDING_GROUP (self));

  self->expanded = expanded;
  show_rows (self);
}

static void
on_header (PlumbFindingGroup *self)
{
  plumb_finding_group_set_expanded (self, !self->expanded);
}

/* The widget */

static void
plumb_finding_group_dispose (GObject *object)
{
  PlumbFindingGroup *self = PLUMB_FINDING_GROUP (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_finding_group_parent_class)->dispose (object);
}

static void
plumb_finding_group_class_init (PlumbFindingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_finding_group_dispose;

  gtk_widget_class_set_css_name (widget_class, "findinggroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-finding-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, box);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, header);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, digest);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, count);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingGroup, arrow);
  gtk_widget_class_bind_template_callback (widget_class, on_header);
}

static void
plumb_finding_group_init (PlumbFindingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_finding_group_new:
 * @session: a session
 * @group: a group of its pathway
 *
 * Returns: (transfer floating): the group, folded
 */
GtkWidget *
plumb_finding_group_new (PlumbSession *session, const PlumbGroup *group)
{
  PlumbFindingGroup *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_FINDING_GROUP, NULL);
  self->session = g_object_ref (session);
  self->group = group;
  gtk_label_set_text (self->title, plumb_text_get (group->title, plumb_app_language ()));
  show_rows (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
