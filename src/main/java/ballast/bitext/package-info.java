/**
 * The shared words of Ballast: what a document, a sentence, a bead and a translation unit are.
 *
 * <p>Everything here is an immutable value and knows only the JDK, so that every other package can
 * speak of texts without knowing where they came from. Offsets are UTF-16 units of a {@link
 * ballast.bitext.Document}'s text, half open; lines and columns are 1-based and count code points.
 * Start reading at {@link ballast.bitext.Document} (one text with its blocks), go on to {@link
 * ballast.bitext.Segment} (a sentence), {@link ballast.bitext.Alignment} (two texts and the beads
 * between them) and {@link ballast.bitext.Unit} (what a memory keeps).
 */
@NullMarked
package ballast.bitext;

import org.jspecify.annotations.NullMarked;
