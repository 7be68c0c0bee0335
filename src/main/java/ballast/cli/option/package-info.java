/** Options that several commands share, one picocli mixin each, and how what they say is read. */
@NullMarked
package ballast.cli.option;

import org.jspecify.annotations.NullMarked;
