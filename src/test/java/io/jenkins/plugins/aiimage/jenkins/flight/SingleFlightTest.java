package io.jenkins.plugins.aiimage.jenkins.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private final SingleFlight flights = new SingleFlight();
  private final Leader first = new Leader("a#1", "1");
  private final Leader second = new Leader("b#7", "2");

  @Test
  void shouldLetTheFirstLeadAndTellTheOthersWhoDoes() {
    assertEquals(Optional.empty(), flights.lead("key", first));
    assertEquals(Optional.of(first), flights.lead("key", second));
    assertEquals(Optional.of(first), flights.leader("key"));
  }

  @Test
  void shouldKnowItsLeaderAgainAfterARestart() {
    flights.lead("key", first);

    assertEquals(Optional.empty(), flights.lead("key", new Leader("a#1", "1")));
  }

  @Test
  void shouldLetTheNextLeadWhenTheLeaderIsDone() {
    flights.lead("key", first);

    flights.end("key", first);

    assertEquals(Optional.empty(), flights.lead("key", second));
  }

  @Test
  void shouldNotBeEndedByWhoDoesNotLead() {
    flights.lead("key", first);

    flights.end("key", second);

    assertEquals(Optional.of(first), flights.leader("key"));
  }

  @Test
  void shouldKeepDifferentContentsApart() {
    flights.lead("key", first);

    assertEquals(Optional.empty(), flights.lead("other", second));
  }
}
