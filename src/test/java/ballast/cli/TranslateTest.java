package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.EventType;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.annotation.AltTranslation;
import net.sf.okapi.common.annotation.AltTranslationsAnnotation;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.matches.Match;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pre-translated documents as other programs and our own import read them. */
final class TranslateTest extends CommandTest {

  private static final LocaleId CHINESE = LocaleId.fromString("zh-CN");
  private static final LocaleId ENGLISH = LocaleId.fromString("en-US");

  /** A unit as Okapi reads it: source, target, and the proposals with their scores. */
  private record Read(String source, String target, List<String> proposals) {}

  @BeforeEach
  void fillMemory() throws IOException {
    write("old.zh.txt", "船在清晨离开港口。\n船长一夜没有睡。\n货舱里装着茶叶和瓷器。\n");
    write(
        "old.en.txt",
        """
        The ship left the harbour at dawn.
        The captain had not slept all night.
        The hold was full of tea and porcelain.
        """);
    write(
        "new.zh.txt",
        """
        船在清晨离开港口。
        船长一夜没有睡。
        货舱里装着茶叶和丝绸。
        海鸥 <一只> & 两只都不见了。
        船长一夜没有睡。
        """);
    run(0, "align old.zh.txt old.en.txt --presegmented -q");
  }

  @Test
  void aSentenceTooLongToLookUpIsWrittenAndNamed() throws IOException {
    write("long.zh.txt", "船长一夜没有睡。\n" + "长".repeat(10_001) + "\n");
    assertThat(run(0, "translate long.zh.txt --presegmented -o long.tsv --in source").err())
        .contains("long.zh.txt:2:1: not looked up: 10,001 characters");
    assertThat(read("long.tsv")).contains("长".repeat(10_001));
  }

  @Test
  void okapiReadsVersionOneWithProposals() {
    run(0, "translate new.zh.txt --presegmented -o new.xlf");
    try (XLIFFFilter filter = new XLIFFFilter()) {
      check(read(filter, "new.xlf"));
    }
  }

  @Test
  void okapiReadsVersionTwoWithProposals() {
    run(0, "translate new.zh.txt --presegmented --xliff 2.1 -o new.xlf");
    List<Read> units = new ArrayList<>();
    int strict = XLIFFReader.VALIDATION_MAXIMAL | XLIFFReader.VALIDATION_INCLUDE_SCHEMAS;
    try (XLIFFReader reader = new XLIFFReader(strict)) {
      reader.open(folder.resolve("new.xlf").toFile());
      while (reader.hasNext()) {
        net.sf.okapi.lib.xliff2.reader.Event event = reader.next();
        if (event.isUnit()) {
          units.add(read(event.getUnit()));
        }
      }
    }
    check(units);
  }

  private static Read read(Unit unit) {
    Fragment target = unit.getSegment(0).getTarget();
    List<String> proposals = new ArrayList<>();
    for (Match match : unit.getMatchesByRef("#" + unit.getSegment(0).getId())) {
      proposals.add(
          proposal(
              match.getSimilarity().intValue(),
              match.getSource().getPlainText(),
              match.getTarget().getPlainText()));
    }
    return new Read(
        unit.getSegment(0).getSource().getPlainText(),
        target == null ? "" : target.getPlainText(),
        proposals);
  }

  private static String proposal(int score, Object source, Object target) {
    return score + " " + source + " | " + target;
  }

  private static void check(List<Read> units) {
    assertThat(units)
        .extracting(Read::source)
        .containsExactly("船在清晨离开港口。", "船长一夜没有睡。", "货舱里装着茶叶和丝绸。", "海鸥 <一只> & 两只都不见了。", "船长一夜没有睡。");
    assertThat(units)
        .extracting(Read::target)
        .containsExactly(
            "The ship left the harbour at dawn.",
            "The captain had not slept all night.",
            "",
            "",
            "The captain had not slept all night.");
    assertThat(units.get(2).proposals())
        .containsExactly("81 货舱里装着茶叶和瓷器。 | The hold was full of tea and porcelain.");
    assertThat(units.get(3).proposals()).isEmpty();
  }

  @Test
  void filledInTranslationsAreImportedAgain() throws IOException {
    for (String version : List.of("1.2", "2.1")) {
      String file = version + ".xlf";
      run(0, "translate", "old.zh.txt", "--presegmented", "--xliff", version, "-o", file);
      run(0, "tm", "import", file, "--tm", version + ".db");
      assertThat(texts(version + ".db")).as(version).isEqualTo(texts("tm/memory.db"));
    }
    run(0, "translate old.zh.txt --presegmented -o old.tsv");
    run(0, "tm import old.tsv --tm tsv.db");
    assertThat(texts("tsv.db")).isEqualTo(texts("tm/memory.db"));
  }

