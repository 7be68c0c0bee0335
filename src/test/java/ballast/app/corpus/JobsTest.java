package ballast.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.RecordBytes;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.NamedFields;
import ballast.app.check.CheckSnapshot;
import ballast.app.check.DividedCheck;
import ballast.app.check.LiveCheck;
import ballast.app.check.RuleChoice;
import ballast.app.check.SettingsChoice;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusJobs.CheckJob;
import ballast.app.corpus.CorpusJobs.MiningJob;
import ballast.app.glossary.TermMining;
import ballast.app.project.Glossaries;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.NamedTerms;
import ballast.check.Passage;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.TermEntry;
import ballast.lexicon.Lexicon;
import ballast.mine.EnglishPhrases.Candidate;
import ballast.mine.KnownTermMiner.Guard;
import ballast.mine.KnownTermMiner.KnownTerm;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.KnownTermMiner.Variant;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a job is told arrives as it was sent. */
final class JobsTest extends FolderTest {

  private static final CorpusUnits UNITS = new CorpusUnits("/somewhere", "语料", true);

  @BeforeEach
  void fill() throws IOException {
    write(
        "terms.csv",
        """
        id,zh,en,forbidden_en,status,match,case,pos,domain,project,not_in,only_if,not_if,note,source
        ship,船|轮船,ship|vessel,boat,,gap,sensitive,noun,sea,harbour,宇宙飞船,海,air,"once, a note",a book
        port,港口,port,,proposed,,,,trade,,,,,,
        """);
    write(
        "ballast.toml",
        """
        [rules]
        number-mismatch = "off"
        repeated-word = { severity = "error", not-files = ["old/**", "draft*"] }
        term-missing = { domains = ["sea"] }
        """);
  }

  private CheckSnapshot snapshot() {
    return CheckSnapshot.of(
        new LiveCheck.Against(Glossaries.of(List.of("terms.csv")), SettingsChoice.NEAREST),
        RuleChoice.ALL,
        new EntryScope(new NamedFields(List.of("sea"), "here: "), new NamedFields(List.of(), "")),
        Workplace.in(folder),
        Notices.NONE);
  }

  private List<Concept> concepts() {
    return Glossaries.of(List.of("terms.csv")).read(Workplace.in(folder), Notices.NONE);
  }

  private static List<String> found(CheckSnapshot snapshot) {
    DividedCheck check = new DividedCheck(snapshot, Lexicon.bundled());
    return List.of("new", "old/one", "draft 3").stream()
        .map(
            document ->
                CheckedPair.at(
                    new Passage(
                        "", document, Lang.ZH_CN, Lang.EN_US, "海上有3艘船。", "On the the sea: 4."),
                    new Location(document, 7, 1)))
        .flatMap(pair -> check.check(pair, new NamedTerms()).findings().stream())
        .map(JobsTest::line)
        .toList();
  }

  private static String line(LocatedFinding one) {
    return one.location() + " " + one.finding().severity() + " " + one.finding().rule();
  }

  @Test
  void aCheckArrivesWithItsGlossariesAndSettings() {
    CheckJob job = new CheckJob(UNITS, snapshot());
    CheckJob arrived = RecordBytes.read(RecordBytes.of(job), CheckJob.class);
    assertThat(arrived.units()).isEqualTo(UNITS);
    assertThat(found(arrived.snapshot())).isEqualTo(found(job.snapshot()));
    assertThat(found(arrived.snapshot()))
        .contains("new:7:1 ERROR repeated-word")
        .noneMatch(line -> line.contains("number-mismatch"))
        .noneMatch(line -> line.contains("repeated-word") && !line.startsWith("new"))
        .filteredOn(line -> line.contains("term-missing"))
        .hasSize(3);
  }

  @Test
  void miningArrivesWithAllThatAConceptHas() {
    List<Concept> concepts = concepts();
    assertThat(concepts).hasSize(2);
    TermMining.Wanted wanted = new TermMining.Wanted(EnumSet.of(TermMining.Proposal.GUARDS), 7, 2);
    MiningJob job = new MiningJob(UNITS, concepts, wanted);
    assertThat(RecordBytes.read(RecordBytes.of(job), MiningJob.class)).isEqualTo(job);
  }

  @Test
  void minedTermsComeBack() {
    List<Concept> concepts = concepts();
    KnownTerm term =
        KnownTerm.of(new TermEntry("船", List.of(Glossary.of(concepts).concepts().get(0))));
    TermMining.Result mined =
        new TermMining.Result(
            List.of(new Candidate("压舱石", "ballast stone", 9, 8, 1.0 / 3, 4)),
            new Proposals(
                List.of(new Variant(term, "craft", new Variant.Pairs(5, 4, 3), 12.5, 11)),
                List.of(
                    new Guard(
                        term,
                        new Guard.RenderedPhrase("飞船", "spaceship", 6, 12),
                        new Guard.TermUses(7, 6),
                        new Guard.TermUses(50, 2),
                        33.25))),
            Map.of(
                4,
                new Location("a", 5, 1),
                11,
                new Location("b", 2, 1),
                12,
                new Location("b", 3, 1)),
            3_000);
    JobMessage told = JobMessage.in(JobMessage.ended(mined).line()).orElseThrow();
    assertThat(told.result(TermMining.Result.class)).isEqualTo(mined);
  }
}
