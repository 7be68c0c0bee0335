package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.opening.Memories;
import ballast.revise.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that were made from the same files. */
final class SameFilesTest {

  @TempDir Path folder;

  private ComparedVersions compare(Memory memory) {
    return new RevisionComparison(Workplace.in(folder), Notices.NONE)
        .compare(
            new RevisionComparison.Revisions(memory, "a", 0, 0),
            RevisionComparison.Options.DEFAULT);
  }

  private static List<Change.Kind> kinds(ComparedVersions compared) {
    return compared.shownOf(0).stream().map(Change::kind).toList();
  }

  /** Records units of source and target texts in turn, made from files of these contents. */
  private static void record(Memory memory, String source, String target, String... texts) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      Provenance provenance = Provenance.aligned("a", i / 2 + 1, "mei", Instant.EPOCH, 1);
      units.add(
          new Unit("", Lang.ZH_CN, Lang.EN_US, texts[i], texts[i + 1], provenance, List.of()));
    }
    Revision.Files files =
        new Revision.Files(
            AlignedFile.of("a.zh.txt", source.getBytes(UTF_8)),
            AlignedFile.of("a.en.txt", target.getBytes(UTF_8)));
    Revision.Counts counts = new Revision.Counts(2, 2, units.size(), 0);
    memory.addRevision(
        new Revision.New(
            "a",
            Lang.ZH_CN,
            Lang.EN_US,
            new Revision.Run("mei", files, counts, "test", ""),
            units));
  }

  @Test
  void revisionsOfTheSameFilesAreAlignedAnew() {
    try (Memory memory =
        Memories.at(folder.resolve("memory.db"))
            .openForWriting(WriteOptions.at(() -> Instant.EPOCH))) {
      record(memory, "zh", "en", "他来了。", "He came.", "她走了，再也没有回来。", "She left.");
      record(memory, "zh", "en", "他来了。她走了，", "He came.", "再也没有回来。", "She left.");
      ComparedVersions compared = compare(memory);
      assertThat(kinds(compared)).isNotEmpty().containsOnly(Change.Kind.ALIGNED_ANEW);
      assertThat(compared.hasChanges()).isFalse();
      assertThat(compared.changed()).isZero();
      assertThat(compared.rate(0).edits()).isZero();
      assertThat(compared.alignedAnewInWords())
          .isEqualTo("the files have not changed; 2 passages were aligned anew");
      assertThat(new ChangeLimits(List.of(), OptionalDouble.empty()).areExceededBy(compared))
          .isFalse();
      record(memory, "zh", "new", "他来了。她走了，", "He came.", "再也没有回来。", "She has gone.");
      compared = compare(memory);
      assertThat(kinds(compared)).containsExactly(Change.Kind.EDITED);
      record(memory, "new", "new", "他来了。", "He came.", "再也没有回来。", "She has gone.");
      compared = compare(memory);
      assertThat(kinds(compared)).containsExactly(Change.Kind.STALE);
    }
  }
}
