/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is marked on the body map, how it is undone, and what it suggests. */

#include "plumb-body-marks.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

static const PlumbArea *
find_area (const char *id)
{
  const PlumbArea *area = plumb_pathway_lookup_area (pathway, id);

  g_assert_nonnull (area);

  return area;
}

/* ids: parted by spaces. */
static PlumbBodyMarks *
mark (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  PlumbBodyMarks *marks = plumb_body_marks_new (pathway);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      PlumbBodyMarks *more = plumb_body_marks_new_with (marks, find_area (words[i]), TRUE);

      plumb_body_marks_unref (marks);
      marks = more;
    }

  return marks;
}

static char *
name_suggestions (const char *ids)
{
  g_autoptr (PlumbBodyMarks) marks = mark (ids);
  g_autoptr (GPtrArray) implications = plumb_body_marks_list_implications (marks);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < implications->len; i++)
    {
      const PlumbImplication *implication = g_ptr_array_index (implications, i);
      g_autofree char *value = plumb_value_to_string (&implication->value);

      g_string_append_printf (names, "%s%s=%s", i > 0 ? " " : "", implication->finding->id, value);
    }

  return g_string_free (names, FALSE);
}

static void
test_a_change_makes_another_set (void)
{
  g_autoptr (PlumbBodyMarks) none = mark ("");
  g_autoptr (PlumbBodyMarks) one = mark ("lower_back");
  g_autoptr (PlumbBodyMarks) same = plumb_body_marks_new_with (one, find_area ("lower_back"), TRUE);
  g_autoptr (PlumbBodyMarks) back
      = plumb_body_marks_new_with (one, find_area ("lower_back"), FALSE);

  g_assert_cmpuint (plumb_body_marks_count (none), ==, 0);
  g_assert_cmpuint (plumb_body_marks_count (one), ==, 1);
  g_assert_true (plumb_body_marks_get (one, find_area ("lower_back")));
  g_assert_false (plumb_body_marks_get (one, find_area ("upper_back")));
  g_assert_true (plumb_body_marks_equal (one, same));
  g_assert_true (plumb_body_marks_equal (none, back));
  g_assert_false (plumb_body_marks_equal (none, one));
}

static void
test_list_is_in_the_order_of_the_pathway (void)
{
  g_autoptr (PlumbBodyMarks) marks = mark ("left_calf lower_back chest");
  g_autoptr (GPtrArray) list = plumb_body_marks_list (marks);

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_true (g_ptr_array_index (list, 0) == find_area ("chest"));
  g_assert_true (g_ptr_array_index (list, 1) == find_area ("lower_back"));
  g_assert_true (g_ptr_array_index (list, 2) == find_area ("left_calf"));
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *areas;
    const char *suggestions;
  } cases[] = {
    { "", "" },
    { "lower_back left_buttock right_groin left_arm_back chest", "" },
    { "left_calf", "leg_pain=true sb1=true" },
    { "right_thigh_front right_foot_front", "leg_pain=true sb1=true" },
    { "left_calf right_heel", "rf_bilateral_leg_pain=true leg_pain=true sb1=true" },
    { "neck_back", "sb2=true" },
    { "right_shoulder_front lower_back", "sb2=true" },
    { "left_shoulder_back left_shin", "leg_pain=true sb1=true sb2=true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *suggestions = name_suggestions (cases[i].areas);

      g_assert_cmpstr (suggestions, ==, cases[i].suggestions);
    }
}

/* ---- in a consultation ------------------------------------------------------------------- */

static void
count_change (PlumbConsultation *consultation, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_marks_answer_nothing (void)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, "");
  g_autoptr (PlumbBodyMarks) marks = mark ("left_calf right_calf neck_back");

  plumb_consultation_set_marks (consultation, marks);
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
}

static void
test_each_change_is_one_step (void)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, "");
  g_autoptr (PlumbBodyMarks) none = mark ("");
  g_autoptr (PlumbBodyMarks) one = mark ("lower_back");
  g_autoptr (PlumbBodyMarks) two = mark ("lower_back left_calf");
  const PlumbFinding *age = plumb_pathway_get_role (pathway, PLUMB_ROLE_AGE);
  PlumbValue value = plumb_value_integer (48);
  guint n_changes = 0;

  g_signal_connect (consultation, "changed", G_CALLBACK (count_change), &n_changes);
  plumb_consultation_set_marks (consultation, one);
  plumb_consultation_set_marks (consultation, one);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (plumb_consultation_answer (consultation, age, &value, NULL));
  plumb_consultation_set_marks (consultation, two);
  g_assert_cmpuint (n_changes, ==, 3);

  plumb_consultation_undo (consultation);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation), one));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 1);
  plumb_consultation_undo (consultation);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation), one));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
  plumb_consultation_undo (consultation);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation), none));
  g_assert_false (plumb_consultation_get_can_undo (consultation));

  for (guint i = 0; i < 3; i++)
    plumb_consultation_redo (consultation);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation), two));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 1);
}

