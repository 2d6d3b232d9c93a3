/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-expression.h"

G_BEGIN_DECLS

/* How deeply an expression may be nested, in its text and as a tree. Bounds the
 * recursion of everything that walks over it. */
#define PLUMB_EXPRESSION_MAX_DEPTH 100

/* ---- scanner ---------------------------------------------------------- */

typedef enum
{
  PLUMB_TOKEN_END,
  PLUMB_TOKEN_NAME,
  PLUMB_TOKEN_NUMBER,
  PLUMB_TOKEN_STRING,
  PLUMB_TOKEN_AND,
  PLUMB_TOKEN_AS,
  PLUMB_TOKEN_BETWEEN,
  PLUMB_TOKEN_CASE,
  PLUMB_TOKEN_ELSE,
  PLUMB_TOKEN_END_CASE,
  PLUMB_TOKEN_FALSE,
  PLUMB_TOKEN_IF,
  PLUMB_TOKEN_IMPLIES,
  PLUMB_TOKEN_IN,
  PLUMB_TOKEN_IS,
  PLUMB_TOKEN_NOT,
  PLUMB_TOKEN_NULL,
  PLUMB_TOKEN_OR,
  PLUMB_TOKEN_THEN,
  PLUMB_TOKEN_TRUE,
  PLUMB_TOKEN_WHEN,
  PLUMB_TOKEN_XOR,
  PLUMB_TOKEN_EQUAL,
  PLUMB_TOKEN_NOT_EQUAL,
  PLUMB_TOKEN_EQUIVALENT,
  PLUMB_TOKEN_NOT_EQUIVALENT,
  PLUMB_TOKEN_LESS,
  PLUMB_TOKEN_LESS_OR_EQUAL,
  PLUMB_TOKEN_GREATER,
  PLUMB_TOKEN_GREATER_OR_EQUAL,
  PLUMB_TOKEN_PLUS,
  PLUMB_TOKEN_MINUS,
  PLUMB_TOKEN_TIMES,
  PLUMB_TOKEN_DOT,
  PLUMB_TOKEN_COMMA,
  PLUMB_TOKEN_OPEN_PARENTHESIS,
  PLUMB_TOKEN_CLOSE_PARENTHESIS,
  PLUMB_TOKEN_OPEN_BRACE,
  PLUMB_TOKEN_CLOSE_BRACE
} PlumbTokenKind;

typedef struct
{
  const char *text;
  const char *cursor; /* behind the token */
  const char *token;  /* its first byte */
  PlumbTokenKind kind;
  GString *string; /* a name or string, without quotes and escapes */
} PlumbScanner;

void plumb_scanner_init (PlumbScanner *self, const char *text);
void plumb_scanner_clear (PlumbScanner *self);
gboolean plumb_scanner_next (PlumbScanner *self, GError **error);

