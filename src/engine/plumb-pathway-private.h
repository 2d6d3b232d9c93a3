/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-markup.h"
#include "plumb-pathway.h"

G_BEGIN_DECLS

/* What a pathway is a list of, each with its ids. */
typedef enum
{
  PLUMB_KIND_SOURCE,
  PLUMB_KIND_STATEMENT,
  PLUMB_KIND_GROUP,
  PLUMB_KIND_CARD,
  PLUMB_KIND_FINDING,
  PLUMB_KIND_SCORE,
  PLUMB_KIND_MEASURE,
  PLUMB_KIND_AREA,
  PLUMB_KIND_TERM,
  PLUMB_KIND_WARNING,
  PLUMB_KIND_RECOMMENDATION,
  PLUMB_KIND_DISAGREEMENT,
  PLUMB_KIND_STAGE,
  PLUMB_KIND_NODE,
  PLUMB_KIND_SECTION, /* of the handout */
  PLUMB_KIND_PICTURE,
  PLUMB_KIND_TRANSLATION,
  PLUMB_KIND_DEPARTURE,
  PLUMB_N_KINDS,
} PlumbKind;

struct _PlumbPathway
{
  gatomicrefcount references;
  char *id;
  char *version;
  PlumbReview review;
  char *updated;
  PlumbText *title;
  PlumbText *disclaimer;
  GPtrArray *lists[PLUMB_N_KINDS];   /* the structs, in the order of the file */
  GHashTable *tables[PLUMB_N_KINDS]; /* id to struct */
  GPtrArray *exits;
  const PlumbBody *body; /* NULL: none */
  PlumbHandoutPlan *handout; /* NULL: none */
  const PlumbFinding *roles[PLUMB_ROLE_AGE + 1];

  /* How to evaluate: one array of slots holds the findings, the days since
   * onset, the terms and the recommendations; each list is in an order in which
   * everything stands behind what it depends on. */
  guint n_slots;
  guint days_slot;
  GPtrArray *term_order;           /* PlumbTerm */
  GPtrArray *node_order;           /* PlumbNode */
  GPtrArray *recommendation_order; /* PlumbRecommendation */

  GPtrArray *invariants; /* PlumbInvariant */
  GPtrArray *accepted;   /* PlumbAccepted */
  guint n_accepted;      /* those inside invariants too */

  GBytes *bytes; /* the file, and what it is called: for whoever names a place in it */
  char *name;

  GPtrArray *owned; /* PlumbOwned: everything above that must be freed */
};

gpointer plumb_pathway_own (PlumbPathway *self, gpointer data, GDestroyNotify destroy);
PlumbPathway *plumb_pathway_new_empty (void);
const PlumbFinding *plumb_pathway_get_slot_finding (const PlumbPathway *self, guint slot);
const PlumbTerm *plumb_pathway_get_slot_term (const PlumbPathway *self, guint slot);
const PlumbRecommendation *plumb_pathway_get_slot_recommendation (const PlumbPathway *self,
                                                                  guint slot);

/* The reader, over several files. */
typedef struct
{
  PlumbPathway *pathway;
  PlumbElement *root;
  GHashTable *elements; /* struct to PlumbElement, for what is read in two steps */
  const char *data;     /* the file, which the pathway keeps */
  gboolean with_recommendations; /* whether names of recommendations may be used now */
  const PlumbFinding *it;        /* what the name “it” stands for now, or NULL */
} PlumbReader;

typedef gboolean (*PlumbReaderFunc) (PlumbReader *reader, PlumbElement *element, GError **error);

gboolean plumb_reader_section (PlumbReader *reader, const char *name, const char *child,
                               PlumbReaderFunc read, GError **error);
gpointer plumb_reader_add (PlumbReader *reader, PlumbKind kind, gsize size, PlumbElement *element,
                           const char *id_attribute, GError **error);
gpointer plumb_reader_find (PlumbReader *reader, PlumbKind kind, const PlumbElement *element,
                            const char *attribute, const char *id, GError **error);
gboolean plumb_reader_text (PlumbReader *reader, const PlumbElement *element, const char *name,
                            gboolean required, const PlumbText **text, GError **error);
gboolean plumb_reader_list (PlumbReader *reader, PlumbKind kind, const PlumbElement *element,
                            const char *attribute, GPtrArray **list, GError **error);
gboolean plumb_reader_integer (const PlumbElement *element, const char *attribute, gint64 fallback,
                               gint64 *value, GError **error);
gboolean plumb_reader_word (const PlumbElement *element, const char *attribute,
                            const char *const *words, int fallback, int *value, GError **error);
extern const char *const plumb_reader_urgencies[];
GPtrArray *plumb_reader_array (PlumbReader *reader);
const char *plumb_reader_string (PlumbReader *reader, const char *string);

/* attribute NULL: the element's text. type: what it must yield. */
gboolean plumb_reader_expression (PlumbReader *reader, const PlumbElement *element,
                                  const char *attribute, PlumbValueType type, gboolean required,
                                  PlumbExpression **expression, GError **error);

gboolean plumb_reader_check_codes (PlumbReader *reader, const PlumbElement *element,
                                   const char *attribute, const PlumbExpression *expression,
                                   GError **error);

gboolean plumb_reader_read_head (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_sources (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_groups (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_findings (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_scores (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_body (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_terms (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_advice (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_stages (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_exits (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_handout (PlumbReader *reader, GError **error);
gboolean plumb_reader_read_invariants (PlumbReader *reader, GError **error);
void plumb_reader_read_topics (PlumbReader *reader, const PlumbElement *element,
                               const char *attribute, GPtrArray **topics);
gboolean plumb_reader_order (PlumbReader *reader, GError **error);

G_END_DECLS
