/** Tests of the glossary. */
@NullMarked
package ballast.glossary;

import org.jspecify.annotations.NullMarked;
