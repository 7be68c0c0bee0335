/**
 * The gram index: finds the texts that may be similar to a query, without missing any. Pure: no
 * file and no database; texts are known by number.
 *
 * <p>{@code Grams} has the bound by which the index excludes texts. An index is made of {@link
 * ballast.likeness.index.IndexPart}s: {@link ballast.likeness.index.PartBuilder} builds one from
 * texts, {@link ballast.likeness.index.PartMerger} merges several, {@link
 * ballast.likeness.index.CountFilter} searches it ({@code SlotFilter} by lists in the file, {@code
 * OctetFilter} by those in memory, {@code CachedLists}). {@code PartWriter}, {@code PostingWriter},
 * {@code SlotKeyWriter} and {@code GapWriter} describe its bytes.
 */
@NullMarked
package ballast.likeness.index;

import org.jspecify.annotations.NullMarked;
