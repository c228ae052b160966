package org.isnad.core.dating;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What ties an article's own day to the calendar (codebook section 10): words that count from that
 * day beside a date that stands by itself ("yesterday, 25 August 2018", "this year, 2020", "ten
 * years ago, in 2011"), or beside an event whose day is known ("two months after the coup", "the
 * campaign entered its fifth week").
 */
final class Anchors {

  /** Most tokens between two expressions that name one time: a comma, a preposition, "that is". */
  private static final int BESIDE = 2;

  /**
   * How far behind "seven years have passed since" the year stands: the event's name is between.
   */
  private static final int NAMED_WITHIN = 12;

  /** How far a dated event can stand from the words that count from it. */
  private static final int EVENT_WITHIN = 8;

  /** How many tokens of a first line can stand before its date. */
  private static final int DATELINE = 6;

  /** Days by which "for the first anniversary" is written before and after the day itself. */
  private static final int BEFORE_ANNIVERSARY = 7;

  private static final int AFTER_ANNIVERSARY = 31;

  /** Lists of words that open what counts from an event. */
  private static final ListFilter COUNTED =
      ListFilter.of("time-units", "time-prepositions", "anniversary-words");

  private final AnalyzedArticle article;
  private final AnalyzedText text;
  private final List<TimeExpression> times = new ArrayList<>();
  private final List<Constraint> found = new ArrayList<>();

  private Anchors(AnalyzedArticle article, List<TimeExpression> times) {
    this.article = article;
    this.text = article.body();
    times.stream().filter(time -> !article.isFurniture(time.span())).forEach(this.times::add);
  }

  /** The constraints in text order of what they count from. */
  static List<Constraint> of(AnalyzedArticle article, List<TimeExpression> times) {
    Anchors anchors = new Anchors(article, times);
    anchors.read();
    return anchors.found;
  }

  private void read() {
    for (int i = 0; i < times.size(); i++) {
      TimeExpression next = i + 1 < times.size() ? times.get(i + 1) : null;
      read(times.get(i), next);
      if (i > 0) {
        behindYear(times.get(i - 1), times.get(i));
      }
    }
    if (DatedEvent.isNamedIn(text)) {
      countFromEvents();
    }
  }

  private void countFromEvents() {
    for (Token token : text.tokens()) {
      if (token.mayBe(COUNTED)) {
        ordinalPeriod(token);
        after(token);
        anniversary(token);
      }
    }
  }

  private void read(TimeExpression time, @Nullable TimeExpression next) {
    TimeValue value = start(time.value());
    TimeExpression beside = next != null && isBeside(time, next) ? next : null;
    switch (value) {
      case TimeValue.Day day when beside != null -> day(time, day, beside);
      case TimeValue.Date date when date.year() != null -> dateline(time, date);
      case TimeValue.Date date -> ofEvent(time, date.month(), behindLast(time));
      case TimeValue.Relative relative -> relative(time, relative, beside);
      case TimeValue.InYear inYear -> inYear(time, inYear);
      case TimeValue.Month month when month.year() == null ->
          ofEvent(time, month.month(), month.reference());
      case TimeValue.Shift shift when !shift.future() -> shift(time, shift, next);
      case TimeValue.Year year when beside != null -> upToNow(time, year, beside);
      default -> {
        // ties nothing
      }
    }
  }

  private static TimeValue start(TimeValue value) {
    return value instanceof TimeValue.Since since ? since.start() : value;
  }

  private boolean isBeside(TimeExpression time, TimeExpression next) {
    int gap = next.tokens().first() - time.tokens().end();
    boolean same = gap >= 0 && gap <= BESIDE && !isJoined(text.token(next.tokens().first()));
    for (int i = time.tokens().end(); same && i < next.tokens().first(); i++) {
      same = text.token(i).isPunctuation() || text.token(i).is("time-words", "that-is");
    }
    return same && text.sentenceOf(time.tokens().first()).end() > next.tokens().first();
  }

  private static boolean isJoined(Token token) {
    return token.labels().stream().anyMatch(l -> l.clitics().has("w"));
  }

  // ---- beside a date

  /** "أمس، السبت 25 آب 2018". */
  private void day(TimeExpression time, TimeValue.Day day, TimeExpression beside) {
    LocalDate stated = day(beside.value());
    if (stated != null) {
      add(
          DateWindow.on(stated.minusDays(day.offset())),
          time,
          "calls " + stated + " day " + day.offset());
    }
  }

  private static @Nullable LocalDate day(TimeValue value) {
    boolean full = value instanceof TimeValue.Date date && date.year() != null;
    return full ? TimeResolver.resolve(value, LocalDate.EPOCH).window().earliest() : null;
  }

  /** "بغداد في 14 آذار 2017 - ": the day stands before the first words of the news. */
  private void dateline(TimeExpression time, TimeValue.Date date) {
    LocalDate stated = day(date);
    int behind = time.tokens().end();
    boolean opens =
        time.tokens().first() <= DATELINE && text.sentenceOf(time.tokens().first()).first() == 0;
    if (opens && stated != null && isSeparated(behind)) {
      String reason = DateEvidence.HEADER + stated;
      found.add(
          new Constraint(
              DateWindow.on(stated), Set.of(), time.span(), reason, false, time.derivation()));
    }
  }

  /** Whether a dash or bar stands here, or behind a word in brackets. */
  private boolean isSeparated(int at) {
    int i = at;
    if (i < text.size() && text.token(i).norm().equals("(")) {
      while (i < Math.min(text.size() - 1, at + 5) && !text.token(i).norm().equals(")")) {
        i++;
      }
      i++;
    }
    return i < text.size()
        && (text.token(i).is("marks", "dash") || text.token(i).norm().equals("|"));
  }

  /** "العام الماضي 2015", "الشهر الماضي، تشرين الثاني 2017", "هذا العام 2016". */
  private void relative(
      TimeExpression time, TimeValue.Relative relative, @Nullable TimeExpression beside) {
    int offset = offset(relative.reference());
    if (relative.unit() == Unit.YEAR) {
      DateWindow year = yearBehind(time.tokens().end());
      year = year == null && beside != null ? yearOf(beside.value()) : year;
      if (year != null) {
        add(moved(year, -offset, ChronoUnit.YEARS), time, "counts its year from " + year);
      }
      return;
    }
    DateWindow stated = beside == null ? null : absolute(beside.value());
    LocalDate from = stated == null ? null : stated.earliest();
    LocalDate to = stated == null ? null : stated.latest();
    if (from == null || to == null) {
      return;
    }
    if (relative.unit() == Unit.MONTH) {
      YearMonth month = YearMonth.from(from).minusMonths(offset);
      add(
          new DateWindow(month.atDay(1), month.atEndOfMonth()),
          time,
          "counts its month from " + from);
    } else if (relative.unit() == Unit.WEEK && from.plusDays(7).isAfter(to)) {
      DateWindow week = new DateWindow(from, from.plusDays(6));
      add(moved(week, -offset, ChronoUnit.WEEKS), time, "counts its week from " + from);
    }
  }

  private static int offset(Reference reference) {
    return switch (reference) {
      case NEAREST, THIS -> 0;
      case LAST -> -1;
      case NEXT -> 1;
      case BEFORE_LAST -> -2;
      case AFTER_NEXT -> 2;
    };
  }

  /** "27 شباط من هذا العام 2016"; without the number the year of a dated event named before. */
  private void inYear(TimeExpression time, TimeValue.InYear inYear) {
    DateWindow year = yearBehind(time.tokens().end());
    DatedEvent event = year == null ? eventNear(time, monthOf(inYear.time())) : null;
    if (event != null) {
      year = year(event.from().getYear());
    }
    LocalDate first = year == null ? null : year.earliest();
    if (year == null || first == null) {
      return;
    }
    DateWindow own = moved(year, -offset(inYear.year()), ChronoUnit.YEARS);
    LocalDate told =
        TimeResolver.resolve(inYear.time(), first.plusYears(1).minusDays(1)).window().earliest();
    boolean later = inYear.year() == Reference.THIS && told != null && told.isAfter(first);
    add(
        later ? new DateWindow(told, own.latest()) : own,
        time,
        "counts its year from " + first.getYear());
  }

  private static int monthOf(TimeValue value) {
    return switch (value) {
      case TimeValue.Month month -> month.month();
      case TimeValue.Date date -> date.month() == null ? 0 : date.month();
      default -> 0;
    };
  }

  /** "منذ بداية 2022 وحتى أمس": the year that is told up to now is the article's. */
  private void upToNow(TimeExpression time, TimeValue.Year year, TimeExpression now) {
    TimeValue end = now.value() instanceof TimeValue.Until until ? until.end() : now.value();
    boolean since = time.value() instanceof TimeValue.Since;
    if (since && end instanceof TimeValue.Day day && day.offset() <= 0) {
      DateWindow window = year(year.year());
      add(
          new DateWindow(window.earliest(), window.latest()),
          time,
          "tells " + year.year() + " up to now");
    }
  }

  /** A year in digits right behind, with a comma or the word for it before; Islamic ones too. */
  private @Nullable DateWindow yearBehind(int at) {
    for (int i = at; i < Math.min(text.size(), at + BESIDE + 1); i++) {
      Token token = text.token(i);
      if (token.isNumber()) {
        return yearOf(token.norm());
      }
      if (!token.isPunctuation() && !token.is("time-words")) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable DateWindow yearOf(String digits) {
    boolean four = digits.length() == 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = four ? Integer.parseInt(digits) : 0;
    if (number >= 1990 && number < 2100) {
      return year(number);
    }
    if (number >= 1400 && number < 1500) {
      LocalDate first = LocalDate.from(HijrahChronology.INSTANCE.date(number, 1, 1));
      LocalDate next = LocalDate.from(HijrahChronology.INSTANCE.date(number + 1, 1, 1));
      return new DateWindow(first, next.minusDays(1));
    }
    return null;
  }

  private static @Nullable DateWindow yearOf(TimeValue value) {
    DateWindow window = absolute(value);
    LocalDate from = window == null ? null : window.earliest();
    return from == null ? null : year(from.getYear());
  }

  private static DateWindow year(int year) {
    return new DateWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** The days of a value that needs no clock, or null. */
  static @Nullable DateWindow absolute(TimeValue value) {
    boolean open =
        switch (value) {
          case TimeValue.Until u -> true;
          case TimeValue.Before b -> true;
          case TimeValue.After a -> true;
          case TimeValue.Rest r -> true;
          case TimeValue.SoFar s -> true;
          default -> false;
        };
    if (open) {
      return null;
    }
    DateWindow one = TimeResolver.resolve(value, LocalDate.EPOCH).window();
    DateWindow two = TimeResolver.resolve(value, LocalDate.EPOCH.plusDays(25_003)).window();
    return one.equals(two) && one.earliest() != null ? one : null;
  }

  // ---- so long after something dated

  /** "قبل عشر سنوات، في ربيع 2011", "مرت سبع سنوات على … عام 2011", "… قبل شهرين". */
  private void shift(TimeExpression time, TimeValue.Shift shift, @Nullable TimeExpression next) {
    Integer least = shift.amount().min();
    boolean exact = least != null && least.equals(shift.amount().max());
    ChronoUnit unit = unit(shift.unit());
    if (!exact || least == null || unit == null) {
      return;
    }
    boolean passed =
        text.token(time.tokens().first()).is("time-words", "passed")
            || text.token(time.tokens().end() - 1).is("time-words", "passed");
    if (next != null && unit == ChronoUnit.YEARS && counts(time, next, passed)) {
      DateWindow year = yearOf(next.value());
      if (year != null) {
        add(moved(year, least, unit), time, "counts " + least + " years from " + year.earliest());
        return;
      }
    }
    DatedEvent event =
        passed ? eventBehind(time.tokens().end()) : eventBefore(time.tokens().first());
    if (event != null) {
      LocalDate then = event.from().plus(least, unit);
      int slack = passed && unit == ChronoUnit.YEARS ? AFTER_ANNIVERSARY : slack(unit);
      DateWindow window = new DateWindow(then.minusDays(slack), then.plusDays(slack));
      add(window, time, "counts from: " + event.what());
    }
  }

  /** "في 2018، أي قبل سنتين". */
  private void behindYear(TimeExpression stated, TimeExpression time) {
    if (!(time.value() instanceof TimeValue.Shift shift) || shift.unit() != Unit.YEAR) {
      return;
    }
    Integer years = shift.amount().min();
    boolean exact = years != null && years.equals(shift.amount().max()) && !shift.future();
    DateWindow year = exact && isBeside(stated, time) ? yearOf(stated.value()) : null;
    if (year != null && years != null) {
      String reason = "counts " + years + " years from " + year.earliest();
      add(moved(year, years, ChronoUnit.YEARS), time, reason);
    }
  }

  private boolean counts(TimeExpression time, TimeExpression next, boolean passed) {
    int gap = next.tokens().first() - time.tokens().end();
    boolean same = text.sentenceOf(time.tokens().first()).end() > next.tokens().first();
    return same && gap >= 0 && gap <= (passed ? NAMED_WITHIN : BESIDE);
  }

  private static @Nullable ChronoUnit unit(Unit unit) {
    return switch (unit) {
      case DAY -> ChronoUnit.DAYS;
      case WEEK -> ChronoUnit.WEEKS;
      case MONTH -> ChronoUnit.MONTHS;
      case YEAR -> ChronoUnit.YEARS;
      default -> null;
    };
  }

  /** How many days a rounded number of such units can be off. */
  private static int slack(ChronoUnit unit) {
    return switch (unit) {
      case DAYS -> 2;
      case WEEKS -> 7;
      case MONTHS -> 31;
      default -> 200;
    };
  }

  // ---- beside an event whose day is known

  /** "… في أيلول الماضي", "… مطلع آذار الجاري" behind an event of that month. */
  private void ofEvent(
      TimeExpression time, @Nullable Integer month, @Nullable Reference reference) {
    boolean tied = reference == Reference.LAST || reference == Reference.THIS;
    DatedEvent event = tied && month != null ? eventNear(time, month) : null;
    if (event == null) {
      return;
    }
    YearMonth own = YearMonth.from(event.from());
    DateWindow window =
        reference == Reference.THIS
            ? new DateWindow(event.from(), own.atEndOfMonth())
            : new DateWindow(event.from(), own.plusYears(1).atEndOfMonth());
    add(window, time, "calls it of " + own + ": " + event.what());
  }

  /** "هجوم السابع من أكتوبر الماضي": the date itself is called the last. */
  private @Nullable Reference behindLast(TimeExpression time) {
    int last = time.tokens().end() - 1;
    boolean inside = text.token(last).is("last-words");
    boolean behind = last + 1 < text.size() && text.token(last + 1).is("last-words");
    return inside || behind ? Reference.LAST : null;
  }

  /** A dated event of this month in the same sentence, before the expression or around it. */
  private @Nullable DatedEvent eventNear(TimeExpression time, int month) {
    Sentence sentence = text.sentenceOf(time.tokens().first());
    int from = Math.max(sentence.first(), time.tokens().first() - EVENT_WITHIN - 2);
    for (int i = time.tokens().first(); i >= from; i--) {
      DatedEvent event = event(i);
      if (event != null && event.from().getMonthValue() == month) {
        return event;
      }
    }
    return null;
  }

  private @Nullable DatedEvent eventBefore(int end) {
    Sentence sentence = text.sentenceOf(Math.max(0, end - 1));
    for (int i = end - 1; i >= Math.max(sentence.first(), end - EVENT_WITHIN); i--) {
      DatedEvent event = event(i);
      if (event != null && end - event.label().end() <= 3) {
        return event;
      }
    }
    return null;
  }

  private @Nullable DatedEvent eventBehind(int at) {
    int limit = at < text.size() ? text.sentenceOf(at).end() : at;
    for (int i = at; i < Math.min(limit, at + EVENT_WITHIN); i++) {
      DatedEvent event = event(i);
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  private @Nullable DatedEvent event(int at) {
    DatedEvent event = DatedEvent.at(text, at);
    return event == null || article.isFurniture(text.token(at).span()) ? null : event;
  }

  /** "بعد أسبوع على …", "بعد يومين من …", "بعد أيام من …". */
  private void after(Token token) {
    if (!token.is("time-prepositions", "after") || token.index() + 2 >= text.size()) {
      return;
    }
    int at = token.index() + 1;
    Label number = text.token(at).label("number-words");
    int counted = number == null && !text.token(at).isNumber() ? at : at + 1;
    Label period = text.token(counted).label("time-units");
    ChronoUnit unit = period == null ? null : unit(period);
    DatedEvent event = unit == null || period == null ? null : eventBehind(period.end());
    if (period == null || unit == null || event == null || period.clitics().isDefinite()) {
      return;
    }
    boolean near = event.label().first() - period.end() <= AFTER_WITHIN;
    Long amount = amount(text.token(at), number, period, counted == at);
    LocalDate then = amount == null ? event.from() : event.from().plus(amount, unit);
    LocalDate latest =
        amount == null
            ? event.from().plus(unit == ChronoUnit.DAYS ? 2 * FEW : FEW, unit)
            : then.plusDays(slack(unit) / 2 + 1);
    LocalDate first = amount == null ? then : then.minusDays(slack(unit) / 2);
    if (near) {
      Span span = text.span(token.index(), event.label().end());
      add(
          new DateWindow(first, latest),
          span,
          "comes so long after: " + event.what(),
          Derivation.byRule("dating/after"));
    }
  }

  /** Most tokens between "after a week" and the event: a preposition, its kind, its titles. */
  private static final int AFTER_WITHIN = 5;

  /** How many of its units "some days" or "some weeks" are at most before a larger unit is used. */
  private static final int FEW = 14;

  private static @Nullable Long amount(
      Token token, @Nullable Label number, Label period, boolean bare) {
    if (bare) {
      return switch (period.features().number()) {
        case DUAL -> 2L;
        case PLURAL -> null;
        default -> 1L;
      };
    }
    String value = number == null ? token.norm() : number.entry().attribute("value");
    boolean digits =
        !value.isEmpty() && value.length() < 4 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.valueOf(value) : null;
  }

  private static @Nullable ChronoUnit unit(Label period) {
    String unit = period.entry().attribute("unit").toUpperCase(Locale.ROOT);
    return unit(Unit.valueOf(unit));
  }

  /** "دخلت المعركة أسبوعها الخامس", "لليوم الرابع على التوالي". */
  private void ordinalPeriod(Token token) {
    Label period = token.label("time-units");
    int behind = period == null ? text.size() : period.end();
    Label ordinal = behind < text.size() ? text.token(behind).label("ordinals") : null;
    ChronoUnit unit = period == null ? null : unit(period);
    if (period == null || ordinal == null || unit == null) {
      return;
    }
    boolean running =
        period.clitics().hasPronoun() || period.clitics().has("l") && unit == ChronoUnit.DAYS;
    Sentence sentence = text.sentenceOf(token.index());
    DatedEvent event = running ? eventIn(sentence) : null;
    if (event != null) {
      int number = Integer.parseInt(ordinal.entry().attribute("value"));
      LocalDate from = event.from().plus(number - 1L, unit);
      DateWindow window =
          new DateWindow(
              from.minusDays(slack(unit) / 7), event.from().plus(number, unit).plusDays(1));
      add(
          window,
          text.span(token.index(), ordinal.end()),
          "counts " + period.entry().gloss() + " " + number + " of: " + event.what(),
          Derivation.byRule("dating/ordinal"));
    }
  }

  private @Nullable DatedEvent eventIn(Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      DatedEvent event = event(i);
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  /** "في الذكرى الأولى لمقتل …". */
  private void anniversary(Token token) {
    Label word = token.label("anniversary-words");
    if (word == null || word.end() >= text.size()) {
      return;
    }
    Label ordinal = text.token(word.end()).label("ordinals");
    DatedEvent event = ordinal == null ? null : eventBehind(ordinal.end());
    if (ordinal != null && event != null) {
      int number = Integer.parseInt(ordinal.entry().attribute("value"));
      LocalDate day = event.from().plusYears(number);
      DateWindow window =
          new DateWindow(day.minusDays(BEFORE_ANNIVERSARY), day.plusDays(AFTER_ANNIVERSARY));
      add(
          window,
          text.span(token.index(), ordinal.end()),
          "anniversary " + number + " of: " + event.what(),
          Derivation.byRule("dating/anniversary"));
    }
  }

  // ---- constraints

  private static DateWindow moved(DateWindow window, long amount, ChronoUnit unit) {
    LocalDate from = window.earliest();
    LocalDate to = window.latest();
    return new DateWindow(
        from == null ? null : from.plus(amount, unit), to == null ? null : to.plus(amount, unit));
  }

  private void add(DateWindow window, TimeExpression time, String reason) {
    add(window, time.span(), reason, time.derivation());
  }

  private void add(DateWindow window, Span span, String reason, Derivation derivation) {
    LocalDate only = window.isOneDay() ? window.earliest() : null;
    found.add(
        new Constraint(
            window,
            only == null ? Set.of() : Set.of(only.getDayOfWeek()),
            span,
            reason,
            false,
            derivation));
  }
}
