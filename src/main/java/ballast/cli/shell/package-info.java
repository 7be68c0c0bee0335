/** Completion scripts and manual pages, made from the tree of commands. */
@NullMarked
package ballast.cli.shell;

import org.jspecify.annotations.NullMarked;
