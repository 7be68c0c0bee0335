package ballast.workbench;

import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.server.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file to download. */
enum Download {
  TMX(Content.UNITS, "tmx"),
  TMX_OMEGAT(Content.UNITS, "omegat.tmx"),
  TMX_TRADOS(Content.UNITS, "trados.tmx"),
  TMX_MEMOQ(Content.UNITS, "memoq.tmx"),
  XLIFF_12(Content.UNITS, "xlf"),
  XLIFF_21(Content.UNITS, "2.1.xlf"),
  TSV(Content.UNITS, "tsv"),
  REVIEW_XLSX(Content.ARTICLE, "review.xlsx"),
  REVIEW_CSV(Content.ARTICLE, "review.csv"),
  REVIEW_HTML(Content.ARTICLE, "review.html"),
  ALIGN_HTML(Content.ARTICLE, "align.html"),
  CHECK_HTML(Content.PAGE, "check.html"),
  TERMS_TBX(Content.TERMS, "terms.tbx"),
  TERMS_TBX3(Content.TERMS, "terms.tbx3.tbx"),
  TERMS_XLSX(Content.TERMS, "terms.xlsx"),
  TERMS_CSV(Content.TERMS, "terms.csv"),
  TERMS_OMEGAT(Content.TERMS, "terms.omegat.txt");

  enum Content {
    UNITS,
    /** One article, which must be chosen. */
    ARTICLE,
    /** The findings about the chosen units. */
    PAGE,
    /** The glossaries of the project. */
    TERMS
  }

  private final Content content;
  private final String ending;

  Download(Content content, String ending) {
    this.content = content;
    this.ending = ending;
  }

  static Download named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.label().equals(name))
        .findFirst()
        .orElseThrow(() -> RefusedException.badRequest("unknown file \"" + name + "\""));
  }

  static List<Download> of(Content content) {
    return Arrays.stream(values()).filter(one -> one.content == content).toList();
  }

  Content content() {
    return content;
  }

  /** The name in addresses, and in the keys of {@link Words}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String ending() {
    return ending;
  }

  /** The form of a file of units; empty for other files. */
  Optional<UnitForm> units() {
    return content == Content.UNITS
        ? Optional.of(new UnitForm(format(), profile(), version(), /* packed= */ false))
        : Optional.empty();
  }

  private UnitFormat format() {
    return switch (this) {
      case XLIFF_12, XLIFF_21 -> UnitFormat.XLIFF;
      case TSV -> UnitFormat.TSV;
      default -> UnitFormat.TMX;
    };
  }

  private TmxProfile profile() {
    return switch (this) {
      case TMX_OMEGAT -> TmxProfile.OMEGAT;
      case TMX_TRADOS -> TmxProfile.TRADOS;
      case TMX_MEMOQ -> TmxProfile.MEMOQ;
      default -> TmxProfile.GENERIC;
    };
  }

  private XliffVersion version() {
    return this == XLIFF_21 ? XliffVersion.V2_1 : XliffVersion.V1_2;
  }

  /** The form of a file of terms; empty for other files. */
  Optional<GlossaryFormat> terms() {
    return switch (this) {
      case TERMS_TBX -> Optional.of(GlossaryFormat.TBX);
      case TERMS_TBX3 -> Optional.of(GlossaryFormat.TBX3);
      case TERMS_XLSX -> Optional.of(GlossaryFormat.XLSX);
      case TERMS_CSV -> Optional.of(GlossaryFormat.CSV);
      case TERMS_OMEGAT -> Optional.of(GlossaryFormat.OMEGAT);
      default -> Optional.empty();
    };
  }

  String type() {
    String last = ending.substring(ending.lastIndexOf('.') + 1);
    return switch (last) {
      case "html" -> "text/html; charset=utf-8";
      case "csv" -> "text/csv; charset=utf-8";
      case "tsv" -> "text/tab-separated-values; charset=utf-8";
      case "txt" -> "text/plain; charset=utf-8";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case "xlf" -> "application/xliff+xml";
      default -> "application/xml";
    };
  }
}
