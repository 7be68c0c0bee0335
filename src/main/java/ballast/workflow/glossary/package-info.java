/**
 * What is done with glossaries and with the lexicon: searching, checking, counting and mining
 * terms, bringing glossaries in from other programs and out to them, training a lexicon.
 */
@NullMarked
package ballast.workflow.glossary;

import org.jspecify.annotations.NullMarked;
