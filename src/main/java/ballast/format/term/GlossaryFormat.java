package ballast.format.term;

import java.util.Locale;

/** The forms in which glossaries are written. */
public enum GlossaryFormat {
  /** A table of ours, cells separated by commas. */
  CSV,
  /** A table of ours, cells separated by tabs. */
  TSV,
  /** An Excel workbook with a table of ours. */
  XLSX,
  /** TBX version 2, without a namespace: the one that OmegaT and most others read. */
  TBX,
  /** TBX version 3 (ISO 30042:2019), data categories as attributes. */
  TBX3,
  /** Three cells a line, separated by tabs: Chinese, English, remark. */
  OMEGAT,
  /** Chinese, English and their codes, separated by commas; every Chinese term once. */
  DEEPL;

  /** As the command line says it: {@code tbx3}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
