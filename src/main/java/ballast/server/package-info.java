/**
 * An HTTP server for this computer only. It hides the HTTP library and refuses requests that
 * neither a program on this computer nor a page of its own would send. {@link
 * ballast.server.LocalServer} is the entrance; a room above gives it {@link ballast.server.Route}s.
 */
@NullMarked
package ballast.server;

import org.jspecify.annotations.NullMarked;
