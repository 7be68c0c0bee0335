/** The contract of every store of memories: {@link ballast.memory.contract.MemoryContract}. */
@NullMarked
package ballast.memory.contract;

import org.jspecify.annotations.NullMarked;
