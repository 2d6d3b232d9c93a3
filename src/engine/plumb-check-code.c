/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Check digits of codes. */

#include "plumb-check.h"

#include <string.h>

static guint
count_digits (const char *code)
{
  return (guint) strspn (code, "0123456789");
}

/* Mod 10: the digits before the hyphen, from the right; each second is doubled, and the sum of
 * all digits is filled up to a ten. */
gboolean
plumb_code_is_loinc (const char *code)
{
  guint n_digits = count_digits (code);
  guint sum = 0;

  if (n_digits < 1 || n_digits > 7 || code[n_digits] != '-' || !g_ascii_isdigit (code[n_digits + 1])
      || code[n_digits + 2] != '\0')
    return FALSE;
  for (guint i = 0; i < n_digits; i++)
    {
      guint digit = (guint) (code[n_digits - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += digit / 10 + digit % 10;
    }

  return (sum + (guint) (code[n_digits + 1] - '0')) % 10 == 0;
}

/* Verhoeff: digits are combined in the dihedral group of the pentagon, each permuted by its
 * place, and the whole comes to zero. */
gboolean
plumb_code_is_snomed (const char *code)
{
  static const guint8 permutation[] = { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 };
  guint n_digits = count_digits (code);
  guint check = 0;

  if (n_digits < 6 || n_digits > 18 || code[n_digits] != '\0')
    return FALSE;
  for (guint i = 0; i < n_digits; i++)
    {
      guint digit = (guint) (code[n_digits - 1 - i] - '0');

      for (guint j = 0; j < i % 8; j++)
        digit = permutation[digit];
      /* The first five turn, the others turn and flip. */
      if (check < 5)
        check = digit < 5 ? (check + digit) % 5 : 5 + (check + digit) % 5;
      else
        check = digit < 5 ? 5 + (check - digit) % 5 : (check - digit + 5) % 5;
    }

  return check == 0;
}
