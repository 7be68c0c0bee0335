/**
 * Reads what an enemy might have written. Each reader of Ballast is a fuzz target here: {@link
 * ballast.fuzz.AnyFile} says what must hold for any bytes. The inputs beside the targets ({@code
 * src/test/resources/ballast/fuzz}) are read by every run of the tests; {@code src/dev/fuzz
 * CLASS#METHOD} goes on from them and searches for others.
 */
@NullMarked
package ballast.fuzz;

import org.jspecify.annotations.NullMarked;
