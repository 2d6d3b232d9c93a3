/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-expression.h"
#include "plumb-handout-plan.h"
#include "plumb-text.h"
#include "plumb-value.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The pathway as data: immutable once read, shared by reference count. The
 * structs below are views that live as long as their pathway; every pointer in
 * them is borrowed, and nobody but the reader writes to them. Arrays hold
 * pointers to these structs, in the order of the file.
 */

typedef struct _PlumbPathway PlumbPathway;
typedef struct _PlumbTranslation PlumbTranslation;
typedef struct _PlumbDepartureReason PlumbDepartureReason;
typedef struct _PlumbSource PlumbSource;
typedef struct _PlumbStatement PlumbStatement;
typedef struct _PlumbGroup PlumbGroup;
typedef struct _PlumbCard PlumbCard;
typedef struct _PlumbFinding PlumbFinding;
typedef struct _PlumbChoice PlumbChoice;
typedef struct _PlumbScore PlumbScore;
typedef struct _PlumbMeasure PlumbMeasure;
typedef struct _PlumbBody PlumbBody;
typedef struct _PlumbArea PlumbArea;
typedef struct _PlumbImplication PlumbImplication;
typedef struct _PlumbTerm PlumbTerm;
typedef struct _PlumbWarning PlumbWarning;
typedef struct _PlumbRecommendation PlumbRecommendation;
typedef struct _PlumbDisagreement PlumbDisagreement;
typedef struct _PlumbSide PlumbSide;
typedef struct _PlumbStage PlumbStage;
typedef struct _PlumbNode PlumbNode;
typedef struct _PlumbExit PlumbExit;
typedef struct _PlumbAdvice PlumbAdvice;

typedef enum
{
  PLUMB_FINDING_BOOLEAN,
  PLUMB_FINDING_INTEGER,
  PLUMB_FINDING_DATE,
  PLUMB_FINDING_STRING,
  PLUMB_FINDING_CHOICE,
} PlumbFindingType;

/* What the program itself must know of a finding; all else is the pathway's. */
typedef enum
{
  PLUMB_ROLE_NONE,
  PLUMB_ROLE_VISIT_DATE,
  PLUMB_ROLE_ONSET_DATE,
  PLUMB_ROLE_WEEKS_SINCE_ONSET,
  PLUMB_ROLE_PATIENT_LABEL,
  PLUMB_ROLE_AGE,
} PlumbFindingRole;

/* In the order in which advice of the same urgency is shown. */
typedef enum
{
  PLUMB_STRENGTH_DO,
  PLUMB_STRENGTH_CONSIDER,
  PLUMB_STRENGTH_CAUTION,
  PLUMB_STRENGTH_AVOID,
  PLUMB_STRENGTH_INFORM,
} PlumbStrength;

typedef enum
{
  PLUMB_URGENCY_EMERGENCY,
  PLUMB_URGENCY_SAME_DAY,
  PLUMB_URGENCY_URGENT,
  PLUMB_URGENCY_ROUTINE,
} PlumbUrgency;

/* From where the figure of the body map is seen. */
typedef enum
{
  PLUMB_VIEW_FRONT,
  PLUMB_VIEW_BACK,
} PlumbView;

typedef enum
{
  PLUMB_NODE_STATE,
  PLUMB_NODE_DECISION,
  PLUMB_NODE_ACTION,
  PLUMB_NODE_LINK,
} PlumbNodeKind;

typedef enum
{
  PLUMB_SELECT_ONE, /* exits exclude each other and cover every case */
  PLUMB_SELECT_ANY, /* each exit stands alone */
} PlumbSelect;

/* How far a text has been reviewed by those who answer for it. */
typedef enum
{
  PLUMB_REVIEW_SUBMITTED, /* by nobody yet */
  PLUMB_REVIEW_UNDER_REVIEW,
  PLUMB_REVIEW_APPROVED,
} PlumbReview;

/* A language that the pathway speaks beside its own. */
struct _PlumbTranslation
{
  const char *language; /* such as "es" */
  guint index;
  const char *name; /* in the language itself, such as "Español" */
  PlumbReview review;
};

