package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;

public interface StaplerResponse2 extends HttpServletResponse {
  void forward(Object it, String url, StaplerRequest2 request) throws ServletException, IOException;

  void forwardToPreviousPage(StaplerRequest2 request) throws ServletException, IOException;

  void sendRedirect2(String url) throws IOException;

  void sendRedirect(int statusCore, String url) throws IOException;

  void serveFile(StaplerRequest2 request, URL res) throws ServletException, IOException;
}
