package ballast.cli;

import ballast.bitext.Located;
import ballast.bitext.Location;
import ballast.check.Passage;
import ballast.glossary.Concept;
import ballast.glossary.Conditions;
import ballast.glossary.Remarks;
import ballast.glossary.Scope;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import ballast.interchange.GlossaryFormat;
import ballast.interchange.GlossaryWriter;
import ballast.lexicon.Lexicon;
import ballast.mine.Candidate;
import ballast.mine.Miner;
import ballast.mine.MiningTexts;
import ballast.report.CandidateJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
      "Proposes terms: Chinese phrases that come again and again, and what they are called in",
      "English. Looks at TMX, TSV or XLIFF files, an article and its translation, or without",
      "a file at the memory. Prints a glossary whose terms have the status proposed: check",
      "leaves them alone until someone accepts them. Exit status 1: nothing to propose."
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary mine --limit 50 -o proposed.csv",
      "  ballast glossary mine article.zh.txt article.en.txt --json"
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
      description = "TMX, TSV or XLIFF files; or an article and its translation.")
  List<String> files = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most N candidates. Default: ${DEFAULT-VALUE}.")
  int limit = 100;

  @Option(
      names = "--min",
      paramLabel = "N",
      defaultValue = "3",
      description = {
        "A term and its translation stand together in at least N",
        "pairs; 2 or more. Default: ${DEFAULT-VALUE}."
      })
  int least = 3;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

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
    Lexicon lexicon = Lexicon.bundled();
    MiningTexts texts = new MiningTexts(new LexiconWording(lexicon));
    List<Location> places = new ArrayList<>();
    CheckInputs.Options options =
        new CheckInputs.Options(files, common, memory, filter, reading, segmenting);
    new CheckInputs(console, options, lexicon, rows).forEach(pair -> add(pair, texts, places));
    Set<String> known = new HashSet<>();
    rows.forEach(row -> row.zhForms().forEach(form -> known.add(simplified(form, lexicon))));
    List<Candidate> found =
        new Miner(texts, new LexiconTranslations(lexicon)).mine(limit, least, known);
    print(found, places);
    common.say(
        console,
        EditMessages.count(found.size(), "candidate")
            + " from "
            + EditMessages.count(places.size(), "pair"));
    return found.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static void add(Located<Passage> pair, MiningTexts texts, List<Location> places) {
    Passage passage = pair.value();
    boolean intoEnglish = passage.targetLang().isEnglish();
    texts.add(
        intoEnglish ? passage.source() : passage.target(),
        intoEnglish ? passage.target() : passage.source());
    places.add(pair.source().at(0));
  }

  private static String simplified(String form, Lexicon lexicon) {
    StringBuilder text = new StringBuilder();
    form.codePoints().map(lexicon::simplified).forEach(text::appendCodePoint);
    return text.toString();
  }

  private void print(List<Candidate> found, List<Location> places) {
    if (json) {
      OutputOptions.print(console, out -> CandidateJson.write(out, found, places));
    } else if (!found.isEmpty()) {
      List<Concept> concepts = found.stream().map(one -> concept(one, places)).toList();
      output.write(console, out -> new GlossaryWriter().write(out, GlossaryFormat.CSV, concepts));
    }
  }

  private static Concept concept(Candidate one, List<Location> places) {
    String note =
        String.format(
            Locale.ROOT,
            "in %d pairs, translated so in %d; score %.2f",
            one.frequency(),
            one.together(),
            one.score());
    Remarks remarks = new Remarks(note, places.get(one.example()).toString());
    Term en = new Term(one.en(), TermStatus.PROPOSED, TermUse.DEFAULT, remarks, Location.UNKNOWN);
    return new Concept(
        one.zh(),
        List.of(new Term(one.zh(), TermStatus.PREFERRED)),
        List.of(en),
        Scope.ALL,
        Conditions.NONE,
        Remarks.NONE);
  }
}
