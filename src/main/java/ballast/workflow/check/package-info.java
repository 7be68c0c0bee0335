/**
 * Checks translations: pairs from a memory, files or articles against the rules, with waivers,
 * settings and a baseline.
 */
@NullMarked
package ballast.workflow.check;

import org.jspecify.annotations.NullMarked;
