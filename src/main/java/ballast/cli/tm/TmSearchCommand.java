package ballast.cli.tm;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchText;
import ballast.app.units.ConcordanceText;
import ballast.app.units.MatchJson;
import ballast.app.units.MemoryQueries;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.likeness.Score;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = {
      "Finds the units whose text is like TEXT, best first: every one at --min percent or "
          + "better.",
      "Searches the source texts, and the translations if no source text is similar; shows where "
          + "TEXT occurs if no unit is like it.",
      "Exit status 1: neither was found."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm search 冷战的选择",
      "  ballast tm search 冷战的一个选择 --min 60",
      "  ballast tm search --file sentences.txt --limit 1"
    })
@MainOptions({"--min", "--limit", "--file", "--in", "--tm"})
public final class TmSearchCommand extends ConsoleCommand {

  @Mixin MemoryOptions memory = new MemoryOptions();

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "A whole sentence.")
  @Nullable String text;

  @Option(
      names = "--file",
      paramLabel = "QUERIES",
      completionCandidates = FileNames.class,
      description =
          "Search for each line of this UTF-8 file (- is standard input); prints one JSON line"
              + " each.")
  @Nullable String queries;

  @Option(
      names = "--min",
      paramLabel = "PERCENT",
      defaultValue = "70",
      description = "The lowest similarity, 50 to 100. Default: ${DEFAULT-VALUE}.")
  int minScore = FuzzyQuery.DEFAULT_MIN;

  @Option(
      names = "--in",
      paramLabel = "SIDE",
      description = "Search source or target texts only, or both (the first that has matches).")
  SearchSide in = SearchSide.BOTH;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most N units a query. Default: ${DEFAULT-VALUE}.")
  int limit = 10;

  @Option(
      names = "--before",
      paramLabel = "TEXT",
      description = "The sentence before TEXT: a unit with the same sentence before it scores 101.")
  String before = "";

  @Option(
      names = "--after",
      paramLabel = "TEXT",
      description = "The sentence after TEXT: a unit with both the same scores 102.")
  String after = "";

  // An option group would load one more class.
  @Option(names = PagerOption.NAME, description = PagerOption.ABOUT)
  boolean noPager;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    refuse((text == null) == (queries == null), "give TEXT or --file QUERIES");
    refuse(
        queries != null && !(before.isEmpty() && after.isEmpty()),
        "--before and --after belong to one TEXT, not to --file");
    refuse(limit < 1, "--limit " + limit + ": at least 1");
    refuse(
        minScore < Score.MIN_THRESHOLD || minScore > Score.FULL,
        "--min takes a whole number from 50 to 100, not " + minScore);
    return search();
  }

  /** Like {@link #call}, for validated options. */
  int search() {
    try (Memory tm = memory.openForReading(console)) {
      MemoryQueries search = new MemoryQueries(tm);
      return queries == null ? searchOne(search, String.valueOf(text)) : searchAll(search, queries);
    }
  }

  private int searchOne(MemoryQueries search, String query) {
    if (!json && !noPager && console.widths().out() > 0) {
      console.page(); // here, because picocli may not have parsed the line
    }
    MemoryQueries.Similar result = search.similar(fuzzy(query), in);
    if (result.matches().isEmpty()) {
      return showOccurrences(search, query);
    }
    if (json) {
      print(out -> MatchJson.writeMatches(out, query, result.side(), result.matches()));
      return ExitCode.OK;
    }
    MatchText text = new MatchText(style());
    print(out -> text.write(out, query, result.side(), result.matches()));
    return ExitCode.OK;
  }

  /** Shows the occurrences of a text that is similar to no whole unit. */
  private int showOccurrences(MemoryQueries search, String query) {
    Concordance found = search.concordance(query, in, limit);
    int status = found.total() == 0 ? ExitCode.FINDINGS : ExitCode.OK;
    if (json) {
      print(out -> MatchJson.writeOccurrences(out, query, found));
      return status;
    }
    // Not through Notices, which would load the progress display.
    if (!quiet) {
      console
          .err()
          .println(
              ("no unit is like \"" + query + "\" at " + minScore + " % or better")
                  + (found.total() == 0
                      ? ""
                      : "; "
                          + CountedNoun.of(found.total(), "text contains", "texts contain")
                          + " it"));
    }
    print(out -> new ConcordanceText(style()).write(out, found));
    return status;
  }

  private int searchAll(MemoryQueries search, String file) {
    boolean[] any = new boolean[1];
    QueryLines.forEach(
        console,
        file,
        query -> {
          MemoryQueries.Similar result = search.similar(fuzzy(query), in);
          any[0] |= !result.matches().isEmpty();
          print(out -> MatchJson.writeMatches(out, query, result.side(), result.matches()));
        });
    return any[0] ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private FuzzyQuery fuzzy(String query) {
    return FuzzyQuery.of(query, Side.SOURCE)
        .withMinScore(minScore)
        .withLimit(limit)
        .between(before, after);
  }

  private static final class QueryLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private QueryLines() {}

    /** Passes each line of a UTF-8 file to {@code action}; {@code -} is standard input. */
    static void forEach(Console console, String file, Consumer<String> action) {
      try (InputStream in =
              file.equals("-") ? console.in() : Files.newInputStream(console.resolve(file));
          // The decoder stops at bytes that are not UTF-8.
          Reader decoded = new InputStreamReader(in, UTF_8.newDecoder());
          BufferedReader lines = new BufferedReader(decoded)) {
        String line = lines.readLine();
        if (line != null && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
          line = line.substring(1);
        }
        while (line != null) {
          action.accept(line);
          line = lines.readLine();
        }
      } catch (IOException e) {
        throw new InputException(
            "cannot read the queries in \"" + file + "\"",
            "give a UTF-8 file with one query a line",
            e);
      }
    }
  }
}
