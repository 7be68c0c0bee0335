package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Everything that influences an alignment apart from the two files: options, sentence rules,
 * glossary terms and approved units. It is sent as bytes, so that other machines align exactly as
 * this one.
 */
public final class AlignmentSnapshot {

  private static final byte[] NO_FILE = {};

  private final ArticleReading reading;
  private final byte[] srx;
  private final byte[] abbreviations;
  private final KnownRenderings known;
  private final boolean takesUnrelated;
  private final String settings;

  private AlignmentSnapshot(
      ArticleReading reading,
      byte[] srx,
      byte[] abbreviations,
      KnownRenderings known,
      boolean takesUnrelated,
      String settings) {
    this.reading = reading;
    this.srx = srx;
    this.abbreviations = abbreviations;
    this.known = known;
    this.takesUnrelated = takesUnrelated;
    this.settings = settings;
  }

  /**
   * Captures the settings that {@link ArticleAlignment} would use now.
   *
   * @param recording its memory is only read
   * @throws InputException if the memory, a glossary or a rules file cannot be read
   */
  public static AlignmentSnapshot of(
      Workplace workplace,
      ArticleReading reading,
      Glossaries glossaries,
      Recording recording,
      Notices notices) {
    Recording read = new Recording(recording.memory(), false, /* dryRun= */ true, false);
    KnownRenderings known;
    try (BatchMemory memory = new BatchMemory(workplace, read, notices)) {
      known = memory.knownOfExisting(glossaries.read(workplace, notices.aside()));
    }
    String settings =
        String.join(
            "; ",
            AlignmentSettings.of(workplace, reading),
            "known " + (known.isEmpty() ? "none" : Sha256.hex(bytes(known))),
            recording.unrelated() ? "unrelated taken" : "unrelated refused");
    return new AlignmentSnapshot(
        reading,
        content(reading.segmenting().srx()),
        content(reading.segmenting().abbreviations()),
        known,
        recording.unrelated(),
        settings);
  }

  private static byte[] bytes(KnownRenderings known) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      known.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] content(@Nullable Path file) {
    try {
      return file == null ? NO_FILE : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the file has just been read
    }
  }

  /** Returns the settings as text, to compare two results. */
  public String settings() {
    return settings;
  }

  boolean takesUnrelated() {
    return takesUnrelated;
  }

  KnownRenderings known() {
    return known;
  }

  ArticleReading reading() throws IOException {
    SegmenterOptions rules = reading.segmenting();
    if (srx.length > 0) {
      rules = rules.withSrx(file(srx, ".srx"));
    }
    if (abbreviations.length > 0) {
      rules = rules.withAbbreviations(file(abbreviations, ".txt"));
    }
    return new ArticleReading(reading.source(), reading.target(), rules);
  }

  private static Path file(byte[] content, String extension) throws IOException {
    Path file = Files.createTempFile("ballast", extension);
    file.toFile().deleteOnExit();
    return Files.write(file, content);
  }

  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(settings);
      out.writeBoolean(takesUnrelated);
      write(out, reading.source());
      write(out, reading.target());
      out.writeBoolean(reading.segmenting().referee());
      out.writeBoolean(reading.segmenting().joinedAttributions());
      for (byte[] rules : new byte[][] {srx, abbreviations}) {
        out.writeInt(rules.length);
        out.write(rules);
      }
      known.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads the bytes of {@link #toBytes}, which must be from the same version of Ballast. */
  public static AlignmentSnapshot of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String settings = in.readUTF();
      boolean takesUnrelated = in.readBoolean();
      ReaderOptions source = readOptions(in);
      ReaderOptions target = readOptions(in);
      SegmenterOptions rules =
          SegmenterOptions.DEFAULT
              .withReferee(in.readBoolean())
              .withJoinedAttributions(in.readBoolean());
      byte[] srx = in.readNBytes(in.readInt());
      byte[] abbreviations = in.readNBytes(in.readInt());
      return new AlignmentSnapshot(
          new ArticleReading(source, target, rules),
          srx,
          abbreviations,
          KnownRenderings.read(in),
          takesUnrelated,
          settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, ReaderOptions options) throws IOException {
    Charset encoding = options.encoding();
    Lang lang = options.lang();
    out.writeUTF(encoding == null ? "" : encoding.name());
    out.writeUTF(lang == null ? "" : lang.tag());
    out.writeUTF(options.layout().name());
    out.writeUTF(options.mark().sign());
  }

  private static ReaderOptions readOptions(DataInputStream in) throws IOException {
    String encoding = in.readUTF();
    String lang = in.readUTF();
    ReaderOptions.Layout layout = ReaderOptions.Layout.valueOf(in.readUTF());
    return new ReaderOptions(
        encoding.isEmpty() ? null : Charset.forName(encoding),
        lang.isEmpty() ? null : new Lang(lang),
        layout,
        new Mark(in.readUTF()),
        /* isForTranslation= */ false);
  }
}