/* Why a clinician departs from an advice, to choose from. */
struct _PlumbDepartureReason
{
  const char *id;
  guint index;
  const PlumbText *text;
};

struct _PlumbSource
{
  const char *id;
  guint index;
  const char *kind;
  int year;            /* 0 when unknown */
  const char *updated; /* ISO date or NULL */
  const PlumbText *title;
  const PlumbText *publisher; /* NULL: it does not say */
};

struct _PlumbStatement
{
  const char *id;
  guint index;
  const PlumbSource *source;
  const char *kind;
  gboolean page; /* a feature of the page, met by the program itself */
  const PlumbText *text;
};

struct _PlumbGroup
{
  const char *id;
  guint index;
  const PlumbText *title;
  gboolean history; /* what the patient tells; else what the clinician finds */
  GPtrArray *findings; /* PlumbFinding */
};

/* Findings that are asked together. */
struct _PlumbCard
{
  const char *id;
  guint index;
  const PlumbText *title;
  const PlumbText *prompt;
  gboolean brief;      /* its lines are only named, so that all are in sight at once */
  GPtrArray *findings; /* PlumbFinding */
};

struct _PlumbChoice
{
  const char *code; /* interned */
  const PlumbText *label;
  const PlumbText *phrase;
};

struct _PlumbFinding
{
  const char *id;
  guint index; /* place among the findings, and in every array of answers */
  PlumbFindingType type;
  PlumbFindingRole role;
  const PlumbGroup *group;
  const PlumbCard *card; /* NULL: asked alone */
  gint64 minimum;        /* integers */
  gint64 maximum;
  PlumbValue normal; /* the unremarkable answer of a yes/no, a choice or a number; null: none */
  const PlumbFinding *follows; /* normal only as long as this one is not remarkable; or NULL */
  const PlumbFinding *needs;   /* not asked for when this one is no; or NULL */
  const PlumbText *label;
  const PlumbText *question;
  const PlumbText *patient;
  const PlumbText *help;
  const PlumbText *yes; /* fragments for reasons; booleans only */
  const PlumbText *no;
  const PlumbText *problem; /* NULL unless normal is yes */
  const PlumbText *phrase;  /* with one %s; integers, dates and strings */
  GPtrArray *choices;       /* PlumbChoice; choices only, else empty */
  GPtrArray *statements;    /* PlumbStatement */
  const PlumbScore *score;  /* the score of which this is an item, or NULL */
  gboolean groundwork;      /* the first stage turns on it, and so everything does */
  gboolean recorded;        /* kept and printed; meant to decide nothing */
};

/* A questionnaire of several items with a result. */
struct _PlumbScore
{
  const char *id;
  guint index;
  const PlumbGroup *group;
  const PlumbFinding *entered; /* the result when scored elsewhere */
  const PlumbText *title;
  const PlumbText *copyright;
  const PlumbText *prompt;
  GPtrArray *items;        /* PlumbFinding */
  GPtrArray *item_codes;   /* const char *, LOINC, beside items */
  GPtrArray *field_names;  /* const char *: total, subscore, risk */
  GPtrArray *field_terms;  /* PlumbTerm, beside field_names */
  GPtrArray *field_codes;  /* const char *, LOINC, beside field_names */
  GPtrArray *statements;   /* PlumbStatement */
};

typedef struct
{
  int from;
  int to;
  const PlumbText *text;
} PlumbBand;

/* What a number means: bands, and the change that matters. */
struct _PlumbMeasure
{
  const PlumbFinding *finding;
  const char *code; /* LOINC */
  int change;
  const PlumbText *change_text;
  GPtrArray *bands; /* PlumbBand */
  GPtrArray *statements;
};

/* The figure on which the clinician marks where it hurts. */
struct _PlumbBody
{
  const char *id; /* of the item that keeps the marks */
  const PlumbGroup *group;
  const PlumbText *title;
  const PlumbText *prompt;
  GPtrArray *areas;        /* PlumbArea */
  GPtrArray *implications; /* PlumbImplication */
};

