package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.Pairs;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.UnitEditing.UnitAction;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;
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
    new UnitEditing(Workplace.in(folder))
        .run(new UnitEditing.Request(all, UnitAction.APPROVE), edit -> {});
  }

  private Unit unit() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = all.memory().openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units.get(0);
  }

  private EditSummary rewrite(UnitRewriting.Request request) {
    return new UnitRewriting(Workplace.in(folder)).run(request, edit -> {});
  }

  @Test
  void bothTextsChangeInOneCommandAndTheUnitIsADraftAgain() {
    String id = unit().id();
    EditSummary summary =
        rewrite(new UnitRewriting.Request(all, id, "码头有雾。", "Fog lies on the pier.", false));

    assertThat(summary.backToDraft()).isEqualTo(1);
    assertThat(unit().source()).isEqualTo("码头有雾。");
    assertThat(unit().target()).isEqualTo("Fog lies on the pier.");
    assertThat(unit().provenance().status()).isEqualTo(Unit.Status.DRAFT);
    new CommandReversal(Workplace.in(folder)).run(CommandReversal.Request.undo(all.memory()));
    assertThat(unit().source()).isEqualTo("港口有雾。");
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
    assertThat(unit().provenance().status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void aUnitThatIsGoneFromItsArticleIsRetiredAndComesBackWithTheText() throws IOException {
    List<String> texts = List.of("灯亮了。船在等。", "灯亮了。", "灯亮了。船在等。");
    List<String> translations =
        List.of(
            "A lamp is lit. The ships wait.", "A lamp is lit.", "A lamp is lit. The ships wait.");
    String gone = "";
    for (int i = 0; i < texts.size(); i++) {
      write("b.zh.txt", texts.get(i));
      write("b.en.txt", translations.get(i));
      new ArticleAlignment(Workplace.in(folder), Notices.NONE)
          .align(
              ArticleAlignment.Request.of(new Pairs.One("b.zh.txt", "b.en.txt", "b"))
                  .recording(Recording.in(all.memory())));
      if (i == 0) {
        gone = idOf("船在等。");
      }
      UnitRewriting.Request request = UnitRewriting.Request.target(all, gone, "The ship waits.");
      if (i == 1) {
        assertThatThrownBy(() -> rewrite(request))
            .isInstanceOfSatisfying(
                InputException.class,
                e -> assertThat(e.hint()).startsWith("it returns when the article is aligned"))
            .hasMessageContaining("unit " + gone + " is retired: the article \"b\" is without it")
            .hasMessageContaining(" since revision 2 (");
      }
      if (i == 2) {
        assertThat(rewrite(request).changed()).isEqualTo(1);
      }
    }
  }

  private String idOf(String source) {
    List<String> ids = new ArrayList<>();
    try (Memory memory = all.memory().openForReading()) {
      memory.exact(source, Side.SOURCE, UnitFilter.CURRENT).forEach(unit -> ids.add(unit.id()));
    }
    return ids.get(0);
  }

  @Test
  void codesKeepTheirPlacesBetweenTheWords() {
    rewrite(UnitRewriting.Request.target(all, unit().id(), "Thick fog lies on the harbour."));

    List<Integer> offsets =
        unit().codes().stream()
            .filter(code -> code.side() == Side.TARGET)
            .map(InlineCode::offset)
            .toList();
    assertThat(offsets).containsExactly("Thick fog lies on ".length());
    assertThat(unit().codes()).hasSize(2);
  }

  @Test
  void anEditAroundACodeAndABlankTextAreRefused() {
    String id = unit().id();
    assertRefused(
        () -> rewrite(UnitRewriting.Request.target(all, id, "Nothing to see.")),
        "an inline code stands inside what changes in the target");
    assertThatThrownBy(() -> rewrite(UnitRewriting.Request.target(all, id, " ")))
        .hasMessageContaining("would be blank");
    assertThatThrownBy(() -> rewrite(UnitRewriting.Request.target(all, "000000000000", "x")))
        .hasMessageContaining("there is no unit");
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
  }

  @Test
  void theStatusIsKeptOnRequestAndATrialWritesNothing() {
    String id = unit().id();
    rewrite(new UnitRewriting.Request(all.tried(), id, null, "Fog lies on the pier.", false));
    assertThat(unit().target()).isEqualTo("Fog lies on the port.");
    rewrite(new UnitRewriting.Request(all, id, null, "Fog lies on the pier.", true));
    assertThat(unit().provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(rewrite(UnitRewriting.Request.target(all, id, "Fog lies on the pier.")).changed())
        .isZero();
  }
}
