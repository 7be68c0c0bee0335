/** Concepts, candidates and lexicon entries as text and JSON. */
@NullMarked
package ballast.report.glossary;

import org.jspecify.annotations.NullMarked;
