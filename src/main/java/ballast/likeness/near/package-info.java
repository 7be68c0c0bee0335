/**
 * Near duplicates among many pairs of texts: which pairs need to be compared with each other
 * ({@link ballast.likeness.near.PieceKeys}), and the comparison ({@link
 * ballast.likeness.near.NearGroup}).
 */
@NullMarked
package ballast.likeness.near;

import org.jspecify.annotations.NullMarked;
