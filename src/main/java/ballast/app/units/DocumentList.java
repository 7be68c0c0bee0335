package ballast.app.units;

import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.util.List;

/**
 * Lists the documents of a memory.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * DocumentList.Request request = new DocumentList.Request(memory);
 * for (DocumentSummary document : new DocumentList().list(request)) {
 *   System.out.println(document.name() + ": " + document.units() + " units");
 * }
 * }</pre>
 */
public final class DocumentList {

  /**
   * What is asked for.
   *
   * @param memory must exist
   */
  public record Request(MemoryStore memory) {}

  /** The documents with the numbers of their revisions and units, by name. */
  public List<DocumentSummary> list(Request request) {
    try (Memory memory = request.memory().openForReading()) {
      return memory.documents();
    }
  }
}
