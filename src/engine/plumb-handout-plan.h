/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-expression.h"
#include "plumb-text.h"

G_BEGIN_DECLS

/*
 * What the pathway says of the page that the patient takes home: which pages there are and when,
 * their sections, and every word of them that is not an advice's own. Views like those of
 * plumb-pathway.h: borrowed, and as long-lived as their pathway.
 */

typedef struct _PlumbHandoutPlan PlumbHandoutPlan;
typedef struct _PlumbHandoutPage PlumbHandoutPage;
typedef struct _PlumbHandoutSection PlumbHandoutSection;
typedef struct _PlumbHandoutSentence PlumbHandoutSentence;
typedef struct _PlumbHandoutExercise PlumbHandoutExercise;
typedef struct _PlumbHandoutPicture PlumbHandoutPicture;

/* How a section is laid out, and what it holds besides the advices that name it. */
typedef enum
{
  PLUMB_HANDOUT_FOUND, /* sentences, the pathway's own first */
  PLUMB_HANDOUT_CARDS, /* with pictures; exercises where the plan puts them here */
  PLUMB_HANDOUT_LIST,
  PLUMB_HANDOUT_RETURN, /* advices with a review, with their dates */
  PLUMB_HANDOUT_SIGNS,  /* the warning signs */
} PlumbHandoutKind;

struct _PlumbHandoutSection
{
  const char *id;
  guint index;
  PlumbHandoutKind kind;
  const PlumbText *title;
  const PlumbText *introduction; /* NULL: none */
  gboolean spare;                /* its advices give way, the last first, to a third page */
  gboolean several;              /* it introduces two and more only */
};

/* The first page whose condition is true is printed. */
struct _PlumbHandoutPage
{
  PlumbExpression *condition; /* NULL on the last: in every other case */
  const PlumbText *title;
  GPtrArray *sections; /* PlumbHandoutSection, from top to bottom */
};

/* Printed where its condition is true; it may hold {weeks}, the time since onset. */
struct _PlumbHandoutSentence
{
  PlumbExpression *condition;
  gboolean founded; /* it reassures, so it must not rest on what nobody has asked */
  const PlumbText *text;
};

/* The name of its drawing is its id with hyphens. */
struct _PlumbHandoutPicture
{
  const char *id;
  guint index;
  const PlumbText *alternative;
};

struct _PlumbHandoutExercise
{
  const PlumbHandoutPicture *picture;
  PlumbExpression *condition; /* NULL: with the others */
  const PlumbText *title;
  const PlumbText *text;
};

struct _PlumbHandoutPlan
{
  GPtrArray *sections;  /* PlumbHandoutSection */
  GPtrArray *pages;     /* PlumbHandoutPage */
  GPtrArray *sentences; /* PlumbHandoutSentence */
  GPtrArray *signs;     /* PlumbText */
  GPtrArray *pictures;  /* PlumbHandoutPicture */

  GPtrArray *exercises; /* PlumbHandoutExercise; empty: none */
  const PlumbHandoutSection *exercise_section;
  GPtrArray *exercise_advices; /* PlumbRecommendation: one of these is in force and printed … */
  PlumbExpression *exercise_condition; /* … and this is true; NULL: always */

  const PlumbText *between;   /* with {from} and {to} */
  const PlumbText *by;        /* with {to} */
  const PlumbText *on;        /* with {to} */
  const PlumbText *undated;   /* the days are not known */
  const PlumbText *unplanned; /* no review is in force */
  const PlumbText *sooner;    /* behind every one of them */

  const PlumbText *closing;
  const PlumbText *note; /* at the foot */
};

G_END_DECLS
