package ballast.cli.glossary;

import ballast.app.glossary.Lexicons;
import ballast.cli.option.FileNames;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.lexicon.train.SourceReport;
import ballast.lexicon.train.SourceReport.TrainingSource;
import ballast.lexicon.train.Trainer.Training;
import ballast.lexicon.train.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "train",
    description = {
      "Learns from pairs of texts which words translate each other and writes a lexicon.",
      "Each line of a PAIRS file is Chinese, a tab, English, in UTF-8. The same files in "
          + "the same order give the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  ballast lexicon train translations.tsv:3 --jobs 2 --force -o my.lexicon"
    })
final class LexiconTrainCommand extends OutputCommand {

  private static final double CEDICT_WEIGHT = 3;
  private static final Pattern WEIGHTED = Pattern.compile("(.+):(\\d+(?:\\.\\d+)?|\\.\\d+)");
  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKmM]?)");

  @Mixin SummaryOption summary = new SummaryOption();

  @Parameters(
      paramLabel = "PAIRS[:WEIGHT]",
      completionCandidates = FileNames.Lines.class,
      arity = "0..*",
      description = "Files with pairs of texts, and the weight of their pairs; 1 if not given.")
  List<String> pairs = new ArrayList<>();

  @Option(
      names = "--cedict",
      paramLabel = "FILE[:WEIGHT]",
      completionCandidates = FileNames.class,
      description =
          "CC-CEDICT, the cc-cedict.dict.dz of Debian's dict-cc-cedict. Without it"
              + " traditional characters are not converted, and only listed words are"
              + " words. Default weight"
              + " is 3.")
  @Nullable String cedict;

  @Option(
      names = "--max-size",
      paramLabel = "BYTES",
      defaultValue = "15m",
      description =
          "Leave out the least informative entries until the file has at most BYTES bytes;"
              + " k means a thousand, m a million. Default: ${DEFAULT-VALUE}.")
  String largest = "15m";

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Use N threads. Default: one for each processor.")
  @Nullable Integer jobs;

  @Override
  public Integer call() {
    refuse(output.isStandardOutput(), "the file to write is missing: -o FILE");
    refuse(
        pairs.isEmpty() && cedict == null,
        "give PAIRS or --cedict: there is nothing to learn from");
    List<TrainingSource> sources = pairs.stream().map(each -> source(each, 1)).toList();
    Optional<TrainingSource> dictionary =
        Optional.ofNullable(cedict).map(each -> source(each, CEDICT_WEIGHT));
    output.check(console);
    Training training = Lexicons.train(sources, dictionary, options(), notices());
    output.write(console, out -> out.write(training.bytes()));
    summary.report(
        console,
        json -> Lexicons.writeJson(json, output.file(), training),
        () -> {
          for (SourceReport source : training.sources()) {
            say("source   %s", Lexicons.ofSource(source));
          }
          say("wrote    %s: %s", output.file(), Lexicons.ofSize(training));
        });
    return ExitCode.OK;
  }

  private TrainingOptions options() {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    refuse(threads < 1, "--jobs " + threads + ": at least 1");
    return new TrainingOptions(bytes(largest), threads);
  }

  private long bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    refuse(!matcher.matches(), "--max-size " + size + ": give bytes, or a number with k or m");
    double unit =
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 1e3;
          case "m" -> 1e6;
          default -> 1;
        };
    return Math.max(1, Math.round(Double.parseDouble(matcher.group(1)) * unit));
  }

  private TrainingSource source(String argument, double defaultWeight) {
    Matcher matcher = WEIGHTED.matcher(argument);
    String name = matcher.matches() ? matcher.group(1) : argument;
    double weight = matcher.matches() ? Double.parseDouble(matcher.group(2)) : defaultWeight;
    refuse(
        !(weight > 0 && weight <= TrainingSource.MAX_WEIGHT),
        argument + ": a weight is more than 0 and at most " + TrainingSource.MAX_WEIGHT);
    return new TrainingSource(console.resolve(name), weight);
  }
}
