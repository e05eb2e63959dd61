package jakarta.servlet.http;

import jakarta.servlet.ServletResponse;
import java.io.IOException;

public interface HttpServletResponse extends ServletResponse {
  void setStatus(int sc);

  void setHeader(String name, String value);

  void sendError(int sc) throws IOException;

  void sendRedirect(String location) throws IOException;
}
