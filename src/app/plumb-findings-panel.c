/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-findings-panel.h"

#include "plumb-finding-group.h"
#include "plumb-reveal.h"

#include <glib/gi18n.h>

/* Around a finding to which somebody is led: so much that its neighbors are seen. */
#define MARGIN 60

struct _PlumbFindingsPanel
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkBox *groups;
  GtkLabel *no_match;

  PlumbSession *session;
};

G_DEFINE_FINAL_TYPE (PlumbFindingsPanel, plumb_findings_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Words in whatever case and form of accents, as the groups compare them. */
static char **
split_words (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return g_strsplit_set (g_strstrip (folded), " \t", -1);
}

static void
on_search (PlumbFindingsPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_auto (GStrv) words = split_words (text);
  gboolean searching = words[0] != NULL && *words[0] != '\0';
  guint n_matches = 0;

  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    n_matches += plumb_finding_group_search (PLUMB_FINDING_GROUP (group), searching ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->no_match), n_matches == 0);
}

static void
on_stop_search (PlumbFindingsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
clear_groups (PlumbFindingsPanel *self)
{
  GtkWidget *group;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
}

static void
add_groups (PlumbFindingsPanel *self)
{
  GPtrArray *groups = plumb_pathway_get_groups (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->groups,
                    plumb_finding_group_new (self->session, g_ptr_array_index (groups, i)));
}

static void
plumb_findings_panel_dispose (GObject *object)
{
  g_clear_object (&PLUMB_FINDINGS_PANEL (object)->session);

  G_OBJECT_CLASS (plumb_findings_panel_parent_class)->dispose (object);
}

static void
plumb_findings_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, PLUMB_FINDINGS_PANEL (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_findings_panel_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    plumb_findings_panel_set_session (PLUMB_FINDINGS_PANEL (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_findings_panel_class_init (PlumbFindingsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_findings_panel_dispose;
  object_class->get_property = plumb_findings_panel_get_property;
  object_class->set_property = plumb_findings_panel_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "findingspanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-findings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingsPanel, search);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingsPanel, groups);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingsPanel, no_match);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
plumb_findings_panel_init (PlumbFindingsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plumb_findings_panel_set_session (PlumbFindingsPanel *self, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_FINDINGS_PANEL (self));

  if (!g_set_object (&self->session, session))
    return;
  clear_groups (self);
  if (session != NULL)
    add_groups (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Puts the cursor into the search entry. */
void
plumb_findings_panel_search (PlumbFindingsPanel *self)
{
  g_return_if_fail (PLUMB_IS_FINDINGS_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static PlumbFindingGroup *
find_group (PlumbFindingsPanel *self, const PlumbGroup *wanted)
{
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    if (plumb_finding_group_get_group (PLUMB_FINDING_GROUP (group)) == wanted)
      return PLUMB_FINDING_GROUP (group);

  return NULL;
}

static void
focus_finding (GtkWidget *group, gconstpointer finding)
{
  GtkWidget *row = plumb_finding_group_find_row (PLUMB_FINDING_GROUP (group), finding);

  if (row == NULL)
    return;
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  plumb_reveal (row, MARGIN);
}

void
plumb_findings_panel_go_to (PlumbFindingsPanel *self, const PlumbFinding *finding)
{
  PlumbFindingGroup *group;

  g_return_if_fail (PLUMB_IS_FINDINGS_PANEL (self));
  g_return_if_fail (finding != NULL);

  group = find_group (self, finding->group);
  if (group == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search (self);
  plumb_finding_group_set_expanded (group, TRUE);
  plumb_later (GTK_WIDGET (group), focus_finding, finding);
}
