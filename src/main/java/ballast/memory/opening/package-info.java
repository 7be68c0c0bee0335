/**
 * Opens memories: only {@link ballast.memory.opening.Memories}, apart from the stores themselves,
 * knows which stores exist.
 */
@NullMarked
package ballast.memory.opening;

import org.jspecify.annotations.NullMarked;
