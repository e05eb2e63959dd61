package io.jenkins.plugins.aiimage.jenkins.overview;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * Lines of text.
 *
 * @param file its name where it is to be kept; empty if it is to be looked at
 */
record TextResponse(String type, String text, Optional<String> file) implements HttpResponse {
  /** JSON lines, under that name. */
  static TextResponse lines(Iterable<String> lines, String file) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return new TextResponse(
        "application/x-ndjson;charset=UTF-8", text.toString(), Optional.of(file));
  }

  @Override
  public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
      throws IOException {
    rsp.setContentType(type);
    rsp.setHeader("Cache-Control", "no-store");
    if (file.isPresent()) {
      rsp.setHeader("Content-Disposition", "attachment; filename=\"" + file.get() + '"');
    }
    PrintWriter out = rsp.getWriter();
    out.print(text);
    out.flush();
  }
}
