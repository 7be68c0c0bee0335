package ballast.workbench.overview;

import ballast.bitext.InputException;
import ballast.report.memory.FindingCountsHtml;
import ballast.report.memory.OverviewWords;
import ballast.report.page.Html;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Route;
import ballast.workbench.findings.Checked;
import ballast.workbench.findings.KeptCheck;
import ballast.workbench.findings.Row;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.check.FindingCounts;
import java.io.IOException;
import java.util.List;

/** Shows how many findings there are. The memory is checked when the reader asks for it. */
final class FindingRoutes {

  private static final String PATH = "/overview/findings";

  private final KeptCheck checking;

  FindingRoutes(KeptCheck checking) {
    this.checking = checking;
  }

  List<Route> routes() {
    return List.of(Route.page(PATH, this::part));
  }

  private Answer part(Call call) throws IOException {
    boolean starts = !call.query().text("check").isEmpty();
    return Shell.part(call, (html, words) -> write(html, words, starts));
  }

  /**
   * Writes what is known of them.
   *
   * @param starts whether the memory is checked if that has not been done
   */
  void write(Html html, Words words, boolean starts) throws IOException {
    OverviewWords said = words == Words.CHINESE ? OverviewWords.CHINESE : OverviewWords.ENGLISH;
    FindingCountsHtml counts = new FindingCountsHtml(html, said, new RoomLinks());
    html.add("<section id=\"findings\" aria-labelledby=\"overview-findings\" tabindex=\"-1\">\n");
    counts.writeHeading();
    try {
      KeptResult.State<Checked> state = starts ? checking.state() : checking.known();
      writeState(html, words, state);
      if (state.value().isDone()) {
        counts.write(counts(state.value()));
      }
    } catch (InputException e) {
      html.add("<p class=\"alert\">{}</p>\n", String.valueOf(e.getMessage()));
    }
    html.add("</section>\n");
  }

  private static FindingCounts counts(Checked checked) {
    return FindingCounts.of(checked.rows().stream().map(Row::finding).toList(), checked.terms());
  }

  private static void writeState(Html html, Words words, KeptResult.State<Checked> state)
      throws IOException {
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    if (state.running()) {
      html.add("<p class=\"soft\" id=\"checking\" hx-get=\"{}\"", PATH);
      html.add(" hx-trigger=\"load delay:500ms\" hx-target=\"#findings\" hx-swap=\"outerHTML\">");
      html.add("{}</p>\n", words.say("check.running", state.share()));
    } else if (!state.value().isDone()) {
      writeOffer(html, words, "overview.unchecked", "overview.check");
    } else if (state.outdated()) {
      writeOffer(html, words, "overview.outdated", "overview.check.again");
    }
  }

  private static void writeOffer(Html html, Words words, String why, String what)
      throws IOException {
    html.add("<p><span class=\"soft\">{}</span> ", words.say(why));
    html.add("<a class=\"button\" id=\"check-memory\" href=\"{}\"", Room.CHECK.path());
    html.add(" hx-get=\"{}?check=yes\" hx-target=\"#findings\" hx-swap=\"outerHTML\">", PATH);
    html.add("{}</a></p>\n", words.say(what));
  }
}
