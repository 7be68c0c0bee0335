/** Tests of {@code ballast.workbench.glossary}. */
@NullMarked
package ballast.workbench.glossary;

import org.jspecify.annotations.NullMarked;
