/**
 * Opens memories: {@link ballast.memory.opening.Memories} is the one class outside of the stores
 * that knows which there are.
 */
@NullMarked
package ballast.memory.opening;

import org.jspecify.annotations.NullMarked;
