@NullMarked
package ballast.lexicon.train;

import org.jspecify.annotations.NullMarked;
