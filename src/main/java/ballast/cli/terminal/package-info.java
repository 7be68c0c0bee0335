/**
 * The streams of a run: messages, progress, colours, exit statuses, and what is said of a failure.
 */
@NullMarked
package ballast.cli.terminal;

import org.jspecify.annotations.NullMarked;
