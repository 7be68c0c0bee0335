package ballast.memory;

/**
 * How a file is imported.
 *
 * @param onDuplicate what to do when the memory has another translation
 * @param author who imports; empty when unknown
 * @param dryRun whether the memory is left as it was
 */
public record ImportOptions(OnDuplicate onDuplicate, String author, boolean dryRun) {}
