package ballast.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.filters.tmx.TmxFilter;
import net.sf.okapi.tm.pensieve.common.Metadata;
import net.sf.okapi.tm.pensieve.common.TmHit;
import net.sf.okapi.tm.pensieve.seeker.ITmSeeker;
import net.sf.okapi.tm.pensieve.seeker.TmSeekerFactory;
import net.sf.okapi.tm.pensieve.tmx.OkapiTmxImporter;
import net.sf.okapi.tm.pensieve.writer.ITmWriter;
import net.sf.okapi.tm.pensieve.writer.TmWriterFactory;

/** Okapi's memory with its usual settings. */
final class PensieveMemory implements AutoCloseable {

  private static final LocaleId CHINESE = LocaleId.fromString("zh-CN");
  private static final LocaleId ENGLISH = LocaleId.fromString("en-US");
  private static final int THRESHOLD = 70;

  private final ITmSeeker seeker;

  PensieveMemory(Path folder) {
    seeker = TmSeekerFactory.createFileBasedTmSeeker(folder.toString());
  }

  /** Imports a TMX file. Arguments: the file, the folder. */
  static final class Import {
    private Import() {}

    public static void main(String[] args) throws IOException {
      Files.createDirectories(Path.of(args[1]));
      ITmWriter writer = TmWriterFactory.createFileBasedTmWriter(args[1], true);
      new OkapiTmxImporter(CHINESE, new TmxFilter())
          .importTmx(Path.of(args[0]).toUri(), ENGLISH, writer);
      writer.commit();
      writer.close();
    }
  }

  List<String> find(String query) {
    return seeker.searchFuzzy(new TextFragment(query), THRESHOLD, 1_000, new Metadata()).stream()
        .map(TmHit::getTu)
        .map(unit -> unit.getSource().getContent().getText())
        .toList();
  }

  @Override
  public void close() {
    seeker.close();
  }

  /** One lookup in a process of its own. Arguments: the folder, the text. */
  static final class Lookup {
    private Lookup() {}

    public static void main(String[] args) {
      try (PensieveMemory memory = new PensieveMemory(Path.of(args[0]))) {
        memory.find(args[1]).forEach(System.out::println);
      }
    }
  }
}
