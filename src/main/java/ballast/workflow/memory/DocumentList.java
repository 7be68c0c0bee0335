package ballast.workflow.memory;

import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists the documents of a memory.
 *
 * <pre>{@code
 * DocumentList.Request request = new DocumentList.Request(folder.resolve("tm/memory.db"));
 * for (DocumentSummary document : new DocumentList().list(request)) {
 *   System.out.println(document.name() + ": " + document.units() + " units");
 * }
 * }</pre>
 */
public final class DocumentList {

  /**
   * What is asked for.
   *
   * @param memory its file, which must exist
   */
  public record Request(Path memory) {}

  /** The documents with the numbers of their revisions and units, by name. */
  public List<DocumentSummary> list(Request request) {
    try (Memory memory = Memories.at(request.memory()).openForReading()) {
      return memory.documents();
    }
  }
}
