/**
 * The commands {@code diff} and {@code review}, those that git calls, and those that set git up.
 */
@NullMarked
package ballast.cli.diff;

import org.jspecify.annotations.NullMarked;
