package io.jenkins.plugins.aiimage.jenkins.flight;

import hudson.Extension;
import hudson.ExtensionList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who builds what at this moment, on the whole controller: each content once. */
@Extension
public final class SingleFlight {
  private final Map<String, Leader> leaders = new HashMap<>();

  /** The one of this controller. */
  public static SingleFlight get() {
    return ExtensionList.lookupSingleton(SingleFlight.class);
  }

  /**
   * Makes the candidate the leader of a flight unless there is one.
   *
   * @param flight what is built, and where it can be seen
   * @return the other one who leads; empty if the candidate does
   */
  public synchronized Optional<Leader> lead(String flight, Leader candidate) {
    Leader leader = leaders.putIfAbsent(flight, candidate);
    return leader == null || leader.equals(candidate) ? Optional.empty() : Optional.of(leader);
  }

  /** The leader of a flight. */
  public synchronized Optional<Leader> leader(String flight) {
    return Optional.ofNullable(leaders.get(flight));
  }

  /** Ends a flight; nothing happens if somebody else leads it. */
  public synchronized void end(String flight, Leader leader) {
    leaders.remove(flight, leader);
  }
}
