package ballast.format.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of the cells of a workbook that Excel does not show: those of hidden sheets, rows and
 * columns. Numbers and the results of formulas are no text.
 */
final class HiddenCells {

  /** No real cell is longer, in UTF-16 units. */
  private static final int MAX_TEXT = 100_000;

  /**
   * Columns that are hidden, from 1, both inclusive.
   *
   * @param last at least {@code first}
   */
  private record Columns(int first, int last) {}

  private final PackageFile file;
  private final List<String> shared = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private int lines;

  HiddenCells(PackageFile file) {
    this.file = file;
    Relations.elements(
        file,
        "xl/sharedStrings.xml",
        xml -> {
          switch (xml.name()) {
            case "si" -> shared.add("");
            case "rPh" -> xml.skip();
            case "t" -> addShared(xml.allText(MAX_TEXT));
            default -> {
              // How it looks.
            }
          }
        });
  }

  private void addShared(String more) {
    if (!shared.isEmpty()) {
      int last = shared.size() - 1;
      shared.set(last, shared.get(last) + more);
    }
  }

  /**
   * Adds what is hidden in a sheet.
   *
   * @param isHidden whether the whole sheet is
   */
  void add(String sheet, boolean isHidden) {
    Sheet reading = new Sheet(isHidden);
    Relations.elements(
        file,
        sheet,
        xml -> {
          switch (xml.name()) {
            case "col" ->
                reading.columns(
                    xml.attribute("min"), xml.attribute("max"), isTrue(xml.attribute("hidden")));
            case "row" -> reading.row(isTrue(xml.attribute("hidden")));
            case "c" -> reading.cell(xml.attribute("r"), xml.attribute("t"));
            case "rPh" -> xml.skip();
            case "v" -> reading.value(xml.allText(MAX_TEXT));
            case "t" -> reading.inline(xml.allText(MAX_TEXT));
            default -> {
              // Nothing in which text stands.
            }
          }
        });
  }

  private static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true");
  }

  /** The texts, in the order of the sheets. */
  List<String> texts() {
    return texts;
  }

  /** How many rows and columns are hidden. */
  int lines() {
    return lines;
  }

  /** A sheet that is being read. */
  private final class Sheet {

    private final boolean isHidden;
    private final List<Columns> hiddenColumns = new ArrayList<>();
    private boolean rowIsHidden;
    private boolean cellIsHidden;
    private boolean isShared;

    Sheet(boolean isHidden) {
      this.isHidden = isHidden;
    }

    void columns(String first, String last, boolean hidden) {
      if (hidden && first.matches("[1-9]\\d{0,5}") && last.matches("[1-9]\\d{0,5}")) {
        hiddenColumns.add(new Columns(Integer.parseInt(first), Integer.parseInt(last)));
      }
      lines += hidden ? 1 : 0;
    }

    void row(boolean hidden) {
      rowIsHidden = hidden;
      lines += hidden ? 1 : 0;
    }

    void cell(String place, String type) {
      int column = column(place);
      cellIsHidden =
          isHidden
              || rowIsHidden
              || hiddenColumns.stream().anyMatch(c -> c.first() <= column && column <= c.last());
      isShared = type.equals("s");
    }

    void value(String value) {
      if (cellIsHidden && isShared && value.matches("\\d{1,9}")) {
        int index = Integer.parseInt(value);
        if (index < shared.size()) {
          texts.add(shared.get(index));
        }
      }
    }

    void inline(String text) {
      if (cellIsHidden) {
        texts.add(text);
      }
    }
  }

  /** The number of a column, from 1: B7 is 2; 0 if the cell does not say. */
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < Math.min(place.length(), 3) && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + place.charAt(i) - 'A' + 1;
    }
    return column;
  }
}
