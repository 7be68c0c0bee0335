package ballast.workflow.exchange;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Language codes of texts that were taken, other than those of the two languages: en-GB, zh-TW. */
public final class MappedCodes {

  /** A hostile file may have a new one in every unit. */
  private static final int MAX_CODES = 100;

  private static final String OTHER_CODES = "others";

  private final Map<String, Long> texts = new TreeMap<>();

  void add(String code) {
    String key = texts.size() < MAX_CODES || texts.containsKey(code) ? code : OTHER_CODES;
    texts.merge(key, 1L, Long::sum);
  }

  /** How many texts had each; empty if all had the codes that were asked for. */
  public Map<String, Long> texts() {
    return Collections.unmodifiableMap(texts);
  }

  /** {@code texts under other language codes: en-GB (12), zh-TW (110)}; there must be one. */
  public static String inWords(Map<String, Long> texts) {
    return "texts under other language codes: "
        + texts.entrySet().stream()
            .map(code -> String.format(Locale.ROOT, "%s (%,d)", code.getKey(), code.getValue()))
            .collect(Collectors.joining(", "));
  }
}