struct _PlumbArea
{
  const char *id; /* of its element in the drawing as well */
  guint index;
  PlumbView view;
  const PlumbText *label;
};

/* What marks suggest. Nothing follows from them before the clinician confirms it. */
struct _PlumbImplication
{
  const PlumbFinding *finding;
  PlumbValue value;
  GPtrArray *areas; /* PlumbArea, one of which is marked … */
  GPtrArray *with;  /* … and one of these as well; empty: that is enough */
};

struct _PlumbTerm
{
  const char *id;
  guint index;
  guint slot;
  PlumbExpression *expression;
};

struct _PlumbWarning
{
  const char *id;
  PlumbExpression *condition;
  const PlumbText *text;
};

struct _PlumbRecommendation
{
  const char *id;
  guint index;
  guint slot;
  const PlumbStage *stage;
  PlumbStrength strength;
  PlumbUrgency urgency;
  const PlumbText *title;
  const PlumbText *clinician;
  const PlumbText *patient;
  const PlumbText *rationale;
  PlumbExpression *review_earliest; /* days from the visit; NULL: no review */
  PlumbExpression *review_due;
  const PlumbHandoutSection *handout_section; /* NULL: not on the handout */
  const PlumbHandoutPicture *handout_picture; /* NULL: none */
  const PlumbText *handout_title;             /* the patient's; NULL: none */
  PlumbExpression *handout_condition;         /* printed where true; NULL: always */
  GPtrArray *statements;    /* PlumbStatement */
  GPtrArray *disagreements; /* PlumbDisagreement */
  GPtrArray *carriers;      /* PlumbAdvice: where the chart gives it */
  GPtrArray *topics;         /* const char *, interned: what it is for */
  GPtrArray *topics_against; /* … and what it is against */
};

struct _PlumbSide
{
  GPtrArray *statements;
  const PlumbText *text;
};

struct _PlumbDisagreement
{
  const char *id;
  guint index;
  const PlumbText *title;
  const PlumbText *note;
  GPtrArray *statements;
  GPtrArray *recommendations;
  GPtrArray *sides; /* PlumbSide */
};

struct _PlumbStage
{
  const char *id;
  guint index;
  guint number; /* from 1 */
  const PlumbText *title;
  const PlumbText *subtitle;
  GPtrArray *statements;
  GPtrArray *nodes;
};

struct _PlumbNode
{
  const char *id;
  guint index;
  guint number; /* over the whole pathway, from 1; 0 for links */
  PlumbNodeKind kind;
  PlumbSelect select;
  gboolean covers; /* decisions: in every case some exit is taken */
  const PlumbStage *stage;
  guint column; /* place on the stage's grid, from 0 */
  guint row;
  gboolean start; /* where the pathway begins */
  const PlumbStage *leads_to; /* links: the stage named, or NULL for several */
  const PlumbText *text;
  const PlumbText *rationale; /* may be NULL on links */
  GPtrArray *statements;
  GPtrArray *advices; /* PlumbAdvice; actions only, else empty */
  GPtrArray *exits;   /* PlumbExit that leave here */
  GPtrArray *entries; /* PlumbExit that arrive here, other stages' links included */
};

struct _PlumbExit
{
  guint index; /* over the whole pathway */
  const PlumbNode *source;
  const PlumbNode *target;
  PlumbExpression *guard; /* NULL: always */
  const PlumbText *label; /* NULL: none */
};

/* One recommendation as one action carries it. */
struct _PlumbAdvice
{
  const PlumbNode *node;
  const PlumbRecommendation *recommendation;
  PlumbUrgency urgency;       /* here; the recommendation's own unless the action says otherwise */
  PlumbExpression *condition; /* NULL: always */
};

#define PLUMB_PATHWAY_ERROR (plumb_pathway_error_quark ())
GQuark plumb_pathway_error_quark (void);

