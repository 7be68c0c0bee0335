/**
 * Reads and writes glossaries: TBX, CSV, TSV, workbooks and the lists of other programs.
 *
 * <p>Start at {@link ballast.format.term.GlossaryReader} and {@link
 * ballast.format.term.GlossaryFormat}.
 */
@NullMarked
package ballast.format.term;

import org.jspecify.annotations.NullMarked;
