/**
 * Finds near duplicates among many pairs of texts. {@link ballast.likeness.near.PieceKeys} selects
 * the pairs to compare, {@link ballast.likeness.near.NearGroup} compares them.
 */
@NullMarked
package ballast.likeness.near;

import org.jspecify.annotations.NullMarked;
