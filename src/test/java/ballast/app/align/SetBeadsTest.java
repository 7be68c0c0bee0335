package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Unit;
import ballast.cli.CommandRunner;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Edits;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person has set in an article stays when it is aligned again. */
final class SetBeadsTest extends FolderTest {

  private static final Origin MEI = new Origin("mei", "");

  private static final Instant EARLIER = CommandRunner.NOW.minusSeconds(86_400);
  private static final String ZH =
      """
      港口去年运出三百吨茶叶。
      是。
      商人们在码头等了七天。
      船长说天气不好。
      是。
      粮食的价格上涨了百分之五。
      学校在九月一日开学。
      """;
  private static final String EN =
      """
      The port shipped 300 tons of tea last year.
      Yes.
      The merchants waited at the quay for seven days.
      The captain said the weather was bad.
      Yes.
      The price of grain rose by 5 percent.
      School starts on September 1.
      """;

  private final List<ArticleAligner.Aligned> heard = new ArrayList<>();

  /** Two equal articles. */
  @BeforeEach
  void writeArticles() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    put("a", ZH, EN);
    put("b", ZH, EN);
  }

  private void put(String name, String zh, String en) throws IOException {
    write(name + ".zh.txt", zh);
    write(name + ".en.txt", en);
  }

  private Path file() {
    return folder.resolve("tm/memory.db");
  }

  private AlignedText align(String name) {
    return align(name, "", false);
  }

  /** Aligns and records an article; the result is also what the last run gave if it was skipped. */
  private AlignedText align(String name, String corrections, boolean discards) {
    AlignEvents ear =
        new AlignEvents() {
          @Override
          public void aligned(ArticleAligner.Aligned aligned) {
            heard.add(aligned);
          }
        };
    new ArticleAlignment(MovedArticle.workplace(folder), Notices.NONE, ear)
        .align(
            ArticleAlignment.Request.of(
                    new Pairs.One(name + ".zh.txt", name + ".en.txt", name, corrections))
                .recording(new Recording(Memories.at(file()), false, false, false, discards)));
    return last().text();
  }

  private ArticleAligner.Aligned last() {
    return heard.get(heard.size() - 1);
  }

  private Memory open() {
    return Memories.at(file())
        .openForWriting(WriteOptions.at(InstantSource.fixed(CommandRunner.NOW)));
  }

  private List<PinnedBead> pins(String name) {
    try (Memory memory = open()) {
      return memory.pins(name);
    }
  }

  private List<Revision> revisions(String name) {
    try (Memory memory = open()) {
      return memory.revisions(name);
    }
  }

  private List<Unit> units(String name) {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = open()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    units.removeIf(unit -> !unit.provenance().document().equals(name));
    return units;
  }

  /** Sets beads as an editor would: {@code from-to:from-to}, in the alignment of the article. */
  private void set(String name, boolean confirmed, @Nullable BlockType type, String... beads) {
    Alignment alignment = align(name).alignment();
    ArticlePins article = new ArticlePins(alignment.source(), alignment.target());
    List<PinnedBead> pins = new ArrayList<>();
    for (String bead : beads) {
      String[] sides = bead.split(":");
      Bead set = new Bead(range(sides[0]), range(sides[1]), 1, List.of());
      pins.add(
          new PinnedBead(
              article.source(set.source().of(alignment.source())),
              article.target(set.target().of(alignment.target())),
              confirmed,
              type,
              "li",
              EARLIER));
    }
    try (Memory memory = open()) {
      Revision latest = memory.latestRevision(name).orElseThrow();
      Revision.Run run = latest.run();
      memory.addRevision(
          new DocumentChange(
              name,
              alignment.source().get(0).document().lang(),
              alignment.target().get(0).document().lang(),
              new Revision.Run("li", run.files(), run.counts(), run.toolVersion(), "edited"),
              alignment.units(name, "li", Instant.EPOCH),
              pins,
              alignment.beads(),
              List.of(),
              DocumentChange.ALIGNED,
              false));
    }
  }

  private static Range range(String text) {
    String[] ends = text.split("-");
    return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  private static List<String> beads(AlignedText text) {
    return text.alignment().beads().stream().map(Bead::toIndexLists).toList();
  }

  private Unit.Status status(String name, int unit) {
    return units(name).get(unit).provenance().status();
  }

  private boolean isConfirmed(String name, int unit) {
    return units(name).get(unit).provenance().pairing().isConfirmed();
  }

  @Test
  void aBeadThatWasSetStaysWhenATextElsewhereChanges() throws IOException {
    set("a", false, null, "2-4:2-4");
    align("a");
    assertThat(beads(last().text())).contains("[2, 3]:[2, 3]");

    put("a", "今天的新闻。\n" + ZH, "Today's news.\n" + EN);
    AlignedText text = align("a");

    assertThat(beads(text)).contains("[3, 4]:[3, 4]").doesNotContain("[3]:[3]");
    assertThat(text.alignment().beads().get(3).reasons()).containsExactly("set by li");
    assertThat(last().lost()).isEmpty();
    PinnedBead pin = pins("a").get(0);
    assertThat(pin.author()).isEqualTo("li");
    assertThat(pin.time()).isEqualTo(EARLIER);
    int revisions = revisions("a").size();
    int runs = heard.size();
    align("a");
    assertThat(heard).hasSize(runs);
    assertThat(revisions("a")).hasSize(revisions);
    assertThat(revisions("a").get(revisions - 1).pins().set()).isZero();
  }

  @Test
  void aBeadWhoseTextHasChangedIsNamedAndDroppedOnce() throws IOException {
    set("a", true, null, "2-4:2-4", "5-6:5-6");
    put("a", ZH.replace("七天", "八天"), EN);
    align("a");

    assertThat(last().lost()).hasSize(1);
    assertThat(last().lost().get(0).source().text()).startsWith("商人们");
    assertThat(pins("a")).hasSize(1);
    assertThat(revisions("a").get(1).pins().takenAway()).isEqualTo(1);
    put("a", ZH.replace("七天", "九天"), EN);
    align("a");
    assertThat(last().lost()).isEmpty();
    assertThat(pins("a")).hasSize(1);
  }

  @Test
  void ofEqualSentencesTheSameOneStaysSet() throws IOException {
    set("a", false, null, "4-6:4-6");
    put("a", ZH.replace("三百", "四百"), EN.replace("300", "400"));
    assertThat(beads(align("a"))).contains("[1]:[1]", "[4, 5]:[4, 5]");
    put(
        "a",
        ZH.replace("学校在九月一日开学。\n", "是。\n"),
        EN.replace("School starts on September 1.", "Yes."));
    assertThat(beads(align("a"))).contains("[1]:[1]", "[4, 5]:[4, 5]", "[6]:[6]");
  }

  @Test
  void undoAndRedoBringBeadsAndConfirmationsBack() {
    set("a", true, null, "2-3:2-3");
    assertThat(isConfirmed("a", 2)).isTrue();
    try (Memory memory = open()) {
      memory.care().undo(MEI);
      assertThat(memory.pins("a")).isEmpty();
    }
    assertThat(isConfirmed("a", 2)).isFalse();
    try (Memory memory = open()) {
      memory.care().redo(MEI);
      assertThat(memory.pins("a")).hasSize(1);
    }
    assertThat(isConfirmed("a", 2)).isTrue();
  }

  @Test
  void aConfirmedPairStaysConfirmedAndItsTranslationAsItWasJudged() throws IOException {
    set("a", true, null, "2-3:2-3");
    try (Memory memory = open()) {
      Edits.judge(memory, units("a").get(2).id(), Unit.Status.REJECTED, "wang");
    }
    put("a", "今天的新闻。\n" + ZH, "Today's news.\n" + EN);
    align("a");

    assertThat(pins("a")).hasSize(1);
    assertThat(isConfirmed("a", 3)).isTrue();
    assertThat(status("a", 3)).isEqualTo(Unit.Status.REJECTED);
  }

  @Test
  void blocksKeepTheTypeThatAPersonHasGivenThem() throws IOException {
    set("a", true, BlockType.FURNITURE, "6-7:6-7");
    put("a", ZH.replace("三百", "四百"), EN.replace("300", "400"));
    AlignedText text = align("a");

    assertThat(units("a")).hasSize(6);
    assertThat(text.alignment().source().get(6).type()).isEqualTo(BlockType.FURNITURE);
    assertThat(pins("a").get(0).type()).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void theBeadsOfAnotherArticleDoNotCount() {
    align("b");
    set("a", true, null, "2-4:2-4");
    align("b", "", true);

    assertThat(beads(last().text())).isNotEmpty();
    assertThat(pins("b")).isEmpty();
    assertThat(pins("a")).hasSize(1);
  }

  @Test
  void discardingTakesThemAwayAndUndoBringsThemBack() {
    set("a", false, null, "2-4:2-4");
    align("a", "", true);
    assertThat(pins("a")).isEmpty();
    assertThat(beads(last().text())).contains("[2]:[2]");
    int runs = heard.size();
    align("a", "", true);
    assertThat(heard).hasSize(runs);
    try (Memory memory = open()) {
      memory.care().undo(MEI);
      assertThat(memory.pins("a")).hasSize(1);
    }
    align("a");
    assertThat(beads(last().text())).contains("[2, 3]:[2, 3]");
  }

  @Test
  void onlyTheLinesOfATableThatSayMoreThanTheAlignerAreKept() throws IOException {
    set("a", false, null, "3-5:3-5", "6-7:6-7");
    write(
        "x.tsv",
        """
        港口去年运出三百吨茶叶。\tThe port shipped 300 tons of tea last year.\t0.99
        是。\tYes.\tok
        商人们在码头等了七天。船长说天气不好。\tThe merchants waited at the quay for seven days. The captain said the weather was bad.
        """);
    AlignedText text = align("a", "x.tsv", false);

    assertThat(beads(text)).contains("[0]:[0]", "[1]:[1]", "[2, 3]:[2, 3]", "[4]:[4]", "[6]:[6]");
    assertThat(pins("a"))
        .extracting(PinnedBead::author, PinnedBead::confirmed)
        .containsExactly(tuple("mei", true), tuple("mei", false), tuple("li", false));
    List<PinnedBead> before = pins("a");
    int revisions = revisions("a").size();
    align("a", "x.tsv", false);
    assertThat(revisions("a")).hasSize(revisions);
    int runs = heard.size();
    align("a");
    assertThat(heard).hasSize(runs);
    put("a", ZH + "完。\n", EN + "The end.\n");
    align("a");
    put("a", ZH, EN);
    align("a", "x.tsv", false);
    assertThat(beads(last().text())).isEqualTo(beads(text));
    assertThat(pins("a")).isEqualTo(before);
    assertThat(revisions("a")).hasSize(revisions + 2);
  }
}
