package ballast.app.revisions;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.SilentNotices;
import ballast.app.Workplace;
import ballast.app.project.Git;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ChangeFilter.ChangeLimits;
import ballast.app.revisions.ChangeFilter.Topic;
import ballast.app.revisions.RevisionComparison.Files;
import ballast.app.revisions.RevisionComparison.Options;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.cli.TestRepository;
import ballast.format.article.ReaderOptions;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.contract.Revisions;
import ballast.memory.opening.Memories;
import ballast.revise.Change;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.TermEffect;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevisionComparisonTest extends FolderTest {

  private static final String PORT = "The harbour handled nine million containers last year.";
  private static final String FERRY = "The ferry leaves every hour.";
  private static final String LIGHT = "Volunteers look after the old lighthouse.";

  private void paragraphs(String name, String... paragraphs) throws IOException {
    write(name, String.join("\n\n", paragraphs) + "\n");
  }

  private static final VersionReading SOURCES =
      VersionReading.DEFAULT.withSource("zh2.txt").withOldSource("zh.txt");

  private static final ChangeLimits NO_LIMIT = new ChangeLimits(List.of(), OptionalDouble.empty());

  @BeforeEach
  void makeVersions() throws IOException {
    paragraphs("zh.txt", "港口去年处理了九百万个集装箱。", "渡轮每小时一班。", "志愿者照看着古老的灯塔。");
    paragraphs("zh2.txt", "港口去年处理了一千万个集装箱。", "渡轮每小时一班。", "志愿者照看着古老的灯塔。");
    paragraphs("draft.txt", PORT, FERRY, LIGHT);
    paragraphs("first.txt", PORT.replace("nine", "ten"), FERRY, LIGHT);
    paragraphs("second.txt", PORT, FERRY, LIGHT.replace("old", "ancient"));
    paragraphs("terms.csv", "zh,en,forbidden\n港口,port,harbour");
  }

  private ComparedVersions compare(RevisionComparison.Subject subject) {
    return compare(subject, Options.DEFAULT);
  }

  private ComparedVersions compare(RevisionComparison.Subject subject, Options options) {
    return new RevisionComparison(Workplace.in(folder), Notices.NONE).compare(subject, options);
  }

  private static Options filtered(ChangeFilter filter) {
    return new Options(VersionReading.DEFAULT, Glossaries.NONE, filter, 0);
  }

  private static Options withMaxWhole(int max) {
    return new Options(VersionReading.DEFAULT, Glossaries.NONE, ChangeFilter.CHANGES, max);
  }

  private static final Options UNCHANGED = filtered(new ChangeFilter(List.of(), true, 0, true));

  private static List<Change.Kind> kinds(ComparedVersions compared) {
    return compared.shownOf(0).stream().map(Change::kind).toList();
  }

  @Test
  void ofTwoVersionsTheChangesAreShownAndEverythingIsCounted() {
    ComparedVersions compared = compare(Files.of("draft.txt", "first.txt"));
    assertThat(kinds(compared)).containsExactly(Change.Kind.EDITED);
    assertThat(compared.shown().get(0).by()).isEqualTo(ChangedBy.FIRST);
    assertThat(compared.size()).isEqualTo(3);
    assertThat(compared.changed()).isEqualTo(1);
    assertThat(compared.counts())
        .containsEntry(ChangedBy.NOBODY, 2)
        .containsEntry(ChangedBy.FIRST, 1);
    assertThat(compared.summary(0).rate()).isEqualTo(compared.rate(0));
    assertThat(compared.rate(0).edits()).isEqualTo(1);
    assertThat(compared.versions())
        .extracting(ComparedVersions.Name::name)
        .containsExactly("draft.txt", "first.txt");
  }

  @Test
  void aVersionAndItselfHaveNoChanges() {
    ComparedVersions compared = compare(Files.of("draft.txt", "draft.txt"));
    assertThat(compared.hasChanges()).isFalse();
    assertThat(compared.shown()).isEmpty();
    assertThat(compare(Files.of("draft.txt", "draft.txt"), UNCHANGED).shown())
        .hasSize(3)
        .allMatch(RevisedPassage::isUnchanged);
  }

  @Test
  void ofTwoReviewsItIsSaidWhoChangedWhat() {
    ComparedVersions compared = compare(Files.of("draft.txt", "first.txt", "second.txt"));
    assertThat(compared.shown())
        .extracting(RevisedPassage::by)
        .containsExactly(ChangedBy.UNDONE, ChangedBy.SECOND);
    assertThat(compared.called(List.of("draft", "Li", "Wang")).inWords(ChangedBy.UNDONE))
        .isEqualTo("Wang undid Li");
    assertThat(compared.rate(0).edits()).isEqualTo(1);
    assertThat(compared.rate(1).edits()).isEqualTo(2);
    List<VersionFile> files =
        Stream.of("draft.txt", "first.txt", "second.txt").map(VersionFile::of).toList();
    ComparedVersions apart = compare(new Files(files, /* apart= */ true));
    assertThat(apart.shown())
        .extracting(RevisedPassage::by)
        .containsExactly(ChangedBy.FIRST, ChangedBy.SECOND);
    assertThat(apart.rate(1).edits()).isEqualTo(1);
  }

  @Test
  void withTheSourceTermsAreLookedFor() {
    Options options =
        new Options(
            VersionReading.DEFAULT.withSource("zh.txt"),
            Glossaries.of(List.of("terms.csv")),
            ChangeFilter.CHANGES,
            0);
    ComparedVersions compared = compare(Files.of("draft.txt", "second.txt"), options);
    assertThat(compared.passages().get(0).first().terms())
        .extracting(TermEffect::kind)
        .containsExactly(TermEffect.Kind.OPEN);
    assertThat(compared.shown().get(0).sources())
        .extracting(source -> source.current())
        .containsExactly("志愿者照看着古老的灯塔。");
    assertThat(compare(Files.of("draft.txt", "second.txt")).passages())
        .allMatch(passage -> passage.sources().isEmpty());
  }

  @Test
  void theFilterChoosesAmongTheChanges() throws IOException {
    paragraphs("edited.txt", PORT.replace("nine", "ten"), FERRY.replace("ferry", "Ferry"), LIGHT);
    Files files = Files.of("draft.txt", "edited.txt");
    assertThat(compare(files).shown()).hasSize(2);
    assertThat(shown(files, new ChangeFilter(List.of(Topic.NUMBERS), true, 0, false)))
        .containsExactly("ten");
    assertThat(shown(files, new ChangeFilter(List.of(Topic.FORMAT), true, 0, false)))
        .containsExactly("Ferry");
    assertThat(shown(files, new ChangeFilter(List.of(), false, 0, false))).containsExactly("ten");
    assertThat(shown(files, new ChangeFilter(List.of(), true, 0.9, false))).isEmpty();
  }

  private List<String> shown(Files files, ChangeFilter filter) {
    return compare(files, filtered(filter)).shown().stream()
        .flatMap(passage -> passage.first().edits().stream())
        .map(edit -> edit.newText())
        .toList();
  }

  @Test
  void unitsThatStayedAreOnlyCountedInALongFile() throws IOException {
    paragraphs(
        "old.tmx", TestRepository.tmx("桥修好了。", "The bridge is mended.", "市场开门。", "It opens."));
    paragraphs(
        "new.tmx", TestRepository.tmx("桥修好了。", "The bridge is repaired.", "市场开门。", "It opens."));
    Files files = Files.of("old.tmx", "new.tmx");
    ComparedVersions compared = compare(files);
    assertThat(compared.passages()).hasSize(1);
    assertThat(compared.same().count()).isEqualTo(1);
    assertThat(compared.size()).isEqualTo(2);
    assertThat(compared.counts())
        .containsEntry(ChangedBy.NOBODY, 1)
        .containsEntry(ChangedBy.FIRST, 1);
    for (ComparedVersions whole :
        List.of(compare(files, withMaxWhole(2)), compare(files, UNCHANGED))) {
      assertThat(whole.passages()).hasSize(2);
      assertThat(whole.same().count()).isZero();
      assertThat(whole.summary(0)).isEqualTo(compared.summary(0));
    }
    assertThat(compare(files, withMaxWhole(1)).passages()).hasSize(1);
  }

  @Test
  void staleTranslationsAreAlwaysListed() {
    Options options = filtered(new ChangeFilter(List.of(), true, 0.5, false)).with(SOURCES);
    assertThat(kinds(compare(Files.of("draft.txt", "draft.txt"), options)))
        .containsExactly(Change.Kind.STALE);
  }

  @Test
  void sentencesThatOnlyMovedBetweenTwoReviewsAreShownToo() throws IOException {
    paragraphs("moved.txt", FERRY, LIGHT, PORT);
    ComparedVersions compared = compare(Files.of("draft.txt", "draft.txt", "moved.txt"));
    assertThat(compared.hasChanges()).isTrue();
    assertThat(compared.shown()).isNotEmpty().allMatch(RevisedPassage::moved);
    assertThat(compared.shown()).extracting(RevisedPassage::by).containsOnly(ChangedBy.NOBODY);
  }

  @Test
  void aLineIsASentenceIfTheReaderSaysSo() throws IOException {
    paragraphs("a.txt", "One ferry. Two ferries.");
    paragraphs("b.txt", "One ferry. Three ferries.");
    VersionReading lines =
        new VersionReading(
            ReaderOptions.DEFAULT.withLayout(ReaderOptions.Layout.LINES),
            SegmenterOptions.DEFAULT,
            VersionReading.DEFAULT.languages(),
            null,
            null);
    assertThat(compare(Files.of("a.txt", "b.txt")).size()).isEqualTo(2);
    assertThat(compare(Files.of("a.txt", "b.txt"), Options.DEFAULT.with(lines)).size())
        .isEqualTo(1);
  }

  @Test
  void filesThatCannotBeComparedAreRefused() throws IOException {
    paragraphs("old.tmx", TestRepository.tmx("桥修好了。", "The bridge is mended."));
    assertRefused(
        () -> compare(Files.of("draft.txt", "old.tmx")), "one holds units, the other text");
    assertRefused(() -> compare(Files.of("draft.txt", "zh.txt")), "\"zh.txt\" is in zh");
    assertRefused(
        () ->
            compare(
                Files.of("draft.txt", "first.txt"),
                Options.DEFAULT.with(VersionReading.DEFAULT.withOldSource("zh.txt"))),
        "--old-source cannot be used here");
    assertThatThrownBy(() -> Files.of("draft.txt")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWorkTreeIsComparedWithACommitFileByFile() throws IOException {
    Git git = TestRepository.init(folder);
    TestRepository.commit(git, "All");
    paragraphs("draft.txt", PORT.replace("nine", "ten"), FERRY, LIGHT);
    paragraphs("terms.csv", "zh,en\n港口,port");
    List<String> left = new ArrayList<>();
    Notices notices =
        new SilentNotices() {
          @Override
          public void say(String message) {
            left.add(message);
          }
        };
    List<String> seen = new ArrayList<>();
    int files =
        new FolderComparison(Workplace.in(folder), notices)
            .compare(
                new FolderComparison.Commit("HEAD", List.of()),
                Options.DEFAULT,
                (path, compared) -> seen.add(compared.old().name() + " " + compared.changed()));
    assertThat(files).isEqualTo(1);
    assertThat(seen).containsExactly("HEAD:draft.txt 1");
    assertThat(left).containsExactly("terms.csv: no translation; left out");
  }

  @Test
  void gitMayHaveOneVersionOnlyUnderAnyName() throws IOException {
    paragraphs("kept.bin", TestRepository.tmx("桥修好了。", "The bridge is mended."));
    VersionFile now = new VersionFile("units.tmx", "kept.bin");
    ComparedVersions added =
        compare(new RevisionComparison.GitVersions(VersionFile.absent("units.tmx"), now));
    assertThat(kinds(added)).containsExactly(Change.Kind.ADDED);
    ComparedVersions removed =
        compare(new RevisionComparison.GitVersions(now, VersionFile.absent("units.tmx")));
    assertThat(kinds(removed)).containsExactly(Change.Kind.REMOVED);
    paragraphs("broken.bin", "<tmx><body><tu>");
    VersionFile broken = new VersionFile("units.tmx", "broken.bin");
    assertRefused(() -> compare(new RevisionComparison.GitVersions(now, broken)), "units.tmx")
        .hasMessageStartingWith("the new version: ");
  }

  private boolean isExceeded(ChangeLimits limits, String... files) {
    return limits.areExceededBy(compare(Files.of(files)));
  }

  @Test
  void withoutALimitAnyChangeOfEitherReviewCounts() {
    assertThat(isExceeded(NO_LIMIT, "draft.txt", "draft.txt")).isFalse();
    assertThat(isExceeded(NO_LIMIT, "draft.txt", "first.txt")).isTrue();
    assertThat(isExceeded(NO_LIMIT, "draft.txt", "draft.txt", "draft.txt")).isFalse();
    assertThat(isExceeded(NO_LIMIT, "draft.txt", "first.txt", "first.txt")).isTrue();
    assertThat(isExceeded(NO_LIMIT, "first.txt", "first.txt", "second.txt")).isTrue();
  }

  @Test
  void whatIsUnchangedExceedsNoLimitAlsoIfItIsShown() {
    Files two = Files.of("draft.txt", "draft.txt");
    Files three = Files.of("draft.txt", "draft.txt", "draft.txt");
    assertThat(NO_LIMIT.areExceededBy(compare(two, UNCHANGED))).isFalse();
    assertThat(NO_LIMIT.areExceededBy(compare(three, UNCHANGED))).isFalse();
  }

  @Test
  void anEditRateIsALimitOfTheWhole() {
    ComparedVersions compared = compare(Files.of("draft.txt", "first.txt"));
    double rate = compared.rate(0).rate();
    assertThat(rate).isBetween(0.01, 0.99);
    assertThat(limit(rate).areExceededBy(compared)).isFalse();
    assertThat(limit(rate - 0.001).areExceededBy(compared)).isTrue();
  }

  private static ChangeLimits limit(double rate) {
    return new ChangeLimits(List.of(), OptionalDouble.of(rate));
  }

  @Test
  void aTranslationThatDidNotFollowItsSourceMayBeForbidden() {
    ChangeLimits stale =
        new ChangeLimits(List.of(ChangeLimits.Forbidden.STALE), OptionalDouble.empty());
    Files files = Files.of("draft.txt", "second.txt");
    assertThat(stale.areExceededBy(compare(files))).isFalse();
    assertThat(stale.areExceededBy(compare(files, Options.DEFAULT.with(SOURCES)))).isTrue();
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
        Revisions.revision(
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
      record(memory, "zh", "new", "他来了。", "He has come.", "她走了，再也没有回来。", "She left.");
      record(memory, "zh", "en", "他来了。她走了，", "He came.", "再也没有回来。", "She left.");
      ComparedVersions compared =
          compare(new RevisionComparison.Revisions(memory, "a", List.of(1, 3)));
      RevisionComparison.Subject newest =
          new RevisionComparison.Revisions(memory, "a", List.of(0, 0));
      assertThat(kinds(compared)).isNotEmpty().containsOnly(Change.Kind.ALIGNED_ANEW);
      assertThat(compared.hasChanges()).isFalse();
      assertThat(compared.changed()).isZero();
      assertThat(compared.rate(0).edits()).isZero();
      assertThat(compared.alignedAnewInWords())
          .isEqualTo("the files have not changed; 2 passages were aligned anew");
      assertThat(NO_LIMIT.areExceededBy(compared)).isFalse();
      record(memory, "zh", "new", "他来了。她走了，", "He came.", "再也没有回来。", "She has gone.");
      assertThat(kinds(compare(newest))).containsExactly(Change.Kind.EDITED);
      record(memory, "new", "new", "他来了。", "He came.", "再也没有回来。", "She has gone.");
      assertThat(kinds(compare(newest))).containsExactly(Change.Kind.STALE);
    }
  }
}
