/** The commands that split, align and pre-translate articles. */
@NullMarked
package ballast.cli.align;

import org.jspecify.annotations.NullMarked;
