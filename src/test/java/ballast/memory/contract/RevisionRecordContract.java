package ballast.memory.contract;

import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.DocumentSummary;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import ballast.memory.UnitFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whether a memory says where its revisions come from, and refuses what it must. */
abstract class RevisionRecordContract extends OpenMemoryContract {

  RevisionRecordContract(StoreUnderTest stores) {
    super(stores);
  }

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

  @Test
  void otherLanguagesAreRefused() {
    memory.addRevision(revision(DOC, FIRST));
    Revision.New first = revision(DOC, FIRST);
    Revision.New other = new Revision.New(DOC, Lang.ZH_TW, Lang.EN_US, first.run(), List.of());
    assertThatThrownBy(() -> memory.addRevision(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("zh-CN to en-US in the memory, not zh-TW to en-US");
    assertThat(memory.revisions(DOC)).hasSize(1);
  }

  @Test
  void nothingIsRecordedWhenTheCallerFailsBeforeTheCommit() {
    Revision.New first = revision(DOC, FIRST);
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
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aRejectedUnitIsKeptAndNotOffered() {
    memory.addRevision(revision(DOC, FIRST));
    String rejected = all(memory, UnitFilter.CURRENT).get(1).id();
    memory.setStatus(rejected, Unit.Status.REJECTED, "li");
    List<Unit> offered = new ArrayList<>();
    memory.addRevisions(List.of(revision(DOC, FIRST)), offered::addAll);
    assertThat(offered).hasSize(2).extracting(Unit::id).doesNotContain(rejected);
    assertThat(memory.exact(FIRST[2], Side.SOURCE, UnitFilter.OFFERED)).isEmpty();
    assertThat(all(memory, UnitFilter.CURRENT)).hasSize(3);
  }

  @Test
  void anUnknownUnitOrDocumentIsReported() {
    memory.addRevision(revision(DOC, FIRST));
    assertThatThrownBy(() -> memory.unitsAt(DOC, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no revision 2");
    assertThatThrownBy(() -> memory.revisions("nothing"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no document \"nothing\"");
    assertThatThrownBy(() -> memory.history("nothing")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> memory.setStatus("nothing", Unit.Status.APPROVED, ""))
        .isInstanceOf(InputException.class);
  }

  @Test
  void anEmptyRevisionRetiresEverything() {
    memory.addRevision(revision(DOC, FIRST));
    Revision.Summary empty = memory.addRevision(revision(DOC));
    assertThat(empty)
        .isEqualTo(new Revision.Summary(DOC, 2, 1, new UnitTally(0, 0, 0, 0, 0), 3, List.of()));
    assertThat(memory.unitsAt(DOC, 2)).isEmpty();
    assertThat(memory.unitsAt(DOC, 1)).hasSize(3);
    assertThat(memory.addRevision(revision(DOC)).isNewRevision()).isFalse();
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void revisionsTellWhereTheyCameFrom() {
    Revision.New first = Revisions.revision(DOC, author("ming"), Revisions.units(DOC, FIRST));
    memory.addRevision(first);
    assertThat(memory.revisions(DOC))
        .containsExactly(new Revision(DOC, 1, Revisions.NOON, first.run(), 3));
  }

  @Test
  void theLatestRevisionKnowsTheFilesItWasMadeFrom() {
    assertThat(memory.latestRevision(DOC)).isEmpty();
    Revision.New first = revision(DOC, FIRST);
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
  void otherSettingsWithTheSameResultMakeNoRevisionButAreKept() {
    Revision.New first = revision(DOC, FIRST);
    memory.addRevision(first);
    Revision.New again =
        new Revision.New(
            DOC,
            first.sourceLang(),
            first.targetLang(),
            new Revision.Run("", first.run().files(), first.run().counts(), "0.1.0", "other"),
            first.units());
    assertThat(memory.addRevision(again).isNewRevision()).isFalse();
    assertThat(memory.revisions(DOC))
        .extracting(revision -> revision.run().settings())
        .containsExactly("other");
    assertThat(memory.verify()).isEmpty();
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
    memory.setStatus(all(memory, UnitFilter.CURRENT).get(0).id(), Unit.Status.REJECTED, "");
    assertThat(all(memory, UnitFilter.CURRENT)).hasSize(3);
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aTextThatCannotBeStoredLeavesTheMemoryAsItWas() {
    memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
    for (String half : List.of("\uD842", "\uDFB7 b", "\uDFB7\uD842")) {
      assertThatThrownBy(() -> memory.addRevision(revision("doc", "甲", "a " + half)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("half a character");
    }
    assertThatThrownBy(() -> memory.addRevision(revision("doc", "甲\0", "a")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("U+0000");
    assertThat(memory.documents()).extracting(DocumentSummary::revisions).containsExactly(1);
    assertThat(all(memory, UnitFilter.CURRENT)).hasSize(1);
    assertThat(memory.verify()).isEmpty();
  }
}
