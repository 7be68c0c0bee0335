/** Placeholder until the reading branch is merged. */
@NullMarked
package ballast.interchange;

import org.jspecify.annotations.NullMarked;
