/** Tests of {@code ballast.workflow.glossary}. */
@NullMarked
package ballast.workflow.glossary;

import org.jspecify.annotations.NullMarked;
