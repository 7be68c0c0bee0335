/**
 * The command line: {@link ballast.cli.Main} runs a command and turns its outcome into an exit
 * status. There is one class per command; a command reads its options, calls a use case of {@code
 * ballast.app} and prints the result.
 *
 * <p>Completion scripts and manual pages are made from the tree of commands ({@link
 * ballast.cli.CommandTree}).
 */
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
