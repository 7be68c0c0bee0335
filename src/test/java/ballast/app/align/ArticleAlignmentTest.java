package ballast.app.align;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.Notices;
import ballast.app.align.AlignmentSink.Collected;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.cli.CommandRunner;
import ballast.cli.CommandTest;
import ballast.cli.DyingMemory;
import ballast.cli.TinyPairs;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleAlignmentTest extends CommandTest {

  private final List<String> heard = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private final class Ear implements AlignEvents {
    @Override
    public void begins(int pairs) {
      heard.add("begins " + pairs);
    }

    @Override
    public void aligned(ArticleAligner.Aligned aligned) {
      heard.add("aligned " + aligned.text().document());
    }

    @Override
    public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
      heard.add(summary == null ? "Aligned" : "Recorded");
    }

    @Override
    public void skipped(Article article, Revision revision) {
      heard.add("Finished");
    }

    @Override
    public void unrelated(Article article, AlignedText text) {
      heard.add("Unrelated");
    }

    @Override
    public void failed(Failure failure) {
      heard.add("Failed");
      failures.add(failure.reason());
    }

    @Override
    public void ended() {
      heard.add("ended");
    }
  }

  private static final class FullDisk implements AlignmentSink {
    private boolean published;

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public void add(AlignedText text, List<Unit> units) {}

    @Override
    public Written finish(RecordedUnits units) {
      throw new InputException("the disk is full", "", new IOException("full"));
    }

    @Override
    public void publish() {
      published = true;
    }
  }

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
  }

  private Path memory() {
    return folder.resolve("tm/memory.db");
  }

  private Memory open() {
    return Memories.at(memory())
        .openForWriting(WriteOptions.at(InstantSource.fixed(CommandRunner.NOW)));
  }

  private ArticleAlignment alignment() {
    return new ArticleAlignment(
        MovedArticle.workplace(folder), Notices.NONE, new Ear(), Lexicon.bundledWhenNeeded());
  }

  private ArticleAlignment.Request folder() {
    return ArticleAlignment.Request.of(new Pairs.InFolder("文章", false))
        .recording(Recording.in(Memories.at(memory())))
        .jobs(3);
  }

  private ArticleAlignment.Request one(String name) {
    return ArticleAlignment.Request.of("文章/" + name + ".zh.txt", "文章/" + name + ".en.txt")
        .recording(Recording.in(Memories.at(memory())));
  }

  /** Aligns, and returns how each entry ended. */
  private List<String> kinds(ArticleAlignment.Request request) {
    heard.clear();
    alignment().align(request);
    return heard.stream().filter(one -> Character.isUpperCase(one.charAt(0))).toList();
  }

  /** A pipe that nobody writes to would be waited for without end. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aListMayNameNoPipesButAnArticleMayComeFromOne() throws Exception {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    Path pipe = folder.resolve("pipe.en.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    write(
        "list.tsv",
        """
        文章/文001.zh.txt\tpipe.en.txt\tpipe
        /dev/zero\t文章/文001.en.txt\tzero
        文章/文001.zh.txt\t文章/文001.en.txt\tgood
        """);
    assertThat(alignment().align(ArticleAlignment.Request.of(new Pairs.Listed("list.tsv")).jobs(1)))
        .isEqualTo(1);
    assertThat(failures)
        .containsExactly(
            "list.tsv:1: cannot read \"pipe.en.txt\": it is not a regular file, but a pipe or a"
                + " device",
            "list.tsv:2: cannot read \"/dev/zero\": it is not a regular file, but a pipe or a"
                + " device");
    for (String command : List.of("check", "diff")) {
      assertThat(run(command, "--pairs", "list.tsv").err())
          .contains("cannot read \"pipe.en.txt\": it is not a regular file");
    }
    byte[] english = Files.readAllBytes(folder.resolve("文章/文001.en.txt"));
    for (int i = 0; i < 2; i++) { // the second time the memory knows the document
      Thread writer = new Thread(() -> write(pipe, english));
      writer.setDaemon(true);
      writer.start();
      ArticleAlignment.Request one =
          ArticleAlignment.Request.of("文章/文001.zh.txt", "pipe.en.txt")
              .recording(Recording.in(Memories.at(memory())));
      assertThat(alignment().align(one)).isEqualTo(1);
      writer.join();
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void aRunThatDiesGoesOnWhereItWas(int commits) throws Exception {
    TinyPairs.write(folder.resolve("文章"), 9, 3);
    Collected whole = new Collected();
    alignment().align(folder().into(whole));
    List<String> rows = TinyPairs.dump(memory(), true);
    Files.delete(memory());
    try (Memory dying = DyingMemory.of(open(), commits)) {
      assertThatThrownBy(() -> alignment().align(folder().into(new Collected()), dying))
          .isInstanceOf(DyingMemory.Death.class);
    }
    heard.clear();
    Collected second = new Collected();
    assertThat(alignment().align(folder().into(second))).isEqualTo(9);
    assertThat(heard.stream().filter("Finished"::equals)).hasSize(commits);
    assertThat(heard).startsWith("begins 9", "aligned 文章/文001", "Finished").endsWith("ended");
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(rows);
    assertThat(second.units()).isEqualTo(whole.units()).isNotEmpty();
    assertThat(second.texts()).hasSize(9);
  }

  @Test
  void anArticleThatHasNotChangedIsFinishedInEveryMode() throws Exception {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    alignment().align(folder());
    List<String> rows = TinyPairs.dump(memory(), true);
    assertThat(kinds(one("文001"))).containsExactly("Finished");
    assertThat(heard).containsExactly("begins 1", "Finished", "ended");
    Collected collected = new Collected();
    assertThat(kinds(one("文001").into(collected))).containsExactly("Finished");
    assertThat(collected.texts()).hasSize(1);
    assertThat(collected.units()).hasSize(3).allMatch(unit -> !unit.id().isEmpty());
    Recording again = new Recording(Memories.at(memory()), true, false, false);
    assertThat(kinds(one("文001").recording(again))).containsExactly("Recorded");
    assertThat(kinds(folder().recording(again))).containsExactly("Recorded", "Recorded");
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(rows);
  }

  /** Six sentences on each side that have nothing to do with each other. */
  private void writeUnrelated(String name) throws IOException {
    write(
        "文章/" + name + ".zh.txt",
        """
        老人在院子里种了三棵枣树。
        秋天的时候孩子们来摘枣。
        他的妻子会做很甜的枣糕。
        邻居们都喜欢她的手艺。
        后来院子被拆掉了。
        枣树也不见了。
        """);
    write(
        "文章/" + name + ".en.txt",
        """
        The committee published its annual budget on Monday.
        Interest rates rose for the second time this year.
        Two airlines announced a merger.
        Analysts expect further cuts in spending.
        The court has not yet decided the case.
        Shares fell sharply in London.
        """);
  }

  @Test
  void textsThatAreNotTranslationsOfEachOtherAreRefused() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 6);
    writeUnrelated("文000");
    Collected collected = new Collected();
    assertThat(alignment().align(one("文000").into(collected))).isZero();
    assertThat(heard).containsExactly("begins 1", "aligned 文章/文000", "Unrelated", "ended");
    assertThat(collected.texts()).isEmpty();
    assertThat(memory()).doesNotExist();
    assertThat(kinds(folder().into(collected)))
        .containsExactly("Unrelated", "Recorded", "Recorded");
    assertThat(collected.texts()).hasSize(2);
    Recording forced = new Recording(Memories.at(memory()), false, false, /* unrelated= */ true);
    assertThat(kinds(one("文000").recording(forced))).containsExactly("Recorded");
  }

  @Test
  void oneArticleIsABatchOfOne() throws Exception {
    TinyPairs.write(folder.resolve("文章"), 1, 3);
    Collected collected = new Collected();
    alignment().align(one("文001").into(collected));
    assertThat(heard).containsExactly("begins 1", "aligned 文章/文001", "Recorded", "ended");
    assertThat(collected.units()).hasSize(3).allMatch(unit -> !unit.id().isEmpty());
    List<String> rows = TinyPairs.dump(memory(), true);
    Files.delete(memory());
    Collected folder = new Collected();
    alignment().align(folder().into(folder));
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(rows);
    assertThat(folder.units()).isEqualTo(collected.units());
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheMemoryOfOneArticleAsItWas() throws Exception {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    alignment().align(one("文001"));
    List<String> before = TinyPairs.dump(memory(), true);
    FullDisk full = new FullDisk();
    assertThatThrownBy(() -> alignment().align(one("文002").into(full)))
        .hasMessage("the disk is full");
    assertThat(full.published).isFalse();
    assertThat(TinyPairs.dump(memory(), true)).isEqualTo(before);
  }

  @Test
  void manyStayRecordedWhenTheFileCannotBeWritten() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    assertThatThrownBy(() -> alignment().align(folder().into(new FullDisk())))
        .hasMessage("the disk is full");
    assertThat(kinds(folder())).containsExactly("Finished", "Finished");
  }

  @Test
  void ofOneArticleAFailureIsThrownAndNoMemoryIsMade() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    write("文章/文002.en.txt", "");
    assertRefused(() -> alignment().align(one("文002")), "it is empty");
    assertThat(memory()).doesNotExist();
    heard.clear();
    assertThat(alignment().align(folder())).isEqualTo(1);
    assertThat(heard).containsSubsequence("Recorded", "Failed");
  }

  @Test
  void withoutRecordingTheUnitsHaveNoIds() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 2, 3);
    Collected collected = new Collected();
    assertThat(kinds(folder().recording(Recording.NONE).into(collected)))
        .containsExactly("Aligned", "Aligned");
    assertThat(collected.units()).hasSize(6).allMatch(unit -> unit.id().isEmpty());
    assertThat(collected.units()).allMatch(unit -> unit.provenance().author().equals("mei"));
    assertThat(memory()).doesNotExist();
  }

  @Test
  void anOpenMemoryStaysOpen() throws IOException {
    TinyPairs.write(folder.resolve("文章"), 1, 3);
    try (Memory open = open()) {
      alignment().align(one("文001"), open);
      assertThat(open.documents()).hasSize(1);
    }
  }
}
