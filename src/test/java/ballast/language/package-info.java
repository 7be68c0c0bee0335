/**
 * Tests of the reader of numbers and of the inflections. Sample texts were written for these tests.
 */
@NullMarked
package ballast.language;

import org.jspecify.annotations.NullMarked;
