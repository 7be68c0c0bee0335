/**
 * Reads articles in one language, in any format, as {@link ballast.bitext.Document}s.
 *
 * <p>Start at {@link ballast.format.document.DocumentReader}: the first bytes of a file say its
 * format, and the reader of that format finds typed blocks with their codes and places. This is the
 * only room that sees Okapi's filters; they are loaded only for the files that need them.
 */
@NullMarked
package ballast.format.document;

import org.jspecify.annotations.NullMarked;
