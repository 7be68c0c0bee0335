@NullMarked
package ballast.cli.shell;

import org.jspecify.annotations.NullMarked;
