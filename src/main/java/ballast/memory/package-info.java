/**
 * A translation memory as its users see it: documents, their revisions and their translation units.
 *
 * <p>Start at {@link ballast.memory.Memory}, which says what a memory can do, {@link
 * ballast.memory.MemoryCare}, which is what a person does to its units, and {@link
 * ballast.memory.MemoryStore}, which opens one; the other types are what goes in and comes out.
 * Nothing here knows how a memory is kept: {@code ballast.memory.sqlite} keeps one in a file of
 * SQLite, {@code ballast.memory.opening} knows which ways there are.
 */
@NullMarked
package ballast.memory;

import org.jspecify.annotations.NullMarked;
