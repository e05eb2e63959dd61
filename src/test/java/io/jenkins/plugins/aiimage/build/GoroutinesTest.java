package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoroutinesTest {
  /** As docker 20.10 answered to SIGQUIT in the middle of a RUN, shortened. */
  private static final String ANSWER =
      """
      SIGQUIT: quit
      PC=0x561e904a55e1 m=0 sigcode=0

      goroutine 0 [idle]:
      runtime.futex()
      \truntime/sys_linux_amd64.s:559 +0x21 fp=0x7ffcec6efc58 sp=0x7ffcec6efc50 pc=0x561e904a55e1

      goroutine 1 [IO wait, 4 minutes]:
      runtime.gopark(0xa0?, 0xb?, 0x0?, 0x0?, 0x3?)
      \truntime/proc.go:363 +0xd6 fp=0xc000332120 sp=0xc000332100 pc=0x561e90475036
      internal/poll.(*FD).Read(0xc00048c200, {0xc0006f2000, 0x1000, 0x1000})
      \tinternal/poll/fd_unix.go:167 +0x25a
      net.(*netFD).Read(0xc00048c200, {0xc0006f2000?, 0x1?, 0x1?})
      \tnet/fd_posix.go:55 +0x29

      goroutine 18 [select]:
      net/http.(*persistConn).writeLoop(0xc0001d0000)
      created by net/http.(*Transport).dialConn

      rax    0xca
      """;

  @Test
  void shouldNameWhatEachGoroutineWaitsFor() {
    assertEquals(
        List.of(
            "goroutine 1 [IO wait, 4 minutes] net.(*netFD).Read",
            "goroutine 18 [select] net/http.(*persistConn).writeLoop"),
        Goroutines.of(ANSWER.lines().toList()));
  }

  @Test
  void shouldSeeNoneInOrdinaryOutput() {
    assertEquals(List.of(), Goroutines.of(List.of("Collecting torch", "goroutine ", "f()")));
  }
}
