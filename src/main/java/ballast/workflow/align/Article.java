package ballast.workflow.align;

/**
 * A source file and its translation, as the user named them.
 *
 * @param source name of the source file
 * @param target name of the target file
 * @param document name of the pair in the memory
 */
public record Article(String source, String target, String document) {}
