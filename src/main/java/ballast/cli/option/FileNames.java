package ballast.cli.option;

import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The files that an option or parameter names, for completion in a shell: given as {@code
 * completionCandidates}, it is never asked whether a name is right. Files with other extensions are
 * offered where there are none of these.
 */
public class FileNames implements Iterable<String> {

  private static final Pattern EXTENSION = Pattern.compile("(?<=\\.)[a-z0-9]+");

  /** The extensions as people write them: {@code .csv, .tsv or .xlsx}; empty for all files. */
  protected String text() {
    return "";
  }

  /** The extensions in lower case, without the dot; empty when files of any name are meant. */
  public List<String> extensions() {
    return EXTENSION.matcher(text()).results().map(MatchResult::group).distinct().toList();
  }

  /** The patterns: {@code *.csv}. */
  @Override
  public Iterator<String> iterator() {
    return extensions().stream().map(extension -> "*." + extension).iterator();
  }

  /** Folders only. */
  public static final class Folders extends FileNames {}

  /** Memories. */
  public static final class Memories extends FileNames {
    @Override
    protected String text() {
      return ".db";
    }
  }

  /** Glossaries. */
  public static final class Glossaries extends FileNames {
    @Override
    protected String text() {
      return GlossaryFormat.readExtensions();
    }
  }

  /** Files of units. */
  public static final class Units extends FileNames {
    @Override
    public List<String> extensions() {
      return Arrays.stream(UnitFormat.values())
          .flatMap(format -> format.allExtensions().stream())
          // Of wf.txt: Wordfast's own memories end in .txt alone.
          .map(extension -> extension.substring(extension.lastIndexOf('.') + 1))
          .toList();
    }
  }

  /** XLIFF files. */
  public static final class Xliff extends FileNames {
    @Override
    public List<String> extensions() {
      return UnitFormat.XLIFF.allExtensions();
    }
  }

  /** Tables. */
  public static final class Tables extends FileNames {
    @Override
    protected String text() {
      return ".tsv, .csv, .xlsx";
    }
  }

  /** Tab-separated lines. */
  public static final class Lines extends FileNames {
    @Override
    protected String text() {
      return ".tsv, .txt";
    }
  }

  /** Settings. */
  public static final class Settings extends FileNames {
    @Override
    protected String text() {
      return ".toml";
    }
  }

  /** Sentence rules. */
  public static final class SentenceRules extends FileNames {
    @Override
    protected String text() {
      return ".srx";
    }
  }

  /** Lexicons. */
  public static final class Lexicons extends FileNames {
    @Override
    protected String text() {
      return ".lexicon";
    }
  }
}
