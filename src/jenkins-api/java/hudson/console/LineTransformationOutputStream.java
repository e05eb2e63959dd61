package hudson.console;

import java.io.IOException;
import java.io.OutputStream;

public abstract class LineTransformationOutputStream extends OutputStream {
  protected abstract void eol(byte[] b, int len) throws IOException;

  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }

  public void forceEol() throws IOException {
    throw new UnsupportedOperationException();
  }

  protected String trimEOL(String line) {
    throw new UnsupportedOperationException();
  }

  public abstract static class Delegating extends LineTransformationOutputStream {
    protected final OutputStream out = null;

    protected Delegating(OutputStream out) {}

    public void flush() throws IOException {
      throw new UnsupportedOperationException();
    }

    public void close() throws IOException {
      throw new UnsupportedOperationException();
    }
  }
}
