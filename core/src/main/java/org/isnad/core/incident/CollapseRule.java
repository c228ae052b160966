package org.isnad.core.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.isnad.core.report.Toll;

/** The built-in ways to bring differing values down to one. */
public enum CollapseRule implements Collapse {
  /** Most independent chains, or what says more inside it; then the latest. */
  BEST_SUPPORTED(
      "the value with most independent chains among those not taken back, or a finer one inside it"
          + " that has a third of its support; of equals the latest"),
  /** The most conservative figure. */
  ACLED(
      "the lowest figure reported (ACLED codebook: the most conservative estimate); other values as"
          + " best-supported"),
  /** The lowest figure. */
  UCDP_LOW("the lowest figure reported (UCDP GED codebook: low estimate)"),
  /** The most reliable figure. */
  UCDP_BEST("the best supported figure (UCDP GED codebook: best estimate)"),
  /** The highest figure. */
  UCDP_HIGH("the highest figure reported (UCDP GED codebook: high estimate)"),
  /** The figure of the majority, else the lowest. */
  GTD(
      "the figure of the majority of independent sources, else the lowest (GTD codebook); competing"
          + " claims of responsibility are all kept");

  /**
   * A finer value stands for a wider one where it has a third of its support: one of three who go
   * into detail. Fewer can be a misreading or another site.
   */
  private static final int FINER_SHARE = 3;

  private static final String SAYS_MORE = ", and says more than what others say with it";

  private final String description;

  CollapseRule(String description) {
    this.description = description;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public <T> Optional<Choice<T>> value(Reported<T> reported) {
    return bestSupported(reported, standing(reported));
  }

  @Override
  public Optional<Choice<Toll>> toll(Reported<Toll> reported) {
    return switch (this) {
      case BEST_SUPPORTED, UCDP_BEST -> bestSupported(reported, numbers(reported));
      case ACLED, UCDP_LOW ->
          extreme(reported, Comparator.comparing(IncidentBuilder::low), "lowest");
      case UCDP_HIGH ->
          extreme(reported, Comparator.comparing(CollapseRule::atLeastHigh).reversed(), "highest");
      case GTD -> majority(reported);
    };
  }

  /**
   * Starts from the claim with most support and goes on to finer ones, as long as they have a good
   * share of it: ten who say "in the city" do not outvote four who say where in it.
   */
  private <T> Optional<Choice<T>> bestSupported(Reported<T> reported, List<Integer> among) {
    return among.stream()
        .max(bySupport(reported))
        .map(
            most -> {
              int best = finest(reported, among, most);
              String support = support(reported.claims().get(best));
              return choice(reported, best, best == most ? support : support + SAYS_MORE);
            });
  }

  private static <T> int finest(Reported<T> reported, List<Integer> among, int position) {
    return finer(reported, among, position)
        .map(finer -> finest(reported, among, finer))
        .orElse(position);
  }

  private static <T> Optional<Integer> finer(
      Reported<T> reported, List<Integer> among, int position) {
    Claim<T> wide = reported.claims().get(position);
    return among.stream()
        .filter(
            i ->
                Fineness.isFiner(reported.claims().get(i).value(), wide.value())
                    && reported.claims().get(i).independentChains() * FINER_SHARE
                        >= wide.independentChains())
        .max(bySupport(reported));
  }

  private Optional<Choice<Toll>> majority(Reported<Toll> reported) {
    List<Integer> among = numbers(reported);
    int all = among.stream().mapToInt(i -> reported.claims().get(i).independentChains()).sum();
    Optional<Integer> most =
        among.stream()
            .filter(i -> 2 * reported.claims().get(i).independentChains() > all)
            .findFirst();
    return most.isPresent()
        ? most.map(i -> choice(reported, i, "given by the majority of independent sources"))
        : extreme(reported, Comparator.comparing(IncidentBuilder::low), "no majority; lowest");
  }

  private Optional<Choice<Toll>> extreme(
      Reported<Toll> reported, Comparator<Toll> order, String which) {
    List<Integer> among = numbers(reported);
    return among.stream()
        .min(Comparator.comparing((Integer i) -> reported.claims().get(i).value(), order))
        .map(i -> choice(reported, i, which + " of " + among.size()));
  }

  /** The most that is expressly said: an open top counts as its lower end. */
  private static int atLeastHigh(Toll toll) {
    int high = IncidentBuilder.high(toll);
    return high == Integer.MAX_VALUE ? IncidentBuilder.low(toll) : high;
  }

  /** Positions of the claims that no source has taken back. */
  private static <T> List<Integer> standing(Reported<T> reported) {
    TreeSet<Integer> withdrawn = reported.withdrawn();
    int size = reported.claims().size();
    boolean all = withdrawn.size() >= size;
    return IntStream.range(0, size).filter(i -> all || !withdrawn.contains(i)).boxed().toList();
  }

  /** The same, and "not known" only where nobody gives a number. */
  private static List<Integer> numbers(Reported<Toll> reported) {
    List<Integer> numbers =
        standing(reported).stream()
            .filter(i -> !(reported.claims().get(i).value() instanceof Toll.Unknown))
            .toList();
    return numbers.isEmpty() ? standing(reported) : numbers;
  }

  private static <T> Comparator<Integer> bySupport(Reported<T> reported) {
    return Comparator.comparingInt((Integer i) -> reported.claims().get(i).independentChains())
        .thenComparingInt(i -> i);
  }

  private static <T> String support(Claim<T> claim) {
    return claim.independentChains() == 1
        ? "1 independent chain"
        : claim.independentChains() + " independent chains";
  }

  private <T> Choice<T> choice(Reported<T> reported, int i, String reason) {
    return new Choice<>(reported.claims().get(i).value(), id(), reason, List.of(i));
  }
}
