package ballast.cli.glossary;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.TermJudge;
import ballast.check.TermReading;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.term.GlossaryWriter;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.language.Renderings;
import ballast.lexicon.Lexicon;
import ballast.mine.Candidate;
import ballast.mine.KnownTermMiner;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.KnownTerms;
import ballast.mine.KnownUse;
import ballast.mine.Miner;
import ballast.mine.MiningTexts;
import ballast.report.glossary.CandidateJson;
import ballast.workflow.check.CheckInputs;
import ballast.workflow.glossary.MinedConcepts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ballast glossary mine}: candidates for a glossary. */
@Command(
    name = "mine",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Proposes terms: Chinese phrases that come again and again, and what they are called "
          + "in English.",
      "Looks at ${bundle:units} files, an article and its translation, or without a file "
          + "at the memory. Prints a glossary whose terms have the status proposed: check leaves "
          + "them alone until someone accepts them. For terms that the glossaries have it "
          + "proposes other renderings (column proposal: variant) and longer phrases in which a "
          + "term is something else (not_in; the note says what they are called): these rows hold "
          + "once they stand in a glossary, so delete those that are wrong. Exit status 1: "
          + "nothing to propose."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary mine --limit 50 -o proposed.csv",
      "  ballast glossary mine article.zh.txt article.en.txt --json",
      "  ballast glossary mine --only variants,guards -o lacking.csv"
    })
final class GlossaryMineCommand implements Callable<Integer> {

  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "${bundle:units} files; or an article and its translation.")
  List<String> files = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most N of each kind. Default: ${DEFAULT-VALUE}.")
  int limit = 100;

  @Option(
      names = "--min",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "A term and its translation stand together in at least N "
              + "pairs; 2 or more. Default: ${DEFAULT-VALUE}.")
  int least = 3;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      split = ",",
      description =
          "Only terms that no glossary has, variants of those it has, or "
              + "guards: phrases in which they are something else (not_in).")
  List<Only> only = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /** What may be proposed alone. */
  enum Only {
    TERMS,
    VARIANTS,
    GUARDS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  GlossaryMineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || least < 2) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 1 or more, --min 2 or more");
    }
    output.check(console);
    List<Concept> rows = glossary.read(console, common);
    if (rows.isEmpty() && !wants(Only.TERMS)) {
      throw new InputException(
          "there is no glossary whose terms could be looked at", "name one with --glossary FILE");
    }
    Lexicon lexicon = Lexicon.bundled();
    MiningTexts texts = new MiningTexts(lexicon);
    TermJudge judge = new TermJudge(Glossary.of(rows), lexicon, lexicon);
    KnownTerms uses = new KnownTerms(lexicon);
    List<Location> places = new ArrayList<>();
    CheckInputs.Options options =
        new CheckInputs.Options(files, common, memory, filter, reading, segmenting);
    new CheckInputs(console, options, lexicon, rows)
        .forEach(
            pair -> {
              add(pair, texts, places);
              see(pair.value(), places.size() - 1, judge, uses);
            });
    List<Candidate> found =
        wants(Only.TERMS)
            ? new Miner(texts, lexicon).mine(limit, least, known(rows, lexicon))
            : List.of();
    Proposals more = ofKnownTerms(texts, lexicon, uses);
    print(found, more, places);
    common.say(
        console, summary(found, more) + " from " + EditMessages.count(places.size(), "pair"));
    return found.isEmpty() && more.variants().isEmpty() && more.guards().isEmpty()
        ? ExitCode.FINDINGS
        : ExitCode.OK;
  }

  private boolean wants(Only what) {
    return only.isEmpty() || only.contains(what);
  }

  private Proposals ofKnownTerms(MiningTexts texts, Renderings renderings, KnownTerms uses) {
    if (!wants(Only.VARIANTS) && !wants(Only.GUARDS)) {
      return new Proposals(List.of(), List.of());
    }
    // Both are looked for whatever is wanted: what the one explains is none of the other.
    Proposals all = new KnownTermMiner(texts, renderings, uses).mine(limit, least);
    return new Proposals(
        wants(Only.VARIANTS) ? all.variants() : List.of(),
        wants(Only.GUARDS) ? all.guards() : List.of());
  }

  private String summary(List<Candidate> found, Proposals more) {
    List<String> counts = new ArrayList<>();
    if (wants(Only.TERMS)) {
      counts.add(EditMessages.count(found.size(), "candidate"));
    }
    if (!more.variants().isEmpty() || only.contains(Only.VARIANTS)) {
      counts.add(EditMessages.count(more.variants().size(), "variant"));
    }
    if (!more.guards().isEmpty() || only.contains(Only.GUARDS)) {
      counts.add(EditMessages.count(more.guards().size(), "guard phrase"));
    }
    return String.join(", ", counts);
  }

  private static void add(CheckedPair<Passage> pair, MiningTexts texts, List<Location> places) {
    Passage passage = pair.value();
    boolean intoEnglish = passage.targetLang().isEnglish();
    texts.add(
        intoEnglish ? passage.source() : passage.target(),
        intoEnglish ? passage.target() : passage.source());
    places.add(pair.source().at(0));
  }

  /** A term that is left in Chinese, or translated as it must not be, says nothing new. */
  private static void see(Passage passage, int index, TermJudge judge, KnownTerms uses) {
    if (!passage.isChineseAndEnglish() || passage.target().isBlank()) {
      return;
    }
    PairReading reading = new PairReading(passage, judge);
    List<KnownUse> terms = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      boolean plain = term.forbidden().isEmpty() && term.left().isEmpty();
      if (!term.entry().allowed().isEmpty() && (term.rendered() || plain)) {
        terms.add(new KnownUse(term.entry(), term.chinese(), term.rendered()));
      }
    }
    uses.see(index, reading.chinese(), terms);
  }

  private static Set<String> known(List<Concept> rows, Lexicon lexicon) {
    Set<String> known = new HashSet<>();
    rows.forEach(row -> row.zhForms().forEach(form -> known.add(simplified(form, lexicon))));
    return known;
  }

  private static String simplified(String form, Lexicon lexicon) {
    StringBuilder text = new StringBuilder();
    form.codePoints().map(lexicon::simplified).forEach(text::appendCodePoint);
    return text.toString();
  }

  private void print(List<Candidate> found, Proposals more, List<Location> places) {
    if (json) {
      OutputOptions.print(console, out -> CandidateJson.write(out, found, more, places));
      return;
    }
    MinedConcepts concepts = new MinedConcepts(places);
    Map<String, List<Concept>> groups = new LinkedHashMap<>();
    groups.put("term", found.stream().map(concepts::of).toList());
    groups.put("variant", more.variants().stream().map(concepts::of).toList());
    groups.put("not_in", more.guards().stream().map(concepts::of).toList());
    if (groups.values().stream().anyMatch(group -> !group.isEmpty())) {
      output.write(console, out -> new GlossaryWriter().writeCsv(out, "proposal", groups));
    }
  }
}