typedef enum
{
  PLUMB_PATHWAY_ERROR_MARKUP,  /* not well-formed, or an element out of place */
  PLUMB_PATHWAY_ERROR_FORMAT,  /* a newer format than this program reads */
  PLUMB_PATHWAY_ERROR_VALUE,   /* an attribute's value is not of its kind */
  PLUMB_PATHWAY_ERROR_ID,      /* an id that nobody defines, or defined twice */
  PLUMB_PATHWAY_ERROR_GUARD,   /* an expression that does not parse or type */
  PLUMB_PATHWAY_ERROR_CYCLE,   /* terms, exits or conditions in a circle */
  PLUMB_PATHWAY_ERROR_LIMIT,   /* larger than this program reads */
} PlumbPathwayError;

#define PLUMB_TYPE_PATHWAY (plumb_pathway_get_type ())
GType plumb_pathway_get_type (void);

PlumbPathway *plumb_pathway_new_from_bytes (GBytes *bytes, const char *name, GError **error);
PlumbPathway *plumb_pathway_new_from_file (GFile *file, GError **error);
PlumbPathway *plumb_pathway_new_builtin (GError **error);
PlumbPathway *plumb_pathway_ref (PlumbPathway *self);
void plumb_pathway_unref (PlumbPathway *self);

const char *plumb_pathway_get_id (const PlumbPathway *self);
const char *plumb_pathway_get_version (const PlumbPathway *self);
PlumbReview plumb_pathway_get_review (const PlumbPathway *self);
const char *plumb_pathway_get_updated (const PlumbPathway *self);
const PlumbText *plumb_pathway_get_title (const PlumbPathway *self);
const PlumbText *plumb_pathway_get_disclaimer (const PlumbPathway *self);

const PlumbTranslation *plumb_pathway_lookup_translation (const PlumbPathway *self,
                                                          const char *language);
GPtrArray *plumb_pathway_get_translations (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_departure_reasons (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_sources (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_statements (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_groups (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_cards (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_findings (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_scores (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_measures (const PlumbPathway *self);
const PlumbBody *plumb_pathway_get_body (const PlumbPathway *self);
const PlumbHandoutPlan *plumb_pathway_get_handout (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_areas (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_terms (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_warnings (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_recommendations (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_disagreements (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_stages (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_nodes (const PlumbPathway *self);
GPtrArray *plumb_pathway_get_exits (const PlumbPathway *self);

const PlumbDepartureReason *plumb_pathway_lookup_departure_reason (const PlumbPathway *self,
                                                                  const char *id);
const PlumbFinding *plumb_pathway_lookup_finding (const PlumbPathway *self, const char *id);
const PlumbFinding *plumb_pathway_get_role (const PlumbPathway *self, PlumbFindingRole role);
const PlumbArea *plumb_pathway_lookup_area (const PlumbPathway *self, const char *id);
const PlumbTerm *plumb_pathway_lookup_term (const PlumbPathway *self, const char *id);
const PlumbRecommendation *plumb_pathway_lookup_recommendation (const PlumbPathway *self,
                                                                const char *id);
const PlumbStatement *plumb_pathway_lookup_statement (const PlumbPathway *self, const char *id);
const PlumbStage *plumb_pathway_lookup_stage (const PlumbPathway *self, const char *id);
const PlumbNode *plumb_pathway_lookup_node (const PlumbPathway *self, const char *id);
const PlumbChoice *plumb_finding_lookup_choice (const PlumbFinding *self, const char *code);
gboolean plumb_finding_has_normal (const PlumbFinding *self);
gboolean plumb_finding_is_normal (const PlumbFinding *self, const PlumbValue *value);
typedef gboolean (*PlumbFindingTest) (const PlumbFinding *finding, gpointer data);

gboolean plumb_finding_is_asked (const PlumbFinding *self, const PlumbValue *answers);
gboolean plumb_finding_may_be_normal (const PlumbFinding *self, const PlumbValue *answers);
const PlumbText *plumb_finding_get_none_title (const PlumbFinding *self,
                                               PlumbFindingTest is_unremarkable,
                                               gpointer data);
gboolean plumb_exit_is_repeated (const PlumbExit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPathway, plumb_pathway_unref)

G_END_DECLS