/* What a document was made from does not change under it. */
static void
test_an_evaluation_keeps_its_marks (void)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, "");
  g_autoptr (PlumbBodyMarks) one = mark ("lower_back");
  g_autoptr (PlumbBodyMarks) two = mark ("lower_back left_calf");
  g_autoptr (PlumbEvaluation) evaluation = NULL;

  plumb_consultation_set_marks (consultation, one);
  evaluation = plumb_evaluation_new_for_consultation (consultation);
  plumb_consultation_set_marks (consultation, two);
  g_assert_true (plumb_body_marks_equal (plumb_evaluation_get_marks (evaluation), one));
}

/* ---- the pathway file -------------------------------------------------------------------- */

#define PATHWAY(map)                                                                           \
  "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">\n" \
  "<title>T</title><disclaimer>D</disclaimer>\n"                                               \
  "<groups><group id=\"g\"><title>G</title></group></groups>\n"                                \
  "<findings><finding id=\"leg\" group=\"g\" type=\"boolean\"><label>L</label>"                \
  "<question>Q</question><patient>P</patient><help>H</help><yes>y</yes><no>n</no></finding>"   \
  "</findings>\n" map "</pathway>"
#define WORDS "<title>M</title><prompt>P</prompt>"
#define AREA "<area id=\"calf\" view=\"back\"><label>Calf</label></area>"

static void
test_bad_maps (void)
{
  static const struct
  {
    const char *xml;
    int code;
    const char *part;
  } cases[] = {
    { PATHWAY ("<bodymap id=\"leg\" group=\"g\">" WORDS "</bodymap>"), PLUMB_PATHWAY_ERROR_ID,
      "test.xml:5:14: the id “leg” is there twice" },
    { PATHWAY ("<bodymap id=\"m\" group=\"h\">" WORDS "</bodymap>"), PLUMB_PATHWAY_ERROR_ID,
      "“h”" },
    { PATHWAY ("<bodymap id=\"m\" group=\"g\">" WORDS AREA AREA "</bodymap>"),
      PLUMB_PATHWAY_ERROR_ID, "“calf” is there twice" },
    { PATHWAY ("<bodymap id=\"m\" group=\"g\">" WORDS
               "<area id=\"calf\" view=\"side\"><label>C</label></area></bodymap>"),
      PLUMB_PATHWAY_ERROR_VALUE, "“side” is none of: front, back" },
    { PATHWAY ("<bodymap id=\"m\" group=\"g\">" WORDS AREA
               "<implies finding=\"leg\" value=\"maybe\" areas=\"calf\"/></bodymap>"),
      PLUMB_PATHWAY_ERROR_VALUE, "“maybe”" },
    { PATHWAY ("<bodymap id=\"m\" group=\"g\">" WORDS AREA
               "<implies finding=\"leg\" value=\"true\" areas=\"calf knee\"/></bodymap>"),
      PLUMB_PATHWAY_ERROR_ID, "“knee”" },
    { PATHWAY ("<bodymap id=\"m\" group=\"g\">" WORDS AREA
               "<implies finding=\"arm\" value=\"true\" areas=\"calf\"/></bodymap>"),
      PLUMB_PATHWAY_ERROR_ID, "“arm”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plumb_test_pathway (cases[i].xml, &error));
      g_assert_error (error, PLUMB_PATHWAY_ERROR, cases[i].code);
      if (strstr (error->message, cases[i].part) == NULL)
        g_error ("“%s” is not in: %s", cases[i].part, error->message);
    }
}

static void
test_a_pathway_may_do_without (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) without = plumb_test_pathway (
      PATHWAY ("<stages><stage id=\"s\"><title>S</title><subtitle>U</subtitle>"
               "<node id=\"a\" kind=\"state\" column=\"0\" row=\"0\" start=\"yes\">"
               "<text>A</text></node></stage></stages>"),
      &error);
  g_autoptr (PlumbBodyMarks) marks = NULL;

  g_assert_no_error (error);
  g_assert_null (plumb_pathway_get_body (without));
  marks = plumb_body_marks_new (without);
  g_assert_cmpuint (plumb_body_marks_count (marks), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/body-marks/a-change-makes-another-set", test_a_change_makes_another_set);
  g_test_add_func ("/body-marks/list-is-in-the-order-of-the-pathway",
                   test_list_is_in_the_order_of_the_pathway);
  g_test_add_func ("/body-marks/suggestions", test_suggestions);
  g_test_add_func ("/body-marks/marks-answer-nothing", test_marks_answer_nothing);
  g_test_add_func ("/body-marks/each-change-is-one-step", test_each_change_is_one_step);
  g_test_add_func ("/body-marks/an-evaluation-keeps-its-marks", test_an_evaluation_keeps_its_marks);
  g_test_add_func ("/body-marks/bad-maps", test_bad_maps);
  g_test_add_func ("/body-marks/a-pathway-may-do-without", test_a_pathway_may_do_without);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
