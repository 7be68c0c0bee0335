/** The streams of a run: messages, progress, colours, exit statuses and failure reports. */
@NullMarked
package ballast.cli.terminal;

import org.jspecify.annotations.NullMarked;
