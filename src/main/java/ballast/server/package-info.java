/**
 * A server for this computer alone: it hides the library that speaks HTTP, and refuses what no
 * program of this computer and no page of its own would send. {@link ballast.server.LocalServer} is
 * the entrance; a room above gives it {@link ballast.server.Route}s.
 */
@NullMarked
package ballast.server;

import org.jspecify.annotations.NullMarked;
