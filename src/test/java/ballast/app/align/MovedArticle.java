package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.Bead;
import ballast.bitext.Side;
import ballast.cli.CommandRunner;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Articles in a memory, to be moved about. */
final class MovedArticle {

  private MovedArticle() {}

  /** Writes a small article, records it in tm/memory.db, and opens it. */
  static OpenArticle of(Path folder, List<String> zh, List<String> en) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    Files.writeString(folder.resolve("a.zh.txt"), String.join("\n\n", zh) + "\n", UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), String.join("\n\n", en) + "\n", UTF_8);
    align(Workplace.in(folder), "a.zh.txt", "a.en.txt");
    return editor(folder).open("a");
  }

  /** Records one of the sample articles in tm/memory.db; its document has the same name. */
  static BeadEditor sample(Path folder, String name) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    for (String file : List.of(name + ".zh.txt", name + ".en.txt")) {
      Files.copy(Path.of("tm/articles").resolve(file), folder.resolve(file));
    }
    align(Workplace.in(folder), name + ".zh.txt", name + ".en.txt");
    return editor(folder);
  }

  static void align(Workplace workplace, String source, String target) {
    Path memory = workplace.directory().resolve("tm/memory.db");
    new ArticleAlignment(workplace, Notices.NONE)
        .align(
            ArticleAlignment.Request.of(new Pairs.One(source, target, ""))
                .recording(new Recording(Memories.at(memory), false, false, true)));
  }

  static BeadEditor editor(Path folder) {
    return new BeadEditor(
        Workplace.in(folder).withAuthor("Anna"),
        Memories.at(folder.resolve("tm/memory.db")),
        Notices.NONE);
  }

  /** Where mei works, at the time of the tests. */
  static Workplace workplace(Path folder) {
    return new Workplace(
        folder, InputStream.nullInputStream(), InstantSource.fixed(CommandRunner.NOW), "mei");
  }

  /** Splits a bead behind these sentences of its sides. */
  static BeadMove splitBetween(int bead, int sources, int targets) {
    return BeadMove.split(bead, Cut.after(sources), Cut.after(targets));
  }

  /** Splits a bead inside a sentence of a side, and behind these sentences of the other one. */
  static BeadMove splitInside(int bead, Side side, int sentence, int offset, int others) {
    Cut inside = new Cut(sentence, offset);
    Cut other = Cut.after(others);
    return side == Side.SOURCE
        ? BeadMove.split(bead, inside, other)
        : BeadMove.split(bead, other, inside);
  }

  /** The beads, each as {@code source | target}. */
  static List<String> shown(OpenArticle article) {
    return article.beads().stream().map(bead -> shown(article, bead)).toList();
  }

  private static String shown(OpenArticle article, Bead bead) {
    return article.alignment().sourceText(bead) + " | " + article.alignment().targetText(bead);
  }
}
