/**
 * What every use case of the product shares: where it works and whom it tells.
 *
 * <p>The packages below are the front of the library: one class a use case, with a request that
 * goes in and a result that comes out. A command line, a server or somebody else's program calls
 * them alike; nothing here knows options, terminals or exit statuses.
 */
@NullMarked
package ballast.workflow;

import org.jspecify.annotations.NullMarked;