  @Test
  void deletedUnitsAreFoundNowhereUntilTheyComeBack() {
    List<String> lookups =
        List.of(
            "tm search 船长一夜没有睡。 --json",
            "tm search 船长一夜没有睡觉。 --json",
            "tm concordance 船长 --json",
            "tm concordance captain --json",
            "translate new.zh.txt --presegmented");
    List<String> before = lookups.stream().map(this::output).toList();
    assertThat(before).allMatch(output -> output.contains("had not slept"));
    run(0, "tm delete --contains 船长");
    assertThat(lookups.stream().map(this::output)).noneMatch(o -> o.contains("had not slept"));
    run(0, "tm restore --all");
    assertThat(lookups.stream().map(this::output).toList()).isEqualTo(before);
    run(0, "tm delete --contains captain --in target");
    assertThat(lookups.stream().map(this::output)).noneMatch(o -> o.contains("had not slept"));
    run(0, "tm undo");
    assertThat(lookups.stream().map(this::output).toList()).isEqualTo(before);
  }

  @Test
  void rejectedUnitsAreNotOffered() {
    run(0, "tm reject --contains 船长");
    assertThat(output("translate new.zh.txt --presegmented"))
        .doesNotContain("had not slept")
        .contains("left the harbour");
  }

  @Test
  void unitsThatSayTheSameAreOneProposal() throws IOException {
    Files.copy(folder.resolve("old.zh.txt"), folder.resolve("again.zh.txt"));
    run(0, "align again.zh.txt old.en.txt --presegmented -q");
    assertThat(output("translate new.zh.txt --presegmented").split("<alt-trans", -1))
        .hasSize(1 + 4);
  }

  @Test
  void everySentenceOfTheDocumentIsWritten() throws IOException {
    Path articles = Path.of("tm/articles").toAbsolutePath();
    for (String name : List.of("ballast-stone", "distant-friends", "leaning-to-one-side")) {
      for (String language : List.of("zh", "en")) {
        Path file = articles.resolve(name + "." + language + ".txt");
        Stream<String> rows = output("translate " + file + " --format tsv").lines().skip(1);
        assertThat(rows.map(row -> row.substring(0, row.indexOf('\t'))))
            .containsExactlyElementsOf(output("split " + file).lines().toList());
      }
    }
  }

  private List<String> texts(String memory) {
    return units(memory).stream().map(unit -> unit.source() + unit.target()).sorted().toList();
  }

  private String output(String line) {
    Outcome outcome = run(line);
    assertThat(outcome.status()).as(outcome.err()).isLessThan(2);
    return outcome.out();
  }

  private List<Read> read(IFilter filter, String file) {
    List<Read> units = new ArrayList<>();
    try (RawDocument document =
        new RawDocument(folder.resolve(file).toUri(), "UTF-8", CHINESE, ENGLISH)) {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.getEventType() == EventType.TEXT_UNIT) {
          units.add(read(event.getTextUnit()));
        }
      }
    }
    return units;
  }

  private static Read read(ITextUnit unit) {
    TextContainer target = unit.getTarget(ENGLISH);
    List<String> proposals = new ArrayList<>();
    for (AltTranslationsAnnotation found : annotations(unit, target)) {
      for (AltTranslation one : found) {
        proposals.add(proposal(one.getCombinedScore(), one.getSource(), one.getTarget()));
      }
    }
    return new Read(
        unit.getSource().toString(), target == null ? "" : target.toString(), proposals);
  }

  /** Of the source, the whole target and each segment of it. */
  private static List<AltTranslationsAnnotation> annotations(ITextUnit unit, TextContainer target) {
    Stream<AltTranslationsAnnotation> ofSource =
        Stream.ofNullable(unit.getSource().getAnnotation(AltTranslationsAnnotation.class));
    if (target == null) {
      return ofSource.toList();
    }
    Stream<AltTranslationsAnnotation> ofTarget =
        Stream.concat(
            Stream.ofNullable(target.getAnnotation(AltTranslationsAnnotation.class)),
            target.getSegments().asList().stream()
                .map(segment -> segment.getAnnotation(AltTranslationsAnnotation.class))
                .filter(Objects::nonNull));
    return Stream.concat(ofSource, ofTarget).toList();
  }

  @Test
  void everyCountOfMatchesIsTheSame() throws IOException {
    write("near.zh.txt", "货舱里装着大米和布。\n船长一夜没有睡。\n山上下雪了。\n");
    String counted = run("tm stats --against near.zh.txt").out();
    assertThat(counted).containsPattern("50-74 +1 ");
    for (String least : List.of("50", "70", "100")) {
      assertThat(run("translate", "near.zh.txt", "--min", least, "-n").err()).contains(counted);
    }
  }

  @Test
  void onlyApprovedMatchesInContextAreApproved() throws IOException {
    assertThat(run("translate new.zh.txt").out()).doesNotContain("approved=", "\"final\"");
    run(0, "tm approve --document old -q");
    String approved = run("translate new.zh.txt").out();
    // The second occurrence of the captain stands between other sentences.
    assertThat(approved.split(" approved=\"yes\"", -1)).hasSize(3);
    assertThat(approved).contains("state=\"final\"", "state=\"translated\"");
    assertThat(run("translate new.zh.txt --xliff 2.1").out())
        .contains("state=\"final\" subState=\"ballast:match-10");
  }
}
