package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.BeadEditor;
import ballast.app.align.BeadMove;
import ballast.app.align.OpenArticle;
import ballast.app.units.DocumentHistory.Line;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentHistoryTest extends FolderTest {

  private MemoryStore memory() {
    return Memories.at(folder.resolve("memory.db"));
  }

  private void align(String english) throws IOException {
    write("a.zh.txt", "船到了。\n\n没有人下来。\n\n天黑了。\n\n灯亮了。\n");
    write("a.en.txt", english);
    new ArticleAlignment(Workplace.in(folder).withAuthor("Cao"), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("a.zh.txt", "a.en.txt").recording(Recording.in(memory())));
  }

  private List<String> lines() {
    try (Memory memory = memory().openForReading()) {
      return DocumentHistory.of(memory, "a").revisions().stream()
          .flatMap(part -> part.lines().stream().map(line -> shown(part.revision().number(), line)))
          .toList();
    }
  }

  private static String shown(int revision, Line line) {
    return "%d %s %s %d%s"
        .formatted(
            revision,
            line.last().origin().author(),
            line.kind(),
            line.units(),
            line.last().takenBack() ? " undone" : "");
  }

  @Test
  void consecutiveCommandsOfOnePersonAreJoinedUnderTheirRevision() throws IOException {
    align("The ship came.\n\nNobody got off.\n\nIt grew dark.\n\nThe lamps were lit.\n");
    BeadEditor anna =
        new BeadEditor(Workplace.in(folder).withAuthor("Anna"), memory(), Notices.NONE);
    BeadEditor ben = new BeadEditor(Workplace.in(folder).withAuthor("Ben"), memory(), Notices.NONE);
    OpenArticle article = anna.open("a");
    article = anna.apply(article, BeadMove.confirm(0, 0));
    article = anna.apply(article, BeadMove.confirm(1, 1));
    article = ben.apply(article, BeadMove.confirm(2, 2));
    article = anna.apply(article, BeadMove.merge(0, 1));
    article = anna.apply(article, BeadMove.swap(1));
    anna.reverse(article, anna.next(article, false).orElseThrow(), false);
    align("The ship came.\n\nNobody got off.\n\nIt got dark.\n\nThe lamps were lit.\n");

    assertThat(lines())
        .containsExactly(
            "2 Cao aligned 1",
            "1 Anna undone 2",
            "1 Anna swapped 2 undone",
            "1 Anna joined 2",
            "1 Ben confirmed 1",
            "1 Anna confirmed 2",
            "1 Cao aligned 4");
  }
}
