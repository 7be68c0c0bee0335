/**
 * The gram index: which of many texts may be like a query, without missing one. Pure: no file and
 * no database; texts are known by number.
 *
 * <p>{@code Grams} has the bound that lets the index leave out texts. An index is made of {@link
 * ballast.likeness.index.IndexPart}s: {@link ballast.likeness.index.PartBuilder} makes one of
 * texts, {@link ballast.likeness.index.PartMerger} one of several, {@link
 * ballast.likeness.index.CountFilter} searches it ({@code SlotFilter} by lists in the file, {@code
 * OctetFilter} by those in memory, {@code CachedLists}). {@code PartWriter}, {@code PostingWriter},
 * {@code SlotKeyWriter} and {@code GapWriter} describe its bytes.
 */
@NullMarked
package ballast.likeness.index;

import org.jspecify.annotations.NullMarked;
