package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.file.XmlOutput;
import ballast.format.file.XmlText;
import ballast.format.unit.UnitSink.OnePair;
import ballast.format.unit.UnitSink.SinkOptions;
import ballast.format.unit.XliffEntry.Languages;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments as XLIFF 1.2 or 2.1, streaming: a {@code file} element for each document, a unit
 * for each segment, a {@code group} for each paragraph if there are any. The same segments give the
 * same bytes on every machine.
 *
 * <p>Version 1.2 marks exact and fuzzy matches in {@code state-qualifier}; in version 2.1 the score
 * is the sub-state ({@code ballast:match-92}). Not thread-safe. The stream is flushed at the end,
 * not closed.
 */
public final class XliffWriter implements AutoCloseable {

  /** The name of a nameless document, because the format requires one. */
  static final String NO_DOCUMENT = "unknown";

  private final XmlOutput xml;
  private final XliffForm form;
  private @Nullable String document;
  private boolean inGroup;
  private int files;
  private int groups;
  private int units;
  private boolean finished;

  /** Starts a file in UTF-8 without BOM. */
  public XliffWriter(OutputStream out, XliffVersion version, Lang source, Lang target)
      throws IOException {
    this.xml = new XmlOutput(out);
    this.form =
        switch (version) {
          case V1_2 -> new XliffFirstForm(xml, source, target);
          case V2_1 -> new XliffSecondForm(xml, source, target);
        };
    xml.start("xliff", "version", version.toString());
    form.root();
  }

  /**
   * Starts a document with its original, into which a translation can be merged later.
   *
   * @param sha256 hash of the original's bytes, 64 lower-case hexadecimal digits
   */
  public void startOriginal(String name, String sha256) throws IOException {
    endDocument();
    startDocument(name, sha256);
  }

  /** Starts a paragraph, to which the following segments belong. */
  public void startParagraph(String name, BlockType type) throws IOException {
    startDocumentUnlessOpen(name);
    endGroup();
    inGroup = true;
    groups++;
    form.startGroup("p" + groups, type);
  }

  private void endGroup() throws IOException {
    if (inGroup) {
      inGroup = false;
      form.endGroup();
    }
  }

  private void startDocumentUnlessOpen(String name) throws IOException {
    if (!name.equals(document)) {
      endDocument();
      startDocument(name, "");
    }
  }

  /**
   * @param name its document; segments of one document are consecutive
   */
  public void write(String name, XliffEntry entry) throws IOException {
    startDocumentUnlessOpen(name);
    units++;
    String id = entry.id().isEmpty() ? Integer.toString(units) : XmlText.fit(entry.id());
    form.unit(id, entry);
  }

  private void startDocument(String name, String sha256) throws IOException {
    document = name;
    files++;
    groups = 0;
    units = 0;
    form.startFile(files, name.isEmpty() ? NO_DOCUMENT : XmlText.fit(name), sha256);
  }

  private void endDocument() throws IOException {
    if (document != null) {
      endGroup();
      form.endFile();
    }
  }

  /** Finishes the file unless it is finished, and flushes the stream. */
  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    if (document == null) {
      startDocument("", ""); // a file without any document is not valid
    }
    endDocument();
    xml.end(0);
    xml.finish("\n");
  }

  /** XLIFF 1.2: {@code trans-unit}, {@code state-qualifier}, {@code alt-trans}. */
  private static final class XliffFirstForm extends XliffForm {

    XliffFirstForm(XmlOutput xml, Lang source, Lang target) {
      super(xml, source, target);
    }

    @Override
    void root() throws IOException {
      xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
    }

    @Override
    void startFile(int number, String original, String sha256) throws IOException {
      xml.start(1, "file");
      xml.attribute("original", original);
      xml.attribute("source-language", source.tag());
      xml.attribute("target-language", target.tag());
      xml.attribute("datatype", "plaintext");
      if (!sha256.isEmpty()) {
        XliffOriginal.writeFirst(xml, original, sha256);
      }
      xml.start(2, "body");
    }

    @Override
    void endFile() throws IOException {
      xml.end(2);
      xml.end(1);
    }

    @Override
    void startGroup(String id, BlockType type) throws IOException {
      xml.start(3, "group");
      xml.attribute("id", id);
      xml.attribute("restype", "x-" + name(type));
    }

    @Override
    void endGroup() throws IOException {
      xml.end(3);
    }

    @Override
    void unit(String id, XliffEntry entry) throws IOException {
      XliffCodes codes = new XliffCodes(XliffVersion.V1_2);
      State state = entry.translation().state();
      xml.start(3, "trans-unit");
      xml.attribute("id", id);
      if (state == State.KEPT) {
        xml.attribute("translate", "no");
      } else if (state == State.FINAL) {
        xml.attribute("approved", "yes");
      }
      xml.start(4, "source");
      if (entry.languages() != null) {
        xml.attribute("xml:lang", entry.languages().source().tag());
      }
      codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
      xml.end();
      writeTarget(entry, codes);
      notes(4, entry.notes(), "from");
      for (XliffProposal proposal : entry.proposals()) {
        proposal(proposal);
      }
      xml.end(3);
    }

    private void writeTarget(XliffEntry entry, XliffCodes codes) throws IOException {
      XliffEntry.Translation translation = entry.translation();
      String state = translation.state().in(XliffVersion.V1_2);
      if (!translation.text().isEmpty()) {
        xml.start(4, "target");
        if (entry.languages() != null) {
          xml.attribute("xml:lang", entry.languages().target().tag());
        }
        xml.attribute("state", state);
        if (translation.match() >= 0) {
          xml.attribute(
              "state-qualifier", translation.match() < 100 ? "fuzzy-match" : "exact-match");
        }
        codes.write(xml, translation.text(), entry.codes(), Side.TARGET);
        xml.end();
      } else if (translation.state() == State.INITIAL) {
        xml.line(4);
        xml.empty("target");
        xml.attribute("state", state);
      }
    }

    private void proposal(XliffProposal proposal) throws IOException {
      xml.start(4, "alt-trans");
      xml.attribute("match-quality", String.format(Locale.ROOT, "%d%%", proposal.score()));
      origin(proposal);
      texts(5, proposal);
      xml.end(4);
    }
  }

  static final class XliffSink implements UnitSink {

    private final XliffWriter writer;
    private final OnePair pair;
    private final Languages languages;

    XliffSink(OutputStream out, SinkOptions options) throws IOException {
      this.writer = new XliffWriter(out, options.xliff(), options.from(), options.to());
      this.pair = new OnePair(options, "an XLIFF file");
      this.languages = new Languages(options.from(), options.to());
    }

    @Override
    public boolean write(Unit unit) throws IOException {
      boolean taken = pair.takes(unit);
      if (taken) {
        Languages own = new Languages(unit.sourceLang(), unit.targetLang());
        XliffEntry entry = XliffEntry.of(unit);
        writer.write(unit.provenance().document(), own.equals(languages) ? entry : entry.in(own));
      }
      return taken;
    }

    @Override
    public void leaveOut(Unit unit) {
      // Segments have no neighbours.
    }

    @Override
    public List<String> finish() throws IOException {
      writer.close();
      return pair.warnings();
    }
  }
}
