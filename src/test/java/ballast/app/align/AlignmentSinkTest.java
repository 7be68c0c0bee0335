package ballast.app.align;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.align.AlignmentSink.OutputFileSink;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.AlignmentSink.UnitFileSink;
import ballast.app.align.AlignmentSink.Written;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.Unit;
import ballast.cli.TinyPairs;
import ballast.format.file.OutputFile;
import ballast.format.unit.UnitForm;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Revision;
import ballast.memory.opening.Memories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where aligned articles go beside the memory. */
final class AlignmentSinkTest extends FolderTest {

  private static final UnitForm TMX = UnitForm.ofName("units.tmx");

  private Written written = Written.NOTHING;
  private int skipped;

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("no space left");
    }
  }

  /** Tells which of its methods was called. */
  private record Noting(Needs needs, Consumer<String> calls) implements AlignmentSink {
    @Override
    public void add(AlignedText text, List<Unit> units) {
      calls.accept("add");
    }

    @Override
    public Written finish(RecordedUnits units) {
      calls.accept("finish");
      return Written.NOTHING;
    }

    @Override
    public void publish() {
      calls.accept("publish");
    }
  }

  @BeforeEach
  void writeArticles() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    TinyPairs.write(folder.resolve("many"), 3, 2);
    for (String language : List.of("zh", "en")) {
      Files.copy(
          Path.of("src/test/resources/golden/shared/terminal-doubtful." + language + ".txt"),
          folder.resolve("ferry." + language + ".txt"));
    }
  }

  private int align(ArticleAlignment.Request request) {
    AlignEvents events =
        new AlignEvents() {
          @Override
          public void skipped(Article article, Revision revision) {
            skipped++;
          }

          @Override
          public void wrote(Written output) {
            written = output;
          }
        };
    return new ArticleAlignment(MovedArticle.workplace(folder), Notices.NONE, events)
        .align(request);
  }

  private MemoryStore memory() {
    return Memories.at(folder.resolve("tm/memory.db"));
  }

  private static ArticleAlignment.Request ferry() {
    return ArticleAlignment.Request.of("ferry.zh.txt", "ferry.en.txt");
  }

  private ArticleAlignment.Request many(boolean dryRun) {
    return ArticleAlignment.Request.of(new Pairs.InFolder("many", false))
        .recording(new Recording(memory(), false, dryRun, false));
  }

  @Test
  void doubtfulUnitsAreLeftOutUnlessTheyAreWanted() {
    UnitFileSink some = new UnitFileSink(TMX, false, new ByteArrayOutputStream(), Notices.NONE);
    UnitFileSink all = new UnitFileSink(TMX, true, new ByteArrayOutputStream(), Notices.NONE);
    align(ferry().into(some));
    assertThat(written).isEqualTo(new Written("3 units", 1));
    align(ferry().into(all));
    assertThat(written).isEqualTo(new Written("4 units", 0));
  }

  @Test
  void articlesThatTheMemoryHasAreAlignedAgainOnlyIfItDoesNotRecord() {
    align(many(/* dryRun= */ false));
    for (boolean dryRun : List.of(false, true)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      UnitFileSink units = new UnitFileSink(TMX, false, out, Notices.NONE);
      skipped = 0;
      assertThat(align(many(dryRun).into(units))).isEqualTo(3);
      assertThat(skipped).isEqualTo(3);
      assertThat(written.content()).isEqualTo("6 units");
      // An id comes from the memory.
      assertThat(out.toString(UTF_8).contains("tuid=")).isEqualTo(!dryRun);
    }
  }

  @Test
  void aFileWithoutUnitsStillNamesItsLanguages() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitForm xliff = UnitForm.ofName("units.xlf");
    UnitFileSink units = new UnitFileSink(xliff, false, out, Notices.NONE);
    assertThat(units.finish(RecordedUnits.NONE)).isEqualTo(new Written("0 units", 0));
    assertThat(out.toString(UTF_8))
        .contains("source-language=\"zh-CN\"", "target-language=\"en-US\"");
  }

  @Test
  void aFileAppearsWhenAllIsDone() {
    Path path = folder.resolve("units.tmx");
    try (OutputFile file = OutputFile.create(path, false)) {
      UnitFileSink units = new UnitFileSink(TMX, false, file.stream(), Notices.NONE);
      AlignmentSink sink = new OutputFileSink(file, "units.tmx", units);
      sink.finish(RecordedUnits.NONE);
      assertThat(path).doesNotExist();
      sink.publish();
      assertThat(path).exists();
    }
  }

  @Test
  void aFullDiskIsAFailureOfTheNamedFileAndNothingIsRecorded() {
    UnitFileSink full = new UnitFileSink(TMX, false, new FullDisk(), Notices.NONE);
    assertThatThrownBy(() -> full.finish(RecordedUnits.NONE))
        .isInstanceOf(UncheckedIOException.class);
    try (OutputFile file = OutputFile.create(folder.resolve("units.tmx"), false)) {
      AlignmentSink sink = new OutputFileSink(file, "units.tmx", full);
      assertRefused(() -> align(ferry().recording(Recording.in(memory())).into(sink)))
          .hasMessage("cannot write \"units.tmx\": no space left");
      assertThat(align(many(/* dryRun= */ true))).isEqualTo(3);
    }
    assertThat(folder.resolve("units.tmx")).doesNotExist();
  }

  @Test
  void aDiskThatIsFullAfterSomeArticlesIsAFailureOfTheNamedFileToo() {
    AlignmentSink full =
        new Noting(
            AlignmentSink.Needs.BEADS,
            call -> {
              throw new UncheckedIOException(new IOException("no space left"));
            });
    Path path = folder.resolve("units.tmx");
    try (OutputFile file = OutputFile.create(path, false)) {
      AlignmentSink sink = new OutputFileSink(file, "units.tmx", full);
      assertThat(sink.needs()).isEqualTo(AlignmentSink.Needs.BEADS);
      assertRefused(() -> align(many(/* dryRun= */ true).into(sink)))
          .hasMessage("cannot write \"units.tmx\": no space left");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void anArticleIsWrittenBeforeTheMemoryHasItAndPublishedAfterwards() {
    List<String> seen = new ArrayList<>();
    AlignmentSink sink =
        new Noting(
            AlignmentSink.Needs.UNITS,
            call -> {
              try (Memory recorded = memory().openForReading()) {
                seen.add(call + " " + recorded.documents().size());
              }
            });
    align(ferry().recording(Recording.in(memory())).into(sink));
    assertThat(seen).containsExactly("add 0", "finish 0", "publish 1");
  }

  @Test
  void twoSinksTakeTheSameAndNeedWhatEitherNeeds() {
    List<String> calls = new ArrayList<>();
    AlignmentSink units = new Noting(AlignmentSink.Needs.UNITS, call -> calls.add("units " + call));
    AlignmentSink beads = new Noting(AlignmentSink.Needs.BEADS, call -> calls.add("beads " + call));
    assertThat(units.and(beads).needs()).isEqualTo(AlignmentSink.Needs.BEADS);
    assertThat(beads.and(units).needs()).isEqualTo(AlignmentSink.Needs.BEADS);
    assertThat(AlignmentSink.NONE.and(units).needs()).isEqualTo(AlignmentSink.Needs.UNITS);
    align(ferry().into(units.and(beads)));
    assertThat(calls)
        .containsExactly(
            "units add",
            "beads add",
            "units finish",
            "beads finish",
            "units publish",
            "beads publish");
  }
}
