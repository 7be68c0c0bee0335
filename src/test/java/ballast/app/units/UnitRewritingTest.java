package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.Pairs;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.NewTexts;
import ballast.app.units.MemoryEdits.Outcome;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnitRewritingTest extends FolderTest {

  private static final String TMX =
      """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
        segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
      <tu><tuv xml:lang="zh-CN"><seg>港口<ph x="1">b</ph>有雾。</seg></tuv>
        <tuv xml:lang="en-US"><seg>Fog lies on <ph x="1">b</ph>the port.</seg></tuv></tu>
      <tu><tuv xml:lang="zh-CN"><seg>桥修好了。</seg></tuv>
        <tuv xml:lang="en-US"><seg>The bridge is mended.</seg></tuv></tu>
      </body></tmx>
      """;

  private EditScope all = EditScope.of(Memories.at(Path.of("")));

  @BeforeEach
  void prepare() throws IOException {
    Path file = folder.resolve("a.db");
    all = EditScope.of(Memories.at(file)).by(new Origin("mei", "a test"));
    write("units.tmx", TMX);
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(Memories.at(file), "units.tmx"));
    new MemoryEdits(Workplace.in(folder)).edit(all, UnitAction.APPROVE, edit -> {});
  }

  private Unit unit(String source) {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = all.memory().openForReading()) {
      memory.exact(source, Side.SOURCE, UnitFilter.CURRENT).forEach(units::add);
    }
    return units.get(0);
  }

  private Unit unit() {
    return unit("港口有雾。");
  }

  private EditSummary rewrite(EditScope scope, String id, NewTexts texts) {
    return new MemoryEdits(Workplace.in(folder)).rewrite(scope, id, texts, edit -> {});
  }

  private EditSummary rewriteTarget(String id, String target) {
    return rewrite(all, id, new NewTexts(null, target, /* keepStatus= */ false));
  }

  @Test
  void bothTextsChangeInOneCommandAndTheUnitIsADraftAgain() {
    String id = unit().id();
    EditSummary summary = rewrite(all, id, new NewTexts("码头有雾。", "Fog lies on the pier.", false));

    assertThat(summary.backToDraft()).isEqualTo(1);
    assertThat(unit("码头有雾。").target()).isEqualTo("Fog lies on the pier.");
    assertThat(unit("码头有雾。").provenance().status()).isEqualTo(Unit.Status.DRAFT);
    new MemoryEdits(Workplace.in(folder)).reverse(all, /* redo= */ false, Choice.LAST);
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
    assertThat(unit().provenance().status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void aUnitThatIsGoneFromItsArticleIsRetiredAndComesBackWithTheText() throws IOException {
    align("灯亮了。船在等。", "A lamp is lit. The ships wait.");
    String id = unit("船在等。").id();
    align("灯亮了。", "A lamp is lit.");
    assertRefused(
            () -> rewriteTarget(id, "The ship waits."),
            "unit " + id + " is retired: the article \"b\" is without it",
            " since revision 2 (")
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).startsWith("it returns when the article is aligned"));
    align("灯亮了。船在等。", "A lamp is lit. The ships wait.");
    assertThat(rewriteTarget(id, "The ship waits.").changed()).isEqualTo(1);
  }

  private void align(String source, String target) throws IOException {
    write("b.zh.txt", source);
    write("b.en.txt", target);
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            ArticleAlignment.Request.of(new Pairs.One("b.zh.txt", "b.en.txt", "b"))
                .recording(Recording.in(all.memory())));
  }

  @Test
  void codesKeepTheirPlacesBetweenTheWords() {
    rewriteTarget(unit().id(), "Thick fog lies on the harbour.");
    assertThat(unit().codes())
        .extracting(InlineCode::side, InlineCode::offset)
        .containsExactly(tuple(Side.SOURCE, 2), tuple(Side.TARGET, "Thick fog lies on ".length()));
  }

  @Test
  void anEditAroundACodeAndABlankTextAreRefused() {
    String id = unit().id();
    assertRefused(
        () -> rewriteTarget(id, "Nothing to see."),
        "an inline code stands inside what changes in the target");
    assertRefused(() -> rewriteTarget(id, " "), "would be blank");
    assertRefused(() -> rewriteTarget("000000000000", "x"), "there is no unit");
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
  }

  @Test
  void theStatusIsKeptOnRequestAndATrialWritesNothing() {
    String id = unit().id();
    rewrite(all.tried(), id, new NewTexts(null, "Fog lies on the pier.", false));
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
    rewrite(all, id, new NewTexts(null, "Fog lies on the pier.", true));
    assertThat(unit().provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(rewriteTarget(id, "Fog lies on the pier.").changed()).isZero();
  }

  private MemoryEdits.Corrected correct(Unit seen, String target) {
    EditScope scope = all.by(new Origin("lin", "a test"));
    return new MemoryEdits(Workplace.in(folder))
        .correct(scope, seen.id(), seen.target(), target, Lexicon.bundledWhenNeeded());
  }

  @Test
  void aCorrectedUnitIsADraftOfItsAuthor() {
    Unit seen = unit("桥修好了。");
    assertThat(correct(seen, "The bridge is repaired.").outcome()).isEqualTo(Outcome.SAVED);
    Unit now = unit("桥修好了。");
    assertThat(now.target()).isEqualTo("The bridge is repaired.");
    assertThat(now.provenance().status()).isEqualTo(Unit.Status.DRAFT);
    assertThat(now.provenance().author()).isEqualTo("lin");
  }

  @Test
  void aTranslationThatSomebodyElseHasSavedIsNotOverwritten() {
    Unit seen = unit("桥修好了。");
    correct(seen, "Theirs.");
    MemoryEdits.Corrected late = correct(seen, "Mine.");
    assertThat(late.outcome()).isEqualTo(Outcome.CHANGED_ELSEWHERE);
    assertThat(late.unit().target()).isEqualTo("Theirs.");
    assertThat(unit("桥修好了。").target()).isEqualTo("Theirs.");
  }

  @Test
  void theSameTranslationChangesNothing() {
    Unit seen = unit("桥修好了。");
    assertThat(correct(seen, seen.target()).outcome()).isEqualTo(Outcome.SAME);
    assertThat(unit("桥修好了。")).isEqualTo(seen);
  }

  @Test
  void anInlineCodeKeepsItsPlaceInTheNewText() {
    correct(unit(), "Dense fog lies on the port.");
    assertThat(unit().codes()).extracting(InlineCode::offset).containsExactly(2, 18);
  }

  @Test
  void wordsAroundAnInlineCodeAreLeftAlone() {
    Unit seen = unit();
    assertRefused(() -> correct(seen, "Haze."), "an inline code stands inside");
    assertThat(unit()).isEqualTo(seen);
  }

  @Test
  void aBlankTranslationAndAnUnknownUnitAreRefused() {
    Unit seen = unit("桥修好了。");
    assertRefused(() -> correct(seen, " "), "cannot be empty");
    Provenance none = Provenance.aligned("", 0, "", Instant.EPOCH, 1);
    Unit other = new Unit("", Lang.ZH_CN, Lang.EN_US, "无。", "None.", none, List.of());
    assertRefused(() -> correct(other, "Some."), "no longer has unit");
  }
}
