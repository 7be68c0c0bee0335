/**
 * The pages of {@code ballast open}. Each room calls the use cases of {@code ballast.app}, shows
 * their results and knows no other room; {@link ballast.workbench.Shell} is the frame around them.
 */
@NullMarked
package ballast.workbench;

import org.jspecify.annotations.NullMarked;
