package ballast.app.documents;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A translation as it is being written: a text, and the places of the inline codes in it.
 *
 * @param places in order
 */
public record Wording(String text, List<Place> places) {

  static final Wording NONE = new Wording("", List.of());

  /**
   * @param offset in UTF-16 units of the text
   * @param code number of the code among those of the source sentence, from 0
   */
  record Place(int offset, int code) {}

  public Wording {
    places = List.copyOf(places);
  }

  /**
   * Reads places written as {@link #codes}. Those outside the text and second ones are left out.
   *
   * @throws IllegalArgumentException if they are written in another way
   */
  public static Wording of(String text, String codes) {
    List<Place> places = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (String place : codes.isBlank() ? new String[0] : codes.strip().split(" ")) {
      String[] numbers = place.split(":", -1);
      if (numbers.length != 2) {
        throw new IllegalArgumentException("\"" + place + "\" is not a place of a code");
      }
      Place one = new Place(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
      if (one.offset >= 0 && one.offset <= text.length() && one.code >= 0 && seen.add(one.code)) {
        places.add(one);
      }
    }
    return new Wording(text, places);
  }

  /** The places as {@code offset:code}, separated by spaces. */
  public String codes() {
    return places.stream()
        .map(place -> place.offset() + ":" + place.code())
        .collect(Collectors.joining(" "));
  }

  /** Without white space around it. */
  Wording stripped() {
    int start = text.length() - text.stripLeading().length();
    String inner = text.strip();
    return new Wording(
        inner,
        places.stream()
            .map(p -> new Place(Math.max(0, Math.min(p.offset - start, inner.length())), p.code))
            .toList());
  }

  /** Returns the codes of a sentence at their places in its translation. */
  List<InlineCode> placed(List<InlineCode> codes) {
    return places.stream()
        .filter(place -> place.code() < codes.size())
        .map(place -> codes.get(place.code()).at(Side.TARGET, place.offset()))
        .toList();
  }

  /**
   * Finds codes in a translation.
   *
   * @param codes of the source sentence
   * @param placed those of the translation, by rising offset
   */
  static Wording of(String text, List<InlineCode> codes, List<InlineCode> placed) {
    List<Place> places = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (InlineCode code : placed) {
      for (int i = 0; i < codes.size(); i++) {
        InlineCode own = codes.get(i);
        if (own.element().equals(code.element())
            && own.attributes().equals(code.attributes())
            && taken.add(i)) {
          places.add(new Place(code.offset(), i));
          break;
        }
      }
    }
    return new Wording(text, places);
  }

  /** Divides the text at the codes: text, code, text, ..., with {@code null} chips for text. */
  public List<Piece> pieces(List<Chip> chips) {
    return Piece.of(text, places, chips);
  }

  /**
   * An inline code as a translator sees it.
   *
   * @param code its number among those of the sentence, from 0
   * @param label {@code 1>} begins something, {@code <1} ends it, {@code 2} stands alone
   * @param title the native code; may be empty
   */
  public record Chip(int code, String label, String title) {

    static List<Chip> of(List<InlineCode> codes) {
      List<Chip> chips = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        InlineCode code = codes.get(i);
        String label = String.valueOf(code.number());
        chips.add(
            new Chip(
                i,
                code.isOpening() ? label + ">" : code.isClosing() ? "<" + label : label,
                code.content()));
      }
      return chips;
    }
  }

  /**
   * A part of a text with codes.
   *
   * @param chip null for text
   */
  public record Piece(String text, @Nullable Chip chip) {

    private static List<Piece> of(String text, List<Place> places, List<Chip> chips) {
      List<Piece> pieces = new ArrayList<>();
      int at = 0;
      for (Place place : places) {
        if (place.code() < chips.size()) {
          int to = Math.max(at, place.offset());
          if (to > at) {
            pieces.add(new Piece(text.substring(at, to), null));
          }
          pieces.add(new Piece("", chips.get(place.code())));
          at = to;
        }
      }
      if (at < text.length()) {
        pieces.add(new Piece(text.substring(at), null));
      }
      return pieces;
    }
  }
}
