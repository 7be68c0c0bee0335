package ballast.cli.option;

import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The files that an option or parameter accepts, for completion in a shell. It is set as {@code
 * completionCandidates} and never validates a name. The shell offers files with other extensions if
 * there are none of these.
 */
public class FileNames implements Iterable<String> {

  private static final Pattern EXTENSION = Pattern.compile("(?<=\\.)[a-z0-9]+");

  /** The extensions as written in help: {@code .csv, .tsv or .xlsx}; "" for all files. */
  protected String text() {
    return "";
  }

  /** The extensions in lower case, without the dot; empty for all files. */
  public List<String> extensions() {
    return EXTENSION.matcher(text()).results().map(MatchResult::group).distinct().toList();
  }

  @Override
  public Iterator<String> iterator() {
    return extensions().stream().map(extension -> "*." + extension).iterator();
  }

  public static final class Folders extends FileNames {}

  public static final class Memories extends FileNames {
    @Override
    protected String text() {
      return ".db";
    }
  }

  public static final class Glossaries extends FileNames {
    @Override
    protected String text() {
      return GlossaryFormat.readExtensions();
    }
  }

  public static final class Units extends FileNames {
    @Override
    public List<String> extensions() {
      return Arrays.stream(UnitFormat.values())
          .flatMap(format -> format.allExtensions().stream())
          // .wf.txt becomes txt: Wordfast's own memories end in .txt alone.
          .map(extension -> extension.substring(extension.lastIndexOf('.') + 1))
          .toList();
    }
  }

  public static final class Xliff extends FileNames {
    @Override
    public List<String> extensions() {
      return UnitFormat.XLIFF.allExtensions();
    }
  }

  public static final class Tables extends FileNames {
    @Override
    protected String text() {
      return ".tsv, .csv, .xlsx";
    }
  }

  /** Files of tab-separated lines. */
  public static final class Lines extends FileNames {
    @Override
    protected String text() {
      return ".tsv, .txt";
    }
  }

  public static final class Settings extends FileNames {
    @Override
    protected String text() {
      return ".toml";
    }
  }

  public static final class SentenceRules extends FileNames {
    @Override
    protected String text() {
      return ".srx";
    }
  }

  public static final class Lexicons extends FileNames {
    @Override
    protected String text() {
      return ".lexicon";
    }
  }
}
