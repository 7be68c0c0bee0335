/**
 * Which numbers of two texts do not correspond. Start at {@link
 * ballast.check.number.NumberMatching}: it takes the numbers of both texts as {@link
 * ballast.check.number.NumberReading} reads them, with all that each may say.
 */
@NullMarked
package ballast.check.number;

import org.jspecify.annotations.NullMarked;
