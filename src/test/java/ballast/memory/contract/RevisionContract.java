package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.DocumentChange;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.HistoryEntry.What;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import ballast.memory.UnitFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Revisions of a document, where they come from, and what is refused. */
abstract class RevisionContract extends OpenMemoryContract {

  private static final String DOC = "articles/春天.zh.md";
  private static final String[] FIRST = {
    "春天来了。", "Spring has come.",
    "河边的柳树绿了。", "The willows by the river are green.",
    "孩子们在放风筝。", "The children are flying kites."
  };
  private final AtomicReference<Instant> now = new AtomicReference<>(Revisions.NOON);

  @Override
  WriteOptions options() {
    return new WriteOptions(now::get, Duration.ofSeconds(1));
  }

  private static Revision.Summary summary(
      int revision, int previous, UnitTally units, int retired, String... backToDraft) {
    boolean isChanged = units.unchanged() < units.total() || retired > 0;
    return Revisions.summary(
        DOC, revision, previous, isChanged, units, retired, List.of(backToDraft));
  }

  private void aDayPasses() {
    stores.setClock(now.updateAndGet(time -> time.plus(Duration.ofDays(1))));
  }

  @Test
  void theFirstRevisionAddsEveryUnit() {
    Revision.Summary summary = memory.addRevision(revision(DOC, FIRST));

    assertThat(summary).isEqualTo(summary(1, 0, new UnitTally(3, 0, 0, 0, 0), 0));
    assertThat(summary.isChanged()).isTrue();
    List<Unit> units = current(memory);
    assertThat(texts(units)).isEqualTo(texts(revision(DOC, FIRST).units()));
    assertThat(units).allSatisfy(unit -> assertThat(unit.id()).matches("[0-9a-f]{12}"));
    assertThat(units.get(1).provenance())
        .isEqualTo(Provenance.aligned(DOC, 2, author("ming"), Revisions.NOON, 0.87));
  }

