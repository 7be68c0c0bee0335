/**
 * A translation memory as its users see it: documents, their revisions and their translation units.
 *
 * <p>{@link ballast.memory.MemoryStore} opens a {@link ballast.memory.Memory}; its {@link
 * ballast.memory.MemoryCare} edits units; the other types are their arguments and results. Nothing
 * here depends on how a memory is stored: {@code ballast.memory.sqlite} stores one in an SQLite
 * file, and {@code ballast.memory.opening} chooses the store.
 */
@NullMarked
package ballast.memory;

import org.jspecify.annotations.NullMarked;
