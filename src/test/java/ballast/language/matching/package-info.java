/** Tests of matching the sentences of two versions. */
@NullMarked
package ballast.language.matching;

import org.jspecify.annotations.NullMarked;
