/** Options that several commands share, one picocli mixin each, and the reading of their values. */
@NullMarked
package ballast.cli.option;

import org.jspecify.annotations.NullMarked;
