/** Aligns articles: one pair or many, with the evidence of a memory and a glossary. */
@NullMarked
package ballast.workflow.align;

import org.jspecify.annotations.NullMarked;
