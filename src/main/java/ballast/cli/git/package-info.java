/** The commands that git calls, and those that set git up. */
@NullMarked
package ballast.cli.git;

import org.jspecify.annotations.NullMarked;
