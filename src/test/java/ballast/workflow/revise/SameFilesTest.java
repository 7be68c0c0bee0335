package ballast.workflow.revise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Provenance;
import ballast.bitext.Unit;
import ballast.memory.AlignedFile;
import ballast.memory.AlignedFiles;
import ballast.memory.AlignmentRun;
import ballast.memory.Memory;
import ballast.memory.NewRevision;
import ballast.memory.RevisionCounts;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
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
        .compare(RevisionComparison.Request.latest(memory, "a"));
  }

  private static List<ChangeKind> kinds(ComparedVersions compared) {
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
    AlignedFiles files =
        new AlignedFiles(
            AlignedFile.of("a.zh.txt", source.getBytes(UTF_8)),
            AlignedFile.of("a.en.txt", target.getBytes(UTF_8)));
    RevisionCounts counts = new RevisionCounts(2, 2, units.size(), 0);
    memory.addRevision(
        new NewRevision(
            "a",
            Lang.ZH_CN,
            Lang.EN_US,
            new AlignmentRun("mei", files, counts, "test", ""),
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
      assertThat(kinds(compared)).isNotEmpty().containsOnly(ChangeKind.ALIGNED_ANEW);
      assertThat(compared.hasChanges()).isFalse();
      assertThat(compared.changed()).isZero();
      assertThat(compared.rate(0).edits()).isZero();
      assertThat(compared.alignedAnewInWords())
          .isEqualTo("the files have not changed; 2 passages were aligned anew");
      assertThat(new ChangeLimits(List.of(), OptionalDouble.empty()).areExceededBy(compared))
          .isFalse();
      record(memory, "zh", "new", "他来了。她走了，", "He came.", "再也没有回来。", "She has gone.");
      compared = compare(memory);
      assertThat(kinds(compared)).containsExactly(ChangeKind.EDITED);
      record(memory, "new", "new", "他来了。", "He came.", "再也没有回来。", "She has gone.");
      compared = compare(memory);
      assertThat(kinds(compared)).containsExactly(ChangeKind.STALE);
    }
  }
}
