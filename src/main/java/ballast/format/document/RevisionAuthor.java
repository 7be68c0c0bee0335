package ballast.format.document;

import java.time.Instant;

/**
 * The author of an edit, for a revision in Word that can be accepted or rejected.
 *
 * @param time whole seconds
 */
public record RevisionAuthor(String name, Instant time) {}
