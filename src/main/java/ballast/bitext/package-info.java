/**
 * The shared model of Ballast: documents, sentences, beads and translation units.
 *
 * <p>Everything here is an immutable value and depends only on the JDK, so that every other package
 * can handle texts without knowing where they come from. Offsets are UTF-16 units of a {@link
 * ballast.bitext.Document}'s text, half open; lines and columns are 1-based and count code points.
 * Start reading at {@link ballast.bitext.Document} (one text with its blocks), go on to {@link
 * ballast.bitext.Segment} (a sentence), {@link ballast.bitext.Alignment} (two texts and the beads
 * between them) and {@link ballast.bitext.Unit} (what a memory keeps).
 */
@NullMarked
package ballast.bitext;

import org.jspecify.annotations.NullMarked;
