package ballast.app.documents;

import ballast.app.Workplace;
import ballast.app.align.ChangedTranslations;
import ballast.app.align.ChangedTranslations.Change;
import ballast.app.align.ChangedTranslations.Unplaced;
import ballast.app.page.Json;
import ballast.app.project.Project;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InputException;
import ballast.format.article.ArticleBytes;
import ballast.format.document.ArticleEdit;
import ballast.format.file.OutputFile;
import ballast.format.file.RawText.Rewriting;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Revision;
import ballast.memory.Revision.Origin;
import ballast.revise.WordDiff;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes translations that were changed in a memory into the translated document from which they
 * came. Everything else in the document stays, and so does a sentence that was changed there too.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * DocumentCorrection correction = new DocumentCorrection(Workplace.in(folder));
 * DocumentCorrection.Result result =
 *     correction.correct(new DocumentCorrection.Request(memory, "guide.en.docx", ""));
 * result.left().forEach(one -> System.out.println(one.where() + ": " + one.reason()));
 * String copy = correction.replace(result);
 * }</pre>
 */
public record DocumentCorrection(Workplace workplace) {

  /**
   * @param file the translated document
   * @param document its name in the memory; empty for the article that was aligned from this file
   */
  public record Request(MemoryStore memory, String file, String document) {}

  /**
   * A corrected document, not written yet.
   *
   * @param applied the changes in it
   * @param left the changes that are not in it, with the reasons
   * @param already number of changes that the file already had
   * @param bytes the whole document; as it was if nothing is applied
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  public record Result(
      String file,
      String document,
      List<Change> applied,
      List<Unplaced> left,
      int already,
      byte[] bytes) {

    public Result {
      applied = List.copyOf(applied);
      left = List.copyOf(left);
    }

    /**
     * Writes a summary as one line: {@code ballast apply --json}, specified in {@code
     * src/site/markdown/json.md}.
     *
     * @param written the corrected file; empty if nothing was written
     * @param copy the copy of the old one; empty if there is none
     */
    public void writeJson(Writer out, String written, String copy) throws IOException {
      try (Json json = Json.line(out)) {
        json.put("document", document).put("source", file).put("file", written).put("copy", copy);
        json.array("applied");
        for (Change one : applied) {
          json.object().place(one.where()).put("unit", one.unit().id());
          json.put("before", one.before()).put("text", one.unit().target()).end();
        }
        json.end().array("left");
        for (Unplaced one : left) {
          json.object().place(one.where()).put("unit", one.unit().id());
          json.put("text", one.unit().target()).put("reason", one.reason()).end();
        }
        json.end().put("already", already);
      }
    }
  }

  /**
   * Corrects a document, without writing it.
   *
   * @throws InputException if the memory has no article of that file, or the file cannot be read
   */
  public Result correct(Request request) {
    String name = request.file();
    Path file = workplace.resolve(name);
    byte[] before = ArticleBytes.of(file, name);
    ChangedTranslations changed;
    String document;
    try (Memory memory = request.memory().openForReading()) {
      document = request.document().isEmpty() ? document(memory, name) : request.document();
      Revision revision =
          memory
              .latestRevision(document)
              .orElseThrow(
                  () ->
                      new InputException(
                          "no document \"" + request.document() + "\" in the memory",
                          "ballast tm list shows the documents"));
      WordDiff diff = new WordDiff(Lexicon.bundledWhenNeeded());
      changed = ChangedTranslations.of(workplace, memory, revision, name, diff);
    }
    List<Unplaced> left = new ArrayList<>(changed.unplaced());
    Map<Integer, List<TextEdit>> edits = new TreeMap<>();
    for (int i = 0; i < changed.changes().size(); i++) {
      edits.put(i, changed.changes().get(i).edits());
    }
    byte[] bytes = before;
    while (!edits.isEmpty()) {
      Rewriting rewriting = ArticleEdit.prepare(file, changed.text(), changed.reading(), edits);
      if (rewriting.refused().isEmpty() && rewriting.after() != null) {
        bytes = rewriting.after();
        break;
      }
      rewriting
          .refused()
          .forEach(
              (number, why) -> {
                Change one = changed.changes().get(number);
                left.add(new Unplaced(one.unit(), one.where(), why));
                edits.remove(number);
              });
    }
    List<Change> applied = edits.keySet().stream().map(changed.changes()::get).toList();
    return new Result(name, document, applied, left, changed.already(), bytes);
  }

  /** Finds the article that was aligned from a translation last. */
  private String document(Memory memory, String name) {
    Path file = workplace.resolve(name);
    List<Origin> origins = memory.origins();
    for (int i = origins.size() - 1; i >= 0; i--) {
      if (paths(origins.get(i).target()).anyMatch(path -> OutputFile.isSame(path, file))) {
        return origins.get(i).document();
      }
    }
    for (Origin origin : origins) {
      if (paths(origin.source()).anyMatch(path -> OutputFile.isSame(path, file))) {
        throw new InputException(
            "\"" + name + "\" is an original, not a translation",
            "give the translation that was aligned with it: " + origin.target());
      }
    }
    throw new InputException(
        "no article of the memory was aligned from \"" + name + "\"",
        "align it first: ballast align SOURCE \"%s\"; if the file was renamed since, name the"
                .formatted(name)
            + " article with --document (ballast tm list shows them)");
  }

  /** A file may have been named relative to the root of the project. */
  private Stream<Path> paths(String name) {
    return Stream.of(
        workplace.resolve(name), Project.around(workplace.directory()).root().resolve(name));
  }

  /**
   * Replaces the document, whole or not at all, after copying the old one.
   *
   * @return the name of the copy, next to the document
   * @throws InputException if it cannot be written; it is then as it was
   */
  public String replace(Result result) {
    Path file = workplace.resolve(result.file());
    try {
      Path copy = file.resolveSibling(file.getFileName() + ".bak");
      for (int i = 2; Files.exists(copy); i++) {
        copy = file.resolveSibling(file.getFileName() + ".bak" + i);
      }
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      new Rewriting(file, result.bytes(), Map.of()).write();
      return workplace.shown(copy);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }
}
