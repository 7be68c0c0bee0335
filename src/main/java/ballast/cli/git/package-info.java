/** The commands that git calls, and those that tell git of them. */
@NullMarked
package ballast.cli.git;

import org.jspecify.annotations.NullMarked;
