/** Tests of {@code ballast.memory.fuzzy}: everything exact is held against the plainest way. */
@NullMarked
package ballast.memory.fuzzy;

import org.jspecify.annotations.NullMarked;
