package ballast.workbench;

import ballast.server.Route;
import ballast.workbench.browser.SampleArticle;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The fields that the pages of a workbench send, and values that they really have: read from the
 * forms, links and buttons of its pages, and from what the server says is missing.
 */
final class PageFields {

  private static final int MAX_VALUES = 40;
  private static final int MAX_MISSING = 8;
  private static final Pattern MISSING = Pattern.compile("parameter \"([^\"]+)\" is missing");

  /** What only the scripts of pages send, to a page that has no form for it. */
  private static final Map<String, List<String>> OF_SCRIPTS =
      Map.of(
          "/align/move",
          List.of(
              "bead", "move", "last", "other", "side", "source", "source-offset", "target", "type"),
          "/align/rows",
          List.of("from", "to"),
          "/align/bead",
          List.of("bead"),
          "/align/looks",
          List.of(),
          "/align/undo",
          List.of("bead"),
          "/align/redo",
          List.of("bead"));

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

  /** What pages are asked for with: others do not mind. */
  private static final Map<String, String> GIVEN =
      Map.of("document", SampleArticle.DOCUMENT, "pattern", "the", "with", "The");

  private final Map<String, TreeSet<String>> names = new TreeMap<>();
  private final Map<String, List<String>> values = new TreeMap<>();
  private final Map<String, Set<String>> pages = new TreeMap<>();
  private final Map<String, List<Map<String, String>>> submissions = new TreeMap<>();

  PageFields() {
    OF_SCRIPTS.forEach((path, sent) -> sent.forEach(name -> name(path, name)));
    for (String move :
        List.of(
            "confirm",
            "confirm-sure",
            "link",
            "merge",
            "realign",
            "release",
            "shift-down",
            "shift-rest",
            "shift-up",
            "split",
            "swap",
            "type",
            "unlink")) {
      value("move", move);
    }
    List.of("source", "target").forEach(side -> value("side", side));
    List.of("paragraph", "heading", "furniture").forEach(type -> value("type", type));
    for (String numbered : List.of("bead", "last", "other", "source", "target", "from", "to")) {
      List.of("0", "1", "2", "5").forEach(number -> value(numbered, number));
    }
  }

  /** The names of the fields that a path takes; empty if none are known. */
  List<String> names(String path) {
    return List.copyOf(names.getOrDefault(path, new TreeSet<>()));
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** Values that a field has somewhere; the last one is the newest. */
  List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  private void name(String path, String name) {
    names.computeIfAbsent(path, key -> new TreeSet<>()).add(name);
  }

  private void value(String name, String value) {
    addNewest(value, values.computeIfAbsent(name, key -> new ArrayList<>()));
  }

  private static <T> void addNewest(T one, List<T> all) {
    all.remove(one);
    all.add(one);
    if (all.size() > MAX_VALUES) {
      all.remove(0);
    }
  }

  void read(WorkbenchClient client) throws Exception {
    for (Map<String, String> given : List.of(Map.<String, String>of(), GIVEN)) {
      for (Route route : client.routes()) {
        if (route.method().equals("GET") && !route.path().startsWith("/static/")) {
          read(client, route.path(), given);
        }
      }
    }
  }

  private void read(WorkbenchClient client, String path, Map<String, String> with)
      throws Exception {
    Map<String, String> given = new LinkedHashMap<>(with);
    for (int i = 0; i < MAX_MISSING; i++) {
      String address = path + "?" + encoded(given);
      String body = client.get(address).body();
      if (!addMissing(path, body, given)) {
        learn(address, body);
        return;
      }
    }
  }

  List<String> pages(String path) {
    return List.copyOf(pages.getOrDefault(path, Set.of()));
  }

  /** Loads a page, so that its forms are those of now. */
  void load(WorkbenchClient client, String page) throws Exception {
    learn(page, client.get(page).body());
  }

  /** Asks what a change takes, wherever it takes it; what it takes is changed. */
  void ask(WorkbenchClient client, String path) throws Exception {
    Map<String, String> given = new LinkedHashMap<>();
    boolean missing = true;
    for (int i = 0; i < MAX_MISSING && missing; i++) {
      List<String> form = new ArrayList<>();
      given.forEach((name, value) -> form.addAll(List.of(name, value)));
      String address = path + "?" + encoded(given);
      String body = client.post(address, form.toArray(String[]::new)).body();
      missing = addMissing(path, body, given);
    }
  }

  /** Adds the field that an answer misses, with its newest value; false if it misses none. */
  private boolean addMissing(String path, String body, Map<String, String> given) {
    Matcher missing = MISSING.matcher(body);
    boolean isMissing = missing.find();
    if (isMissing) {
      String name = missing.group(1);
      name(path, name);
      given.put(
          name,
          values(name).stream().filter(value -> !value.isBlank()).reduce((a, b) -> b).orElse("x"));
    }
    return isMissing;
  }

  /** Fields as a query or a form has them, whatever their names. */
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void learn(String address, String body) throws IOException {
    Document page = Jsoup.parse(body);
    for (Element one : page.select("[href], [action], [hx-get], [hx-post]")) {
      for (String attribute : List.of("href", "action", "hx-get", "hx-post")) {
        String to = one.attr(attribute);
        if (to.startsWith("/") && !to.startsWith("/static/")) {
          submit(page, one, to, address);
        }
      }
    }
    for (Element align : page.select("#align[data-state]")) {
      for (Map.Entry<String, List<String>> script : OF_SCRIPTS.entrySet()) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("document", align.attr("data-document"));
        sent.put("state", align.attr("data-state"));
        remember(script.getKey(), sent, address);
      }
    }
  }

  /** What a browser sends when this element is used. */
  private void submit(Document page, Element one, String address, String from) throws IOException {
    Map<String, String> sent = new LinkedHashMap<>();
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    for (String pair : mark < 0 ? new String[0] : address.substring(mark + 1).split("&")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        String value = pair.substring(sign + 1);
        sent.put(pair.substring(0, sign), URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    String included = one.attr("hx-include");
    if (included.equals("closest form") && one.closest("form") != null) {
      put(Objects.requireNonNull(one.closest("form")), sent);
    } else if (included.startsWith("#")) {
      page.select(included).forEach(form -> put(form, sent));
    }
    put(one, sent);
    if (one.hasAttr("hx-vals")) {
      sent.putAll(MAPPER.readValue(one.attr("hx-vals"), PAIRS));
    }
    if (!sent.isEmpty()) {
      remember(path, sent, from);
    }
  }

  private void put(Element form, Map<String, String> sent) {
    for (Element field : form.select("[name]")) {
      String name = field.attr("name");
      List<Element> options = field.select("option");
      options.forEach(option -> value(name, option.val()));
      sent.put(name, options.isEmpty() ? field.val() : options.get(0).val());
    }
  }

  private void remember(String path, Map<String, String> sent, String page) {
    pages.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(page);
    addNewest(sent, submissions.computeIfAbsent(path, key -> new ArrayList<>()));
    sent.forEach(
        (name, value) -> {
          name(path, name);
          value(name, value);
        });
  }

  /** What the pages would send to a path: the newest ones, the newest last. */
  List<Map<String, String>> submissions(String path, int max) {
    List<Map<String, String>> all = submissions.getOrDefault(path, List.of());
    return List.copyOf(all.subList(Math.max(0, all.size() - max), all.size()));
  }
}
