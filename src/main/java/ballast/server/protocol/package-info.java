/**
 * Answers other programs in their own protocols: LanguageTool, Apertium, and searches with the JSON
 * of the command line. {@link ballast.server.protocol.Protocols} has the routes. Nothing here
 * writes a file or a memory.
 */
@NullMarked
package ballast.server.protocol;

import org.jspecify.annotations.NullMarked;