  @Test
  void anotherMachineGivesTheSameIds() {
    memory.addRevision(revision(DOC, "好。", "Good.", "好。", "Fine.", "坏。", "Bad."));
    List<Unit> mine = current(memory);
    try (Memory memory = stores.open(folder.resolve("other.db"), options())) {
      memory.addRevision(revision("another", "好。", "Good."));
      memory.addRevision(revision(DOC, "好。", "Good!", "好。", "Fine!", "坏。", "Bad!"));
      List<Unit> theirs = all(memory, UnitFilter.CURRENT.inDocuments(Set.of(DOC)));
      assertThat(theirs.stream().map(Unit::id)).isEqualTo(mine.stream().map(Unit::id).toList());
      assertThat(theirs.stream().map(Unit::id)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aligningTheSameFilesAgainMakesNoRevision() {
    memory.addRevision(revision(DOC, FIRST));
    aDayPasses();
    Revision.Summary again = memory.addRevision(revision(DOC, FIRST));

    assertThat(again.isChanged()).isFalse();
    assertThat(again).isEqualTo(summary(1, 1, new UnitTally(0, 0, 3, 0, 0), 0));
    assertThat(memory.revisions(DOC)).hasSize(1);
    assertThat(memory.documents().get(0).lastChange()).isEqualTo(Revisions.NOON);
  }

  @Test
  void aChangedTargetKeepsItsIdAndIsRecorded() {
    memory.addRevision(revision(DOC, FIRST));
    List<Unit> before = current(memory);
    Edits.judge(memory, before.get(1).id(), Unit.Status.APPROVED, "li");
    Edits.judge(memory, before.get(2).id(), Unit.Status.APPROVED, "li");
    aDayPasses();
    String[] second = FIRST.clone();
    second[3] = "Along the river the willows have turned green.";
    Revision.Summary summary = memory.addRevision(revision(DOC, second));

    assertThat(summary)
        .isEqualTo(summary(2, 1, new UnitTally(0, 1, 2, 0, 0), 0, before.get(1).id()));
    List<Unit> after = current(memory);
    assertThat(after.stream().map(Unit::id)).isEqualTo(before.stream().map(Unit::id).toList());
    assertThat(after.get(1).provenance().status()).isEqualTo(Unit.Status.DRAFT);
    assertThat(after.get(1).provenance().changed()).isEqualTo(now.get());
    assertThat(after.get(1).provenance().created()).isEqualTo(Revisions.NOON);
    assertThat(after.get(2).provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(texts(memory.unitsAt(DOC, 1))).isEqualTo(texts(before));
    assertThat(texts(memory.unitsAt(DOC, 2))).isEqualTo(texts(after));

    List<HistoryEntry> history = memory.history(before.get(1).id());
    assertThat(history)
        .extracting(HistoryEntry::what)
        .containsExactly(What.ADDED, What.JUDGED, What.CHANGED);
    assertThat(history).extracting(entry -> entry.occasion().revision()).containsExactly(1, 0, 2);
    assertThat(history)
        .extracting(entry -> entry.occasion().author())
        .containsExactly(author("ming"), author("li"), author("ming"));
    HistoryEntry change = history.get(2);
    assertThat(change.occasion().at()).isEqualTo(now.get());
    assertThat(change.before())
        .isEqualTo(new HistoryEntry.State(FIRST[2], FIRST[3], Unit.Status.APPROVED));
    assertThat(change.after())
        .isEqualTo(new HistoryEntry.State(FIRST[2], second[3], Unit.Status.DRAFT));
    assertThat(history.get(0).after().target()).isEqualTo(FIRST[3]);
  }

  @Test
  void aVanishedUnitIsRetiredAndComesBackAsItself() {
    memory.addRevision(revision(DOC, FIRST));
    String id = current(memory).get(1).id();
    Edits.judge(memory, id, Unit.Status.APPROVED, "li");
    Revision.Summary without =
        memory.addRevision(revision(DOC, FIRST[0], FIRST[1], FIRST[4], FIRST[5]));

    assertThat(without).isEqualTo(summary(2, 1, new UnitTally(0, 0, 2, 0, 0), 1));
    assertThat(current(memory)).hasSize(2);
    assertThat(all(memory, UnitFilter.CURRENT.withRetired())).hasSize(3);
    assertThat(memory.exact(FIRST[2], Side.SOURCE, UnitFilter.CURRENT)).isEmpty();
    assertThat(memory.exact(FIRST[2], Side.SOURCE, UnitFilter.CURRENT.withRetired())).hasSize(1);
    assertThat(memory.statistics().hidden().retired()).isEqualTo(1);

    Revision.Summary back = memory.addRevision(revision(DOC, FIRST));
    assertThat(back).isEqualTo(summary(3, 2, new UnitTally(0, 0, 2, 0, 1), 0));
    Unit revived = current(memory).get(1);
    assertThat(revived.id()).isEqualTo(id);
    assertThat(revived.provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(memory.history(id))
        .extracting(HistoryEntry::what)
        .containsExactly(What.ADDED, What.JUDGED, What.RETIRED, What.REVIVED);
  }

  @Test
  void aRetiredUnitComesBackWithAnotherTranslationAsADraft() {
    memory.addRevision(revision(DOC, FIRST));
    String id = current(memory).get(1).id();
    Edits.judge(memory, id, Unit.Status.APPROVED, "li");
    memory.addRevision(revision(DOC, FIRST[0], FIRST[1]));
    Revision.Summary back =
        memory.addRevision(revision(DOC, FIRST[0], FIRST[1], FIRST[2], "Green willows."));

    assertThat(back).isEqualTo(summary(3, 2, new UnitTally(0, 0, 1, 0, 1), 0, id));
    Unit revived = current(memory).get(1);
    assertThat(revived.id()).isEqualTo(id);
    assertThat(revived.provenance().status()).isEqualTo(Unit.Status.DRAFT);
    assertThat(memory.unitsAt(DOC, 1).get(1).target()).isEqualTo(FIRST[3]);
  }

  @Test
  void aMovedUnitKeepsItsIdentity() {
    memory.addRevision(revision(DOC, FIRST));
    List<String> ids = current(memory).stream().map(Unit::id).toList();
    Revision.Summary summary =
        memory.addRevision(
            revision(DOC, FIRST[4], FIRST[5], FIRST[0], FIRST[1], FIRST[2], FIRST[3]));

    assertThat(summary).isEqualTo(summary(2, 1, new UnitTally(0, 0, 2, 1, 0), 0));
    assertThat(current(memory).stream().map(Unit::id))
        .containsExactly(ids.get(2), ids.get(0), ids.get(1));
    assertThat(memory.unitsAt(DOC, 1).stream().map(Unit::id)).isEqualTo(ids);
  }

  @Test
  void confidenceIsUpdatedInSilenceOnlyWhenItDiffersInTwoDecimals() {
    memory.addRevision(revision(DOC, FIRST));
    List<Unit> surer = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      surer.add(Revisions.unit(0.9349, DOC, i + 1, FIRST[2 * i], FIRST[2 * i + 1]));
    }
    aDayPasses();
    assertThat(memory.addRevision(revision(DOC, "ming", surer)).isChanged()).isFalse();

    Unit unit = current(memory).get(0);
    assertThat(unit.provenance().confidence()).isEqualTo(0.93);
    assertThat(unit.provenance().changed()).isEqualTo(Revisions.NOON);
    assertThat(memory.history(unit.id())).hasSize(1);
  }

  @Test
  void inlineCodesComeBackAndTheirChangeKeepsTheStatus() {
    InlineCode bold =
        new InlineCode(Side.SOURCE, 2, "ph", "x=\"1\" note=\"3:4,5\"", "<b title='s1,2:'>\n🙂");
    InlineCode end = new InlineCode(Side.TARGET, 6, "ept", "i=\"1\"", "");
    memory.addRevision(revision(DOC, "ming", List.of(coded(List.of(bold, end)))));
    String id = current(memory).get(0).id();
    assertThat(current(memory).get(0).codes()).containsExactly(bold, end);
    Edits.judge(memory, id, Unit.Status.APPROVED, "li");
    reopen();
    Revision.Summary summary = memory.addRevision(revision(DOC, "ming", List.of(coded(List.of()))));

    // The text is the same, so the revision is, too.
    assertThat(summary).isEqualTo(summary(1, 1, new UnitTally(0, 1, 0, 0, 0), 0));
    Unit plain = current(memory).get(0);
    assertThat(plain.codes()).isEmpty();
    assertThat(plain.provenance().status()).isEqualTo(Unit.Status.APPROVED);
    memory.care().undo(Edits.MEI);
    assertThat(current(memory).get(0).codes()).containsExactly(bold, end);
  }

  private static Unit coded(List<InlineCode> codes) {
    Provenance from = Provenance.aligned(DOC, 1, "", Instant.EPOCH, 1);
    return new Unit("", Lang.ZH_CN, Lang.EN_US, FIRST[0], FIRST[1], from, codes);
  }

  @Test
  void ofSeveralRetiredUnitsTheLastOneComesBack() {
    memory.addRevision(revision(DOC, "好。", "Good.", "谢谢。", "Thanks.", "好。", "Good."));
    memory.addRevision(revision(DOC, "好。", "Good.", "谢谢。", "Thanks."));
    String last = current(memory).get(0).id();
    memory.addRevision(revision(DOC, "谢谢。", "Thanks."));
    memory.addRevision(revision(DOC, "好。", "Good.", "谢谢。", "Thanks."));
    assertThat(current(memory).get(0).id()).isEqualTo(last);
  }

  @Test
  void otherLanguagesAreRefused() {
    memory.addRevision(revision(DOC, FIRST));
    DocumentChange first = revision(DOC, FIRST);
    DocumentChange other = Revisions.revision(DOC, Lang.ZH_TW, Lang.EN_US, first.run(), List.of());
    assertRefused(
        () -> memory.addRevision(other), "zh-CN to en-US in the memory, not zh-TW to en-US");
    assertThat(memory.revisions(DOC)).hasSize(1);
  }

  @Test
  void nothingIsRecordedWhenTheCallerFailsBeforeTheCommit() {
    DocumentChange first = revision(DOC, FIRST);
    assertThatThrownBy(
            () ->
                memory.addRevisions(
                    List.of(first),
                    units -> {
                      assertThat(units).hasSize(3);
                      throw new InputException("the disk is full", "");
                    }))
        .hasMessage("the disk is full");
    assertThat(memory.documents()).isEmpty();
  }

  @Test
  void aRejectedUnitIsKeptAndNotOffered() {
    memory.addRevision(revision(DOC, FIRST));
    String rejected = current(memory).get(1).id();
    Edits.judge(memory, rejected, Unit.Status.REJECTED, "li");
    List<Unit> offered = new ArrayList<>();
    memory.addRevisions(List.of(revision(DOC, FIRST)), offered::addAll);
    assertThat(offered).hasSize(2).extracting(Unit::id).doesNotContain(rejected);
    assertThat(memory.exact(FIRST[2], Side.SOURCE, UnitFilter.OFFERED)).isEmpty();
    assertThat(current(memory)).hasSize(3);
  }

  @Test
  void anUnknownUnitOrDocumentIsReported() {
    memory.addRevision(revision(DOC, FIRST));
    assertRefused(() -> memory.unitsAt(DOC, 2), "no revision 2");
    assertRefused(() -> memory.revisions("nothing"), "no document \"nothing\"");
    assertRefused(() -> memory.history("nothing"));
    assertRefused(() -> Edits.judge(memory, "nothing", Unit.Status.APPROVED, ""));
  }

  @Test
  void anEmptyRevisionRetiresEverything() {
    memory.addRevision(revision(DOC, FIRST));
    Revision.Summary empty = memory.addRevision(revision(DOC));
    assertThat(empty).isEqualTo(summary(2, 1, new UnitTally(0, 0, 0, 0, 0), 3));
    assertThat(memory.unitsAt(DOC, 2)).isEmpty();
    assertThat(memory.unitsAt(DOC, 1)).hasSize(3);
    assertThat(memory.addRevision(revision(DOC)).isChanged()).isFalse();
  }

  @Test
  void revisionsTellWhereTheyCameFrom() {
    DocumentChange first = Revisions.revisionBy(author("ming"), DOC, FIRST);
    memory.addRevision(first);
    assertThat(memory.revisions(DOC))
        .containsExactly(Revisions.recorded(DOC, 1, Revisions.NOON, first.run(), 3));
  }

  @Test
  void theLatestRevisionKnowsTheFilesItWasMadeFrom() {
    assertThat(memory.latestRevision(DOC)).isEmpty();
    DocumentChange first = revision(DOC, FIRST);
    memory.addRevision(first);
    memory.addRevision(revision(DOC, FIRST[0], FIRST[1]));
    Revision latest = memory.latestRevision(DOC).orElseThrow();
    assertThat(latest).isEqualTo(memory.revisions(DOC).get(1));
    Revision.Run run = latest.run();
    Revision.Files old = first.run().files();
    String source = run.files().source().sha256();
    String target = run.files().target().sha256();
    assertThat(run.isOf(source, target, "usual")).isTrue();
    assertThat(run.isOf(source, target, "other")).isFalse();
    assertThat(run.isOf(old.source().sha256(), target, "usual")).isFalse();
    assertThat(run.isOf(source, old.target().sha256(), "usual")).isFalse();
  }

  @Test
  void theFilesOfAllRevisionsAreKnownTheLatestLast() {
    assertThat(memory.origins()).isEmpty();
    memory.addRevision(revision("a", FIRST));
    memory.addRevision(revision(DOC, FIRST));
    memory.addRevision(revision(DOC, FIRST[0], FIRST[1]));
    assertThat(memory.origins())
        .containsExactly(
            new Revision.Origin("a", 1, "a.zh.txt", "a.en.txt"),
            new Revision.Origin(DOC, 2, DOC + ".zh.txt", DOC + ".en.txt"));
  }

  @Test
  void otherSettingsWithTheSameResultMakeNoRevisionButAreKept() {
    DocumentChange first = revision(DOC, FIRST);
    memory.addRevision(first);
    DocumentChange again =
        Revisions.revision(
            DOC,
            first.sourceLang(),
            first.targetLang(),
            new Revision.Run("", first.run().files(), first.run().counts(), "0.1.0", "other"),
            first.units());
    assertThat(memory.addRevision(again).isChanged()).isFalse();
    assertThat(memory.revisions(DOC))
        .extracting(revision -> revision.run().settings())
        .containsExactly("other");
  }

  @Test
  void timesAreCutToWholeSeconds() {
    now.set(Instant.parse("2026-03-01T12:00:00.987654Z"));
    memory.addRevision(revision(DOC, FIRST));
    assertThat(memory.revisions(DOC).get(0).created()).isEqualTo(Revisions.NOON);
  }

  @Test
  void aClockSetBackDoesNoHarm() {
    memory.addRevision(revision(DOC, FIRST));
    now.set(Revisions.NOON.minusSeconds(3600));
    Edits.judge(memory, current(memory).get(0).id(), Unit.Status.REJECTED, "");
    assertThat(current(memory)).hasSize(3);
  }

  @Test
  void aTextThatCannotBeStoredLeavesTheMemoryAsItWas() {
    memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
    for (String half : List.of("\uD842", "\uDFB7 b", "\uDFB7\uD842")) {
      assertRefused(
          () -> memory.addRevision(revision("doc", "甲", "a " + half)), "half a character");
    }
    assertRefused(() -> memory.addRevision(revision("doc", "甲\0", "a")), "U+0000");
    assertThat(memory.documents()).extracting(DocumentSummary::revisions).containsExactly(1);
    assertThat(current(memory)).hasSize(1);
  }
}
