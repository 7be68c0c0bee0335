package ballast.cli;

import ballast.bitext.Spelling;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that picocli cannot parse, said in the words of the other messages. */
record UsageMistake(CommandSpec command, ParameterException cause) {

  private static final Pattern RANGE = Pattern.compile("\\b(\\d+) to (\\d+)\\b");

  static UsageMistake of(ParameterException cause) {
    return new UsageMistake(cause.getCommandLine().getCommandSpec(), cause);
  }

  int report(Console console) {
    FailureReport.print(console, FailureReport.style(console), message(), hint());
    return ExitCode.FAILED;
  }

  private String message() {
    if (cause instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    ArgSpec wrong = cause.getArgSpec();
    if (cause instanceof MissingParameterException missing) {
      return missing.getMissing().stream()
          .map(UsageMistake::missing)
          .collect(Collectors.joining("; "));
    }
    if (cause instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given more than once";
    }
    return wrong == null || cause.getValue() == null
        ? String.valueOf(cause.getMessage())
        : "%s takes %s, not \"%s\"".formatted(name(wrong), taken(wrong), cause.getValue());
  }

  private String unmatched(UnmatchedArgumentException unmatched) {
    @Nullable String option = option(unmatched);
    return option == null
        ? "\"%s\" does not take \"%s\""
            .formatted(command.qualifiedName(), String.join("\" \"", unmatched.getUnmatched()))
        : "\"%s\" has no option %s".formatted(command.qualifiedName(), option);
  }

  /** The first unknown option, without its value. */
  private static @Nullable String option(UnmatchedArgumentException unmatched) {
    return unmatched.getUnmatched().stream()
        .filter(word -> word.matches("--?\\p{L}.*"))
        .findFirst()
        .map(word -> word.replaceFirst("=.*", ""))
        .orElse(null);
  }

  private static String missing(ArgSpec wanted) {
    return wanted instanceof OptionSpec option && !option.required()
        ? option.longestName() + " needs a value: " + option.paramLabel()
        : name(wanted) + " is missing";
  }

  private static String name(ArgSpec wanted) {
    return wanted instanceof OptionSpec option ? option.longestName() : wanted.paramLabel();
  }

  private static String taken(ArgSpec wanted) {
    @Nullable Iterable<String> choices = wanted.completionCandidates();
    if (choices != null) {
      List<String> names = new ArrayList<>();
      choices.forEach(name -> names.add(name.toLowerCase(Locale.ROOT).replace('_', '-')));
      return names.stream().distinct().collect(Collectors.joining(", "));
    }
    boolean isWhole = !List.of(double.class, Double.class).contains(wanted.type());
    Matcher range = RANGE.matcher(String.join(" ", wanted.description()));
    String kind = isWhole ? "a whole number" : "a number";
    return range.find() ? kind + " from " + range.group(1) + " to " + range.group(2) : kind;
  }

  private String hint() {
    String name = command.qualifiedName();
    List<String> meant =
        cause instanceof UnmatchedArgumentException unmatched ? meant(unmatched) : List.of();
    return meant.isEmpty()
        ? name + " --help"
        : meant.stream().map(option -> name + " " + option).collect(Collectors.joining(", or "));
  }

  /** Options of the most similar spelling, those of picocli first. */
  private List<String> meant(UnmatchedArgumentException unmatched) {
    @Nullable String option = option(unmatched);
    if (option == null || !unmatched.getSuggestions().isEmpty()) {
      return unmatched.getSuggestions();
    }
    List<String> names =
        command.options().stream()
            .filter(one -> !one.hidden())
            .map(one -> one.longestName().replaceFirst("^-+", ""))
            .toList();
    return Spelling.nearest(option.replaceFirst("^-+", ""), names).stream()
        .map("--"::concat)
        .toList();
  }
}
