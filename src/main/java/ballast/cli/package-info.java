/**
 * The command line. One class per command; {@link ballast.cli.Main} runs them and turns their
 * outcome into an exit status. Commands only read options, call the packages that do the work, and
 * hand the result to {@code ballast.report}.
 */
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
