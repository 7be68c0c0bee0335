package ballast.memory;

/**
 * How a file is imported.
 *
 * @param onDuplicate what to do when the memory has another translation
 * @param author who runs the import; empty when unknown
 * @param dryRun whether to leave the memory unchanged
 */
public record ImportOptions(OnDuplicate onDuplicate, String author, boolean dryRun) {}
