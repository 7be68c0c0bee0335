/**
 * Streams XML: events with their place in the file, and text for outputs. DTDs and external
 * entities are never resolved.
 */
@NullMarked
package ballast.format.xml;

import org.jspecify.annotations.NullMarked;
