/** What the shell gets, made from the tree of commands: completion scripts and manual pages. */
@NullMarked
package ballast.cli.shell;

import org.jspecify.annotations.NullMarked;
