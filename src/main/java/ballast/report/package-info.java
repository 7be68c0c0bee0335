/**
 * Turns results into characters: text for a terminal, JSON, TSV, HTML. Nothing here decides
 * anything; a renderer takes records and an {@link java.lang.Appendable} or stream and writes.
 *
 * <p>A new output form of a command is a new class here. What machines read (JSON, TSV, bead lists)
 * is a contract, described in {@code src/site/markdown/json.md}; what people read may change.
 */
@NullMarked
package ballast.report;

import org.jspecify.annotations.NullMarked;
