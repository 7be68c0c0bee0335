/**
 * Checks translations ({@link ballast.app.check.TranslationCheck}), explains and fixes findings,
 * keeps the baseline, and reports findings ({@link ballast.app.check.FindingOutput}).
 */
@NullMarked
package ballast.app.check;

import org.jspecify.annotations.NullMarked;
