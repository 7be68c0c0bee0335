/**
 * What programs that are open already ask, each in its own protocol: LanguageTool and Apertium, and
 * searches with the JSON of the command line. {@link ballast.server.protocol.Protocols} has the
 * routes. Everything here answers only: it writes no file and no memory.
 */
@NullMarked
package ballast.server.protocol;

import org.jspecify.annotations.NullMarked;
