package ballast.app.align;

/**
 * A source file and its translation, as the user named them. A file that is named twice holds both
 * languages.
 *
 * @param source name of the source file
 * @param target name of the target file
 * @param document name of the pair in the memory
 * @param corrections name of a table of beads that a person has set; empty if there is none
 */
public record Article(String source, String target, String document, String corrections) {

  /** An article without corrections. */
  public Article(String source, String target, String document) {
    this(source, target, document, "");
  }

  /** Whether one file holds the source and its translation. */
  public boolean isOneFile() {
    return source.equals(target);
  }
}
