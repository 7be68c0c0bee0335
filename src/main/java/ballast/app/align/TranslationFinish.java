package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.documents.TranslationEditor;
import ballast.app.documents.TranslationEditor.Written;
import ballast.app.units.MemoryEdits;
import ballast.memory.CommandInfo;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.util.Set;

/**
 * Ends a translation: writes the document. If every sentence has a translation, the document is
 * then an article of the memory like any other; otherwise it stays in work.
 */
public final class TranslationFinish {

  private final Workplace workplace;
  private final MemoryStore store;
  private final TranslationEditor editor;

  /**
   * @param workplace its author is recorded
   * @param editor of the same memory
   */
  public TranslationFinish(Workplace workplace, MemoryStore memory, TranslationEditor editor) {
    this.workplace = workplace;
    this.store = memory;
    this.editor = editor;
  }

  /**
   * @param file name of the translated document; empty for the planned one
   * @param approve whether all units are approved
   * @param replace whether an existing file may be replaced
   */
  public Written finish(String document, String file, boolean approve, boolean replace) {
    Written written = editor.write(document, file, replace);
    if (written.isComplete()) {
      editor.confirmAll(document);
      ArticleAlignment.Request request =
          ArticleAlignment.Request.of(new Pairs.One(written.source(), written.file(), document))
              .recording(new Recording(store, false, false, /* unrelated= */ true));
      new ArticleAlignment(workplace, Notices.NONE).align(request);
      if (approve) {
        approve(document);
      }
    }
    return written;
  }

  private void approve(String document) {
    MemoryEdits.EditScope scope =
        MemoryEdits.EditScope.of(store)
            .of(UnitFilter.CURRENT.inDocuments(Set.of(document)))
            .by(new CommandInfo.Origin(workplace.author(), ""));
    new MemoryEdits(workplace).edit(scope, MemoryEdits.UnitAction.APPROVE, edit -> {});
  }
}
