/**
 * What a user can do with Ballast, without a terminal: for the command line, the workbench, a
 * server or another program.
 *
 * <p>Each package below is one capability: use case, result and renderings side by side. This one
 * has what all of them share: the {@link ballast.app.Workplace} a use case runs in and the {@link
 * ballast.app.Notices} it sends.
 */
@NullMarked
package ballast.app;

import org.jspecify.annotations.NullMarked;
