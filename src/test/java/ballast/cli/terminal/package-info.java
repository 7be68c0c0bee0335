@NullMarked
package ballast.cli.terminal;

import org.jspecify.annotations.NullMarked;
