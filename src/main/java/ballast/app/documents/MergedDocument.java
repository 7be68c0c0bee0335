package ballast.app.documents;

import ballast.app.page.Json;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.format.article.ArticleFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A translated document.
 *
 * @param bytes the whole file
 * @param format the format of the original
 * @param untranslated unchanged sentences, without page clutter and code, with the reason if the
 *     document cannot hold their translation
 * @param repaired codes that were lost, repeated or foreign, if repairs were allowed
 */
@SuppressWarnings("ArrayRecordComponent") // the file is passed on, never compared
public record MergedDocument(
    byte[] bytes,
    ArticleFormat format,
    Lang target,
    int translated,
    List<MergeRemark> untranslated,
    List<MergeRemark> repaired) {

  public MergedDocument {
    untranslated = List.copyOf(untranslated);
    repaired = List.copyOf(repaired);
  }

  /**
   * @throws InputException if the name of a file implies another format
   */
  public void requireName(String file) {
    if (ArticleFormat.named(file).filter(named -> named != format).isPresent()) {
      throw new InputException(
          "cannot write \"" + file + "\": the original is " + format.title(),
          "a translated document keeps its format: give the output the extension of the original");
    }
  }

  /**
   * Writes the summary of a merge as one line: {@code ballast merge --json}, specified in {@code
   * src/site/markdown/json.md}.
   *
   * @param file the translated document
   */
  public void writeJson(Writer out, String document, String xliff, String file) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).put("xliff", xliff).put("file", file);
      json.put("to", target.tag()).put("translated", translated);
      write(json, "untranslated", untranslated);
      write(json, "repaired", repaired);
    }
  }

  private static void write(Json json, String name, List<MergeRemark> remarks) throws IOException {
    json.array(name);
    for (MergeRemark remark : remarks) {
      json.object().place(remark.location());
      json.put("text", remark.text()).put("reason", remark.what()).end();
    }
    json.end();
  }

  /**
   * A remark on a sentence of a document.
   *
   * @param location place in the original
   * @param what in words, without a full stop; may be empty
   */
  public record MergeRemark(Location location, String text, String what) {}
}
