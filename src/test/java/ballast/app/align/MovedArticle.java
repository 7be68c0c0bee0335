package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.BeadMove.Cut;
import ballast.bitext.Bead;
import ballast.bitext.Side;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Splits a bead behind these sentences of its sides. */
  static BeadMove splitBetween(int bead, int sources, int targets) {
    return new BeadMove.Split(bead, Cut.after(sources), Cut.after(targets));
  }

  /** Splits a bead inside a sentence of a side, and behind these sentences of the other one. */
  static BeadMove splitInside(int bead, Side side, int sentence, int offset, int others) {
    Cut inside = new Cut(sentence, offset);
    Cut other = Cut.after(others);
    return side == Side.SOURCE
        ? new BeadMove.Split(bead, inside, other)
        : new BeadMove.Split(bead, other, inside);
  }

  /** The beads, each as {@code source | target}. */
  static List<String> shown(OpenArticle article) {
    return article.beads().stream().map(bead -> shown(article, bead)).toList();
  }

  private static String shown(OpenArticle article, Bead bead) {
    return article.alignment().sourceText(bead) + " | " + article.alignment().targetText(bead);
  }
}
