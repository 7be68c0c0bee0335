package ballast.language;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Irregular English forms: "said" of "say", "children" of "child". */
public final class IrregularForms {

  /** One line per word: the word, then its forms. */
  private static final String FORMS =
      """
      arise arose arisen
      awake awoke awoken
      be am is are was were been being
      bear bore borne
      beat beaten
      become became
      begin began begun
      bend bent
      bind bound
      bite bitten
      bleed bled
      blow blew blown
      break broke broken
      breed bred
      bring brought
      build built
      burn burnt
      buy bought
      catch caught
      choose chose chosen
      cling clung
      come came
      creep crept
      deal dealt
      dig dug
      do does did done
      draw drew drawn
      dream dreamt
      drink drank drunk
      drive drove driven
      eat ate eaten
      fall fell fallen
      feed fed
      feel felt
      fight fought
      find found
      flee fled
      fling flung
      fly flew flown flies
      forbid forbade forbidden
      forget forgot forgotten
      forgive forgave forgiven
      freeze froze frozen
      get got gotten
      give gave given
      go goes went gone
      grow grew grown
      hang hung
      have has had
      hear heard
      hide hid hidden
      hold held
      keep kept
      kneel knelt
      know knew known
      lay laid
      lead led
      lean leant
      leap leapt
      learn learnt
      leave left
      lend lent
      light lit
      lose lost
      make made
      mean meant
      meet met
      mistake mistook mistaken
      overcome overcame
      overtake overtook overtaken
      pay paid
      prove proven
      ride rode ridden
      ring rang rung
      rise rose risen
      run ran
      say said
      see saw seen
      seek sought
      sell sold
      send sent
      sew sewn
      shake shook shaken
      shine shone
      shoot shot
      show shown
      shrink shrank shrunk
      sing sang sung
      sink sank sunk
      sit sat
      sleep slept
      slide slid
      sow sown
      speak spoke spoken
      speed sped
      spend spent
      spin spun
      spring sprang sprung
      stand stood
      steal stole stolen
      stick stuck
      sting stung
      strike struck stricken
      strive strove striven
      swear swore sworn
      sweep swept
      swell swollen
      swim swam swum
      swing swung
      take took taken
      teach taught
      tear tore torn
      tell told
      think thought
      throw threw thrown
      tread trod trodden
      undergo underwent undergone
      understand understood
      undertake undertook undertaken
      undo undid undone
      uphold upheld
      wake woke woken
      wear wore worn
      weave wove woven
      weep wept
      win won
      withdraw withdrew withdrawn
      withhold withheld
      withstand withstood
      write wrote written
      bad worse worst
      far farther farthest further furthest
      good better best
      analysis analyses
      basis bases
      calf calves
      child children
      crisis crises
      criterion criteria
      die died dies dying
      foot feet
      goose geese
      half halves
      hypothesis hypotheses
      knife knives
      leaf leaves
      life lives
      lie lied lies lying
      loaf loaves
      man men
      mouse mice
      ox oxen
      phenomenon phenomena
      self selves
      shelf shelves
      thesis theses
      thief thieves
      tie tied ties tying
      tooth teeth
      wife wives
      wolf wolves
      woman women
      can could
      may might
      shall should
      will would
      a an
      """;

  private static final Map<String, String> WORDS = words();

  private IrregularForms() {}

  /** Returns the base word of {@code form}, in lower case; {@code form} if it is regular. */
  public static String word(String form) {
    return WORDS.getOrDefault(form, form);
  }

  /** Returns the forms of a word, in the order of the table; empty if it is regular. */
  static List<String> forms(String word) {
    for (String line : FORMS.split("\n")) {
      List<String> all = List.of(line.split(" "));
      if (all.get(0).equals(word)) {
        return all.subList(1, all.size());
      }
    }
    return List.of();
  }

  private static Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    for (String line : FORMS.split("\n")) {
      String[] forms = line.split(" ");
      for (int i = 1; i < forms.length; i++) {
        words.put(forms[i], forms[0]);
      }
    }
    return Map.copyOf(words);
  }
}
