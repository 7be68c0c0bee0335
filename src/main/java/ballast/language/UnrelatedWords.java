package ballast.language;

import java.util.HashSet;
import java.util.Set;

/**
 * Pairs of English words that look derived from each other but have different meanings for a
 * translator: contract and contraction, economic and economical.
 */
final class UnrelatedWords {

  /** One line per word: the word, then its unrelated words. */
  private static final String WORDS =
      """
      productive productivity product production produce
      product production
      economic economical
      economy economical
      official officially office
      active activity
      real reality really
      formal form formality
      normal norm normality
      general generality generally
      final fine finality finally
      vital vitality
      local locality
      hospital hospitality
      public publicity
      enormous enormity
      national nationality
      personal person personality
      special specialty speciality
      proper property
      royal royalty
      novel novelty
      casual casualty
      penal penalty
      seven seventy
      nine ninety
      busy business
      like likeness likely
      govern government
      apart apartment
      depart department
      state statement static station
      base basement
      pave pavement
      move movement
      compart compartment
      ration rational
      office official
      memory memorial
      editor editorial
      part partial party partly
      differ difference differential
      intellect intellectual
      grade gradual
      event eventual eventually
      sign signal
      globe global
      digit digital
      add additional
      addition additional
      critic critical
      historic historical
      medic medical
      mechanic mechanical
      topic topical
      clinic clinical
      physic physical
      classic classical class
      graph graphic
      specify specific
      meter metric
      electron electronic
      organ organic
      poet poetic
      artist artistic
      nerve nervous
      hard hardly
      late lately
      near nearly
      short shortly
      high highly
      most mostly
      main mainly
      large largely
      fair fairly
      bare barely
      present presently presentation
      time timely
      order orderly
      cost costly
      live lively
      friend friendly
      love lovely
      name namely
      secret secretary
      document documentary documentation
      element elementary
      diction dictionary
      mission missionary miss
      station stationary stat
      grate grateful
      port portion portable
      value valuable
      consider considerable consideration
      force forcible
      form formation formative
      reform reformation
      inform information
      contract contraction
      project projection
      object objection objective
      subject subjection subjective
      section sect
      faction fact
      traction tract
      affect affection
      convict conviction
      quest question
      form former
      fact factor
      sect sector
      late later
      lower low
      close closer
      tend tender
      count counter
      product producer
      great greater
      long longer
      found foundation
      converse conversation
      sense sensation
      plant plantation
      note notation notable
      edit edition
      process procession
      success succession successive
      recess recession
      commit commission
      pass passion
      pension pens
      verse version
      verdict version
      revolve revolution
      contain contention
      attain attention
      convene convention
      vacate vacation
      direct directive
      direction directive
      destine destination
      design designation
      effect effective
      relate relative
      relation relative
      detect detective
      detection detective
      execute executive
      execution executive
      collect collective
      collection collective
      respect respective
      create creative
      creation creative
      operation operative
      represent representative
      representation representative
      initiate initiative
      initiation initiative
      alternate alternative
      alternation alternative
      position positive
      conserve conservative
      conservation conservative
      preserve preservative
      preservation preservative
      comprehend comprehensive
      comprehension comprehensive
      extend extensive
      extension extensive
      expense expensive expend
      mass massive
      construct constructive
      construction constructive
      prospect prospective
      explosion explosive
      appliance apply
      ordinance ordain
      sent sentence
      confer conference
      import important importance
      account accountant
      consult consultant
      assist assistant
      attend attendant
      defend defendant
      inform informant
      protest protestant
      descend descendant
      preside president
      reside resident
      confide confident confidence
      compete competent competence competency
      consist consistent consistency
      respond respondent
      correspond correspondent
      license licend
      tense tend
      agent agency
      even evenly
      last lastly
      past passion
      pass passive
      diverse diversion
      martial mart
      colonial colon
      factor factory factorial
      factory factorial
      exceed exception
      special spec
      intern international internal
      animal anime
      miner mineral
      mater material
      several sever severe
      roman romantic
      diploma diplomatic
      suit suitable suite
      suite suitable
      virtue virtual
      arch archive archival
      commune communal communicate
      forge forgive
      hand handful
      content contention
      access accession
      converse conversion
      confident confidential
      reply replication
      comply complication
      imply implication
      provide provision provisional
      multiple multiplication
      multiply multiple
      second secondary
      public publication
      format formation
      direct direction
      party partial
      account accountable accountability
      incident incidental incidentally
      probe probable probability
      remark remarkable
      ignore ignorance
      presence press
      post position
      reality realize
      current currency
      """;

  private static final Set<String> PAIRS = read();

  private UnrelatedWords() {}

  private static Set<String> read() {
    Set<String> pairs = new HashSet<>();
    for (String line : WORDS.split("\n")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        pairs.add(key(words[0], words[i]));
      }
    }
    return Set.copyOf(pairs);
  }

  /** Returns whether two words, in any order, are unrelated despite their endings. */
  static boolean are(String one, String other) {
    return PAIRS.contains(key(one, other));
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
  }
}