void plumb_expression_set_error (GError **error,
                                 PlumbExpressionError code,
                                 const char *text,
                                 const char *place,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (5, 6);

/* ---- syntax tree, short-lived ----------------------------------------- */

typedef enum
{
  PLUMB_NODE_CONSTANT,
  PLUMB_NODE_NAME,
  /* Fused forms of a name, one node each. They exist in nodes only. */
  PLUMB_NODE_NOT_NAME,
  PLUMB_NODE_NAME_RELATION_STRING,
  PLUMB_NODE_NAME_RELATION_INTEGER,
  PLUMB_NODE_NAME_TEST_NULL,

  PLUMB_NODE_NOT,
  PLUMB_NODE_AND,
  PLUMB_NODE_OR,
  PLUMB_NODE_XOR,
  PLUMB_NODE_IMPLIES,
  PLUMB_NODE_TEST,
  PLUMB_NODE_RELATION,
  PLUMB_NODE_EQUIVALENT,
  PLUMB_NODE_BETWEEN,
  PLUMB_NODE_IN,
  PLUMB_NODE_ALL_TRUE,
  PLUMB_NODE_ANY_TRUE,

  PLUMB_NODE_ADD,
  PLUMB_NODE_MULTIPLY,
  PLUMB_NODE_NEGATE,
  PLUMB_NODE_IF,      /* condition, then, else */
  PLUMB_NODE_CASE,    /* condition, then, condition, then, …, else */
  PLUMB_NODE_CASE_OF, /* comparand, candidate, then, …, else */
  PLUMB_NODE_COALESCE,
  PLUMB_NODE_COALESCE_LIST, /* one list */
  PLUMB_NODE_COUNT,
  PLUMB_NODE_LIST
} PlumbNodeKind;

typedef enum
{
  PLUMB_RELATION_EQUAL,
  PLUMB_RELATION_NOT_EQUAL,
  PLUMB_RELATION_LESS,
  PLUMB_RELATION_LESS_OR_EQUAL,
  PLUMB_RELATION_GREATER,
  PLUMB_RELATION_GREATER_OR_EQUAL
} PlumbRelation;

typedef enum
{
  PLUMB_TEST_NULL,
  PLUMB_TEST_TRUE,
  PLUMB_TEST_FALSE
} PlumbTest;

typedef struct _PlumbSyntax PlumbSyntax;

struct _PlumbSyntax
{
  PlumbNodeKind kind;
  PlumbValueType type;
  PlumbValueType element; /* of a list */
  guint detail;           /* PlumbRelation or PlumbTest */
  gboolean negated;       /* is not …, !~ */
  gboolean subtracted;    /* an operand of ADD */
  guint depth;            /* 0 for a leaf */
  guint slot;             /* of a name */
  guint name;             /* which of the expression's names */
  PlumbValue value;       /* of a constant */
  const char *place;      /* where its text begins */
  PlumbSyntax *first;
  PlumbSyntax *last;
  PlumbSyntax *next;
};

typedef struct
{
  PlumbScanner scanner;
  PlumbNameResolver resolve;
  gpointer data;
  GPtrArray *arena; /* owns the tree */
  GArray *names;    /* guint: slots, in order of appearance */
  GHashTable *name_of_slot;
  guint nesting;
  GError *error;
} PlumbParser;

PlumbSyntax *plumb_parser_parse (PlumbParser *self);
PlumbSyntax *plumb_parser_parse_expression (PlumbParser *self);
PlumbSyntax *plumb_parser_append_expression (PlumbParser *self, PlumbSyntax *parent);
PlumbSyntax *plumb_parser_parse_term (PlumbParser *self);
PlumbSyntax *plumb_parser_parse_number (PlumbParser *self, gboolean negative, const char *place);
PlumbSyntax *plumb_parser_parse_literal (PlumbParser *self);
PlumbSyntax *plumb_parser_parse_name (PlumbParser *self);
gboolean plumb_parser_parse_operands (PlumbParser *self,
                                      PlumbSyntax *parent,
                                      PlumbTokenKind close,
                                      const char *spelling);

gboolean plumb_parser_advance (PlumbParser *self);
gboolean plumb_parser_is_at (PlumbParser *self, PlumbTokenKind kind);
gboolean plumb_parser_accept (PlumbParser *self, PlumbTokenKind kind);
gboolean plumb_parser_expect (PlumbParser *self, PlumbTokenKind kind, const char *spelling);
gpointer plumb_parser_fail_here (PlumbParser *self, const char *expectation);
gboolean plumb_parser_enter (PlumbParser *self);
void plumb_parser_leave (PlumbParser *self);

gpointer plumb_parser_fail (PlumbParser *self,
                            PlumbExpressionError code,
                            const char *place,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);
PlumbSyntax *
plumb_parser_add (PlumbParser *self, PlumbNodeKind kind, PlumbValueType type, const char *place);
PlumbSyntax *plumb_parser_add_constant (PlumbParser *self, PlumbValue value, const char *place);
gboolean plumb_parser_append (PlumbParser *self, PlumbSyntax *parent, PlumbSyntax *child);
PlumbSyntax *
plumb_parser_chain (PlumbParser *self, PlumbNodeKind kind, PlumbSyntax *left, PlumbSyntax *right);

gboolean plumb_parser_expect_boolean (PlumbParser *self, const PlumbSyntax *operand);
gboolean plumb_parser_expect_number (PlumbParser *self, const PlumbSyntax *operand);
gboolean
plumb_parser_expect_list (PlumbParser *self, const PlumbSyntax *operand, PlumbValueType element);
gboolean
plumb_parser_expect_same (PlumbParser *self, const PlumbSyntax *left, const PlumbSyntax *right);
gboolean
plumb_parser_expect_ordered (PlumbParser *self, const PlumbSyntax *left, const PlumbSyntax *right);
gboolean plumb_parser_unite (PlumbParser *self, PlumbSyntax *parent, const PlumbSyntax *branch);
const char *plumb_value_type_get_name (PlumbValueType type);

/* ---- nodes, long-lived ------------------------------------------------ */

/* The tree in one array, each node followed by its operands, so that the next
 * sibling of a node lies at its address plus its span. */
typedef struct
{
  guint8 kind;
  guint8 type;   /* the static type */
  guint8 detail; /* PlumbRelation, PlumbTest; type of a constant, of a list's items, of a
                  * name that is tested for null */
  guint8 negated : 1;
  guint8 subtracted : 1;
  guint32 span; /* nodes of the whole subtree */
  guint32 slot;
  guint32 name;
  union
  {
    gint64 integer;     /* also a decimal or Boolean */
    const char *string; /* interned */
    const PlumbValueList *list;
  };
} PlumbNode;

struct _PlumbExpression
{
  gatomicrefcount references;
  char *text;
  guint n_names;
  guint n_nodes;
  guint *names; /* slots */
  PlumbNode *nodes;
  GPtrArray *lists; /* owns the constant lists */
};

#define PLUMB_NODE_FIRST(node) ((node) + 1)
#define PLUMB_NODE_NEXT(node) ((node) + (node)->span)
/* for (PLUMB_EACH_OPERAND (child, node)) … */
#define PLUMB_EACH_OPERAND(child, node)             \
  const PlumbNode *child = PLUMB_NODE_FIRST (node); \
  child < PLUMB_NODE_NEXT (node);                   \
  child = PLUMB_NODE_NEXT (child)

static inline gboolean
plumb_node_has_name (const PlumbNode *node)
{
  return node->kind >= PLUMB_NODE_NAME && node->kind <= PLUMB_NODE_NAME_TEST_NULL;
}

static inline gboolean
plumb_node_is_last (const PlumbNode *node, const PlumbNode *parent)
{
  return PLUMB_NODE_NEXT (node) == PLUMB_NODE_NEXT (parent);
}

static inline PlumbTruth
plumb_truth_of (gboolean known)
{
  return known ? PLUMB_TRUE : PLUMB_FALSE;
}

static inline PlumbTruth
plumb_truth_negate (PlumbTruth truth)
{
  return (PlumbTruth) (PLUMB_TRUE - truth);
}

static inline PlumbTruth
plumb_relate_order (int order, PlumbRelation relation)
{
  switch (relation)
    {
    case PLUMB_RELATION_EQUAL:
      return plumb_truth_of (order == 0);
    case PLUMB_RELATION_NOT_EQUAL:
      return plumb_truth_of (order != 0);
    case PLUMB_RELATION_LESS:
      return plumb_truth_of (order < 0);
    case PLUMB_RELATION_LESS_OR_EQUAL:
      return plumb_truth_of (order <= 0);
    case PLUMB_RELATION_GREATER:
      return plumb_truth_of (order > 0);
    case PLUMB_RELATION_GREATER_OR_EQUAL:
    default:
      return plumb_truth_of (order >= 0);
    }
}

static inline int
plumb_get_order (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static inline gint64
plumb_value_get_decimal (const PlumbValue *value)
{
  return value->type == PLUMB_VALUE_INTEGER ? value->integer * PLUMB_DECIMAL_ONE : value->decimal;
}

gboolean
plumb_expression_compile (PlumbExpression *self, const PlumbSyntax *syntax, GError **error);

PlumbTruth plumb_node_get_truth (const PlumbNode *node, const PlumbValue *slots);
void plumb_node_get_value (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result);
gboolean plumb_node_is_known (const PlumbNode *node, const PlumbValue *slots);
const PlumbNode *plumb_node_get_branch (const PlumbNode *node, const PlumbValue *slots);

PlumbTruth plumb_value_relate (const PlumbValue *a, PlumbRelation relation, const PlumbValue *b);
gboolean plumb_value_is_equivalent (const PlumbValue *a, const PlumbValue *b);

void plumb_node_calculate (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result);
void plumb_node_get_negation (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result);

const PlumbNode *plumb_node_get_list (const PlumbNode *node, const PlumbValue *slots);
PlumbTruth plumb_node_get_membership (const PlumbNode *node, const PlumbValue *slots);
PlumbTruth
plumb_node_get_all_or_any (const PlumbNode *node, const PlumbValue *slots, PlumbTruth deciding);
gint64 plumb_node_count_known (const PlumbNode *node, const PlumbValue *slots);
void
plumb_node_get_first_known (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result);

/* What a node may come to be when the names that are null are answered: a set
 * of truth values. A node that is not Boolean has PLUMB_POSSIBLE (PLUMB_UNKNOWN)
 * where it may be null, PLUMB_POSSIBLE (PLUMB_TRUE) where it may have a value,
 * and PLUMB_POSSIBLE (PLUMB_FALSE) too where it may have more than one. */
#define PLUMB_POSSIBLE(truth) (1u << (truth))
#define PLUMB_POSSIBLE_ANY 7u

guint plumb_node_get_possible (const PlumbNode *node, const PlumbValue *slots);

static inline gboolean
plumb_possible_is_settled (guint possible)
{
  return (possible & (possible - 1)) == 0;
}

G_END_DECLS
