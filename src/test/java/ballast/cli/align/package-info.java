@NullMarked
package ballast.cli.align;

import org.jspecify.annotations.NullMarked;
