/** What every store of memories must do: {@link ballast.memory.contract.MemoryContract}. */
@NullMarked
package ballast.memory.contract;

import org.jspecify.annotations.NullMarked;
