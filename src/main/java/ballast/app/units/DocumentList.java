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
   * @param memory must exist
   */
  public record Request(MemoryStore memory) {}

  /** Returns the documents with their number of revisions and units, by name. */
  public List<DocumentSummary> list(Request request) {
    try (Memory memory = request.memory().openForReading()) {
      return memory.documents();
    }
  }
}
