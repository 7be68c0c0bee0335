/**
 * The use cases of glossaries and of the lexicon: searching, checking, counting and mining terms,
 * importing glossaries from other programs and exporting them, training a lexicon.
 */
@NullMarked
package ballast.workflow.glossary;

import org.jspecify.annotations.NullMarked;
