/**
 * Detects the encoding of a file, decodes it strictly, and writes outputs so that nothing is lost.
 *
 * <p>{@link ballast.format.file.FileInput} opens what a user named, {@link
 * ballast.format.file.Encoding} says how it was read and why, {@link
 * ballast.format.file.OutputFile} writes to a temporary name and renames. Everything here treats
 * its input as hostile.
 */
@NullMarked
package ballast.format.file;

import org.jspecify.annotations.NullMarked;
