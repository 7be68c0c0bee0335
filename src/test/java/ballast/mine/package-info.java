/** What is mined. */
@NullMarked
package ballast.mine;

import org.jspecify.annotations.NullMarked;
