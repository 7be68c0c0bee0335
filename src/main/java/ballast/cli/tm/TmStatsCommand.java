package ballast.cli.tm;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.likeness.Score;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.Statistics;
import ballast.memory.UnitFilter;
import ballast.memory.UnitStatistics;
import ballast.report.memory.FigureJson;
import ballast.report.memory.FigureText;
import ballast.report.memory.MemoryText;
import ballast.segment.Segmenter;
import ballast.workflow.Texts;
import ballast.workflow.translate.MatchCounter;
import ballast.workflow.translate.MemoryLookup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast tm stats}: figures on the memory. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Counts documents, units, characters and words, and what is repeated.",
      "With conditions: of the units that meet them. --against FILE: how much of a new "
          + "document the memory knows, in bands as translators bill them. --inconsistent: "
          + "sources with several translations, and translations of several sources; exit "
          + "status 1: there are some."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm stats --json",
      "  ballast tm stats --changed-since 2026-01-01 --author mei",
      "  ballast tm stats --against article.zh.txt"
    })
final class TmStatsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin SegmentingOptions segmenting = new SegmentingOptions();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "A new document; may be given several times: one count of all.")
  List<String> against = List.of();

  @Option(
      names = "--inconsistent",
      description = "List texts with several counterparts; --in source or target: only these.")
  boolean inconsistent;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmStatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (inconsistent && !against.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--inconsistent and --against are two questions: ask one");
    }
    try (Memory tm = memory.openForReading(console)) {
      if (inconsistent) {
        return listInconsistencies(tm);
      }
      if (against.isEmpty()) {
        count(tm);
      } else {
        analyse(tm);
      }
    }
    return ExitCode.OK;
  }

  private void count(Memory tm) {
    UnitStatistics figures = tm.unitStatistics(filter.filter());
    @Nullable Statistics whole = filter.isGiven() ? null : tm.statistics();
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            FigureJson.write(out, whole, figures);
          } else if (whole != null) {
            MemoryText.writeStatistics(out, whole, figures);
          } else {
            FigureText.writeUnits(out, figures);
            FigureText.writeTexts(out, figures);
          }
        });
  }

  private int listInconsistencies(Memory tm) {
    List<Inconsistency> found = new ArrayList<>();
    for (Side side : Side.values()) {
      if (filter.side == null || filter.side == side) {
        tm.forEachInconsistency(filter.filter(), side, found::add);
      }
    }
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            FigureJson.writeInconsistencies(out, found);
          } else {
            FigureText text = new FigureText(common.style(console));
            for (Inconsistency inconsistency : found) {
              text.write(out, inconsistency);
            }
          }
        });
    common.say(
        console,
        found.isEmpty()
            ? "every text has one counterpart"
            : EditMessages.count(found.size(), "text") + " with several counterparts");
    return found.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** The units by the side that is compared with a document; of that side only its language. */
  private Map<Side, UnitFilter> sides(UnitFilter units, Lang lang) {
    Set<Lang> same = Set.of(new Lang(lang.language()));
    Map<Side, UnitFilter> sides = new EnumMap<>(Side.class);
    if (filter.side != Side.TARGET) {
      Set<Lang> from = units.sourceLangs().isEmpty() ? same : units.sourceLangs();
      sides.put(Side.SOURCE, units.between(from, units.targetLangs()));
    }
    if (filter.side != Side.SOURCE) {
      Set<Lang> to = units.targetLangs().isEmpty() ? same : units.targetLangs();
      sides.put(Side.TARGET, units.between(units.sourceLangs(), to));
    }
    return sides;
  }

  private void analyse(Memory tm) {
    UnitFilter units = filter.filter();
    UnitFilter offered =
        units.statuses().isEmpty() ? units.withStatuses(UnitFilter.OFFERED.statuses()) : units;
    MatchCounter counter = new MatchCounter();
    TextReader reader = new TextReader(ReaderOptions.DEFAULT.withEncoding(reading.sourceCharset()));
    Segmenter segmenter = Segmenter.create(segmenting.options(console));
    for (String file : against) {
      ReadText document = Texts.read(console.workplace(), reader, file);
      Lang lang = document.document().lang();
      MemoryLookup lookup = new MemoryLookup(tm, sides(offered, lang), Score.LEAST);
      counter.add(segmenter.segment(document.document()), lookup);
    }
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            counter.analysis().writeJson(out, against);
          } else {
            counter.analysis().writeText(out);
          }
        });
  }
}
